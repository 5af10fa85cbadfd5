// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was published about the means of intruders: contents of files, addresses, names.
///
/// An indicator is context to what a record shows and no verdict: addresses change hands, names
/// collide, and what clients call themselves is copied.
public final class Indicators {
    public static final Indicators NONE = new Indicators(List.of());

    private static final List<String> ADDRESSES =
            List.of("c-ip", "clientipaddress", "ipaddress", "sourceip", "destinationip");
    private static final List<String> AGENTS = List.of("useragent", "cs(user-agent)", "clientinfo");
    private static final List<String> HASHES = List.of("sha256", "hashes", "sha1");
    private static final List<String> PATHS = List.of(
            "path",
            "targetfilename",
            "image",
            "newprocessname",
            "assemblypath",
            "physicalpath",
            "command",
            "cs-uri-stem",
            "resource");
    private static final Pattern HASH = Pattern.compile("(?i)\\b(?:[0-9a-f]{64}|[0-9a-f]{40})\\b");
    /// Drive and folder of installation vary; what is below them does not.
    private static final Pattern ROOT =
            Pattern.compile("^.*?(?=/(?:inetpub|frontend|programdata|users|windows|perflogs)/)");

    private final Map<String, List<Indicator>> known = new HashMap<>();

    /// What sort of value an indicator is.
    public enum Type {
        SHA256("sha256"),
        SHA1("sha1"),
        PATH("path"),
        FILENAME("filename"),
        IP("ip"),
        DOMAIN("domain"),
        USER_AGENT("user_agent");

        private final String id;

        Type(String id) {
            this.id = id;
        }

        /// Its name in packs and answers.
        public String id() {
            return id;
        }

        /// The type of this name.
        public static Optional<Type> of(String id) {
            return Stream.of(values()).filter(type -> type.id.equals(id)).findFirst();
        }
    }

    /// One value that was published.
    ///
    /// @param actor the group that its publisher found it with; null where it names none
    /// @param note what it is, in words; may be empty
    /// @param caution what to mind when it is met; may be empty
    /// @param published when it was first published
    /// @param source who published it
    public record Indicator(
            Type type,
            String value,
            @Nullable String actor,
            String note,
            String caution,
            @Nullable LocalDate published,
            String source) {}

    public Indicators(List<Indicator> all) {
        for (var one : all) {
            known.computeIfAbsent(key(one.type(), one.value()), _ -> new ArrayList<>(1))
                    .add(one);
        }
    }

    /// Those of several packs together.
    static Indicators all(List<Indicators> packs) {
        return new Indicators(packs.stream()
                .flatMap(pack -> pack.known.values().stream())
                .flatMap(List::stream)
                .toList());
    }

    private static String key(Type type, String value) {
        var plain = value.strip().toLowerCase(Locale.ROOT);
        return type.id + " "
                + switch (type) {
                    case PATH -> ROOT.matcher(plain.replace('\\', '/')).replaceFirst("");
                    case USER_AGENT -> plain.replace('+', ' ');
                    case SHA256, SHA1, FILENAME, IP, DOMAIN -> plain;
                };
    }

    /// All that was published of a value.
    public List<Indicator> of(Type type, String value) {
        return known.getOrDefault(key(type, value), List.of());
    }

    /// All that was published of the values in a record, each once.
    List<Indicator> in(Trace trace) {
        if (known.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<Indicator>();
        values(trace, ADDRESSES).forEach(value -> found.addAll(of(Type.IP, value.split("[ ,]", 2)[0])));
        values(trace, AGENTS).forEach(value -> found.addAll(of(Type.USER_AGENT, value)));
        values(trace, PATHS).forEach(value -> path(value, found));
        values(trace, HASHES).forEach(value -> hashes(value, found));
        return List.copyOf(found);
    }

    private static Stream<String> values(Trace trace, List<String> fields) {
        return fields.stream().flatMap(field -> trace.values(field).stream());
    }

    private void path(String value, Set<Indicator> found) {
        found.addAll(of(Type.PATH, value));
        if (value.startsWith("/")) {
            // A request names a page below the folder of its site.
            found.addAll(of(Type.PATH, "/inetpub/wwwroot" + value));
            found.addAll(of(Type.PATH, "/frontend/httpproxy" + value));
        }
        var name = value.substring(Math.max(value.lastIndexOf('\\'), value.lastIndexOf('/')) + 1);
        found.addAll(of(Type.FILENAME, name));
    }

    private void hashes(String value, Set<Indicator> found) {
        var hash = HASH.matcher(value);
        while (hash.find()) {
            found.addAll(of(hash.group().length() == 64 ? Type.SHA256 : Type.SHA1, hash.group()));
        }
    }
}
