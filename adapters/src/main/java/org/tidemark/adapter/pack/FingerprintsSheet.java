// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.exposure.Fingerprint;
import org.tidemark.exposure.Fingerprint.Place;
import org.tidemark.exposure.Fingerprints;
import org.tidemark.exposure.Flag;

/// `fingerprints.yaml`: how the pack's products are told from what was seen. A pack may have none.
final class FingerprintsSheet {
    static final String FILE = "fingerprints.yaml";
    private static final List<String> ALL = List.of(
            "fingerprints",
            "lookalikes",
            "farms",
            "compromised-tags",
            "name-header",
            "open-header",
            "rewrites",
            "needles");

    private final Values values;
    private final Faults faults;
    private final SignSheet signs;

    private FingerprintsSheet(Values values) {
        this.values = values;
        this.faults = values.faults();
        this.signs = new SignSheet(values);
    }

    static Fingerprints read(PackContent content, Values values) {
        var tree = content.has(FILE) ? YamlTree.read(content, FILE, values.faults()) : null;
        if (tree == null) {
            return Fingerprints.NONE;
        }
        var keys = YamlKeys.open(tree, List.of("fingerprints", "needles"), ALL, values.faults());
        return keys == null ? Fingerprints.NONE : new FingerprintsSheet(values).sheet(keys);
    }

    private Fingerprints sheet(YamlKeys keys) {
        var nameHeader = keys.cell("name-header");
        var fingerprints = new Fingerprints(
                fingerprints(keys),
                lookalikes(keys),
                Cell.texts(keys.cells("farms")),
                Cell.texts(keys.cells("needles")),
                openHeader(keys),
                Cell.texts(keys.cells("compromised-tags")),
                nameHeader.isEmpty() ? "" : nameHeader.text(),
                rewrites(keys));
        NeedleChecks.run(fingerprints, keys.at("needles"), faults);
        return fingerprints;
    }

    private List<Fingerprint> fingerprints(YamlKeys keys) {
        var list = new ArrayList<Fingerprint>();
        var ids = new HashSet<String>();
        for (var item : keys.items("fingerprints")) {
            var entry = YamlKeys.open(
                    item,
                    List.of("id", "in"),
                    List.of(
                            "header",
                            "after",
                            "until",
                            "needs",
                            "path",
                            "first-parts",
                            "ranges",
                            "any",
                            "parts",
                            "pitfall"),
                    faults);
            if (entry == null) {
                continue;
            }
            var id = values.text(entry.cell("id"));
            var place = place(entry);
            if (id == null || place == null) {
                continue;
            }
            if (!ids.add(id)) {
                faults.at(entry.cell("id"), "Another fingerprint has this id.", "Choose one of its own.");
            }
            list.add(new Fingerprint(
                    id, place, parts(entry), entry.cell("pitfall").text()));
        }
        return list;
    }

    private List<Integer> parts(YamlKeys entry) {
        var parts = new ArrayList<Integer>();
        for (var cell : entry.cells("parts")) {
            var number = values.number(cell);
            if (number != null && number >= 2 && number <= 4) {
                parts.add(number);
            } else if (number != null) {
                faults.at(cell, "A build has two to four parts.", "Write 2, 3 or 4.");
            }
        }
        return parts;
    }

    private @Nullable Place place(YamlKeys entry) {
        var in = values.text(entry.cell("in"));
        if (in == null) {
            return null;
        }
        return switch (in) {
            case "header" -> inHeader(entry);
            case "body" -> inBody(entry);
            case "own-address" -> {
                var path = values.text(entry.cell("path"));
                yield path == null ? null : new Place.InOwnAddress(path, firstParts(entry));
            }
            case "banner" -> {
                var after = values.text(entry.cell("after"));
                yield after == null ? null : new Place.InBanner(after);
            }
            case "composed" -> composed(entry);
            case "presence" -> new Place.Presence(signs.list(entry, "any"));
            default -> {
                faults.at(
                        entry.cell("in"),
                        "`" + in + "` is no place.",
                        "Write header, body, own-address, banner, composed or presence.");
                yield null;
            }
        };
    }

    private List<Integer> firstParts(YamlKeys entry) {
        var parts = new ArrayList<Integer>();
        for (var cell : entry.cells("first-parts")) {
            var number = values.number(cell);
            if (number != null) {
                parts.add(number);
            }
        }
        return parts;
    }

    private @Nullable Place inHeader(YamlKeys entry) {
        var header = values.text(entry.cell("header"));
        return header == null
                ? null
                : new Place.InHeader(header, entry.cell("after").text());
    }

    private @Nullable Place inBody(YamlKeys entry) {
        var after = values.text(entry.cell("after"));
        var until = values.text(entry.cell("until"));
        return after == null || until == null ? null : new Place.InBody(after, until, Cell.texts(entry.cells("needs")));
    }

    private @Nullable Place composed(YamlKeys entry) {
        var ranges = new ArrayList<Fingerprint.Range>();
        for (var item : entry.items("ranges")) {
            var keys = YamlKeys.open(item, List.of("from", "below", "prefix"), List.of(), faults);
            var from = keys == null ? null : values.number(keys.cell("from"));
            var below = keys == null ? null : values.number(keys.cell("below"));
            var prefix = keys == null ? null : values.prefix(keys.cell("prefix"));
            if (from != null && below != null && prefix != null) {
                ranges.add(new Fingerprint.Range(from, below, prefix));
            }
        }
        var after = values.text(entry.cell("after"));
        var until = values.text(entry.cell("until"));
        return after == null || until == null
                ? null
                : new Place.Composed(after, until, Cell.texts(entry.cells("needs")), ranges);
    }

    private List<Fingerprints.Lookalike> lookalikes(YamlKeys keys) {
        var list = new ArrayList<Fingerprints.Lookalike>();
        for (var item : keys.items("lookalikes")) {
            var entry = YamlKeys.open(item, List.of("flag", "all", "reason"), List.of(), faults);
            if (entry == null) {
                continue;
            }
            var flag = values.choice(entry.cell("flag"), Flag.values(), Flag::id);
            var reason = values.text(entry.cell("reason"));
            var all = signs.list(entry, "all");
            if (flag != null && !flag.excludes()) {
                faults.at(
                        entry.cell("flag"),
                        "This flag does not tell anything apart.",
                        "Write cloud, phishing-copy," + " impostor or honeypot.");
            } else if (flag != null && reason != null && !all.isEmpty()) {
                list.add(new Fingerprints.Lookalike(flag, all, reason));
            }
        }
        return list;
    }

    private Optional<Fingerprints.OpenHeader> openHeader(YamlKeys keys) {
        var tree = keys.under("open-header");
        if (tree == null) {
            return Optional.empty();
        }
        var entry = YamlKeys.open(
                tree, List.of("header", "paths", "companion", "surely-with", "surely-without"), List.of(), faults);
        if (entry == null) {
            return Optional.empty();
        }
        var header = values.text(entry.cell("header"));
        var companion = values.text(entry.cell("companion"));
        return header == null || companion == null
                ? Optional.empty()
                : Optional.of(new Fingerprints.OpenHeader(
                        header,
                        Cell.texts(entry.cells("paths")),
                        companion,
                        spans(entry, "surely-with"),
                        spans(entry, "surely-without")));
    }

    private List<Fingerprints.Span> spans(YamlKeys entry, String key) {
        var spans = new ArrayList<Fingerprints.Span>();
        for (var item : entry.items(key)) {
            var keys = YamlKeys.open(item, List.of("from", "to"), List.of(), faults);
            Build from = keys == null ? null : values.build(keys.cell("from"));
            Build to = keys == null ? null : values.build(keys.cell("to"));
            if (from != null && to != null) {
                spans.add(new Fingerprints.Span(from, to));
            }
        }
        return spans;
    }

    private List<Fingerprints.Rewrite> rewrites(YamlKeys keys) {
        var list = new ArrayList<Fingerprints.Rewrite>();
        for (var item : keys.items("rewrites")) {
            var entry = YamlKeys.open(item, List.of("method", "zero-part", "order"), List.of(), faults);
            if (entry == null) {
                continue;
            }
            var method = values.text(entry.cell("method"));
            var zero = values.number(entry.cell("zero-part"));
            var order = new ArrayList<Integer>();
            for (var cell : entry.cells("order")) {
                var index = values.number(cell);
                if (index != null && index < 4) {
                    order.add(index);
                }
            }
            if (method != null && zero != null && zero < 4 && order.size() >= 2) {
                list.add(new Fingerprints.Rewrite(method, zero, order));
            } else {
                faults.at(entry.at("order"), "A rewriting names parts by their places, 0 to 3.", "Write [0, 1, 3].");
            }
        }
        return list;
    }
}
