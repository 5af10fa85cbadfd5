// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sidefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Times;
import org.tidemark.run.ScanDeclaration;

/// What a scan declares, as text: from a side file or from options.
public final class DeclaredValues {
    /// The keys that there are.
    public static final List<String> KEYS =
            List.of("sensor", "method", "ports", "ranges", "complete", "startedAt", "endedAt");

    private static final Pattern RANGE = Pattern.compile("[0-9a-fA-F.:]{2,45}(?:/[0-9]{1,3})?");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Map<String, List<String>> values;

    private DeclaredValues(Map<String, List<String>> values) {
        this.values = values;
    }

    /// A value that is not one of its key; the message is a sentence.
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /// @param values by key; lists may also be one text with commas
    /// @throws Unfit where a key is unknown or a value does not fit its key
    public static ScanDeclaration read(Map<String, List<String>> values) throws Unfit {
        for (var key : values.keySet()) {
            if (!KEYS.contains(key)) {
                throw new Unfit("The key `" + key + "` is unknown; there are " + String.join(", ", KEYS) + ".");
            }
        }
        return new DeclaredValues(values).declaration();
    }

    private ScanDeclaration declaration() throws Unfit {
        var started = time("startedAt", LocalTime.MIDNIGHT);
        var ended = time("endedAt", END_OF_DAY);
        if (started != null && ended != null && ended.isBefore(started)) {
            throw new Unfit("`endedAt` lies before `startedAt`.");
        }
        return new ScanDeclaration(one("sensor"), one("method"), ports(), ranges(), complete(), started, ended);
    }

    private List<String> list(String key) {
        return values.getOrDefault(key, List.of()).stream()
                .flatMap(value -> List.of(value.split("[,\\s]+")).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private @Nullable String one(String key) throws Unfit {
        var all = values.getOrDefault(key, List.of());
        if (all.size() > 1) {
            throw new Unfit("`" + key + "` takes one value.");
        }
        return all.isEmpty() || all.getFirst().isBlank() ? null : all.getFirst().strip();
    }

    private List<Integer> ports() throws Unfit {
        var ports = new ArrayList<Integer>();
        for (var text : list("ports")) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new Unfit("`ports` holds '" + text + "', which is no port; write 443 or [443, 8443].");
            }
            ports.add(Integer.valueOf(text));
        }
        return ports;
    }

    private List<String> ranges() throws Unfit {
        var ranges = list("ranges");
        for (var text : ranges) {
            if (!RANGE.matcher(text).matches()) {
                throw new Unfit("`ranges` holds '" + text + "', which is no address range; write 192.0.2.0/24.");
            }
        }
        return ranges;
    }

    private @Nullable Boolean complete() throws Unfit {
        var text = one("complete");
        return switch (text) {
            case null -> null;
            case "true", "yes" -> Boolean.TRUE;
            case "false", "no" -> Boolean.FALSE;
            default -> throw new Unfit("`complete` is '" + text + "'; write true or false.");
        };
    }

    private @Nullable Instant time(String key, LocalTime timeOfDay) throws Unfit {
        var text = one(key);
        if (text == null) {
            return null;
        }
        var time = Times.instant(text);
        if (time != null) {
            return time;
        }
        try {
            return LocalDate.parse(text).atTime(timeOfDay).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unfit("`" + key + "` is '" + text + "', which is no time; write 2021-03-09T12:00:00Z.");
        }
    }
}
