// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.Listing;
import org.tidemark.fault.Problem;

/// The files in which a collector says what it did. One that cannot be read is a problem, and the layout has to do.
final class Records {
    /// Copy logs of the largest collections have some ten megabytes.
    private static final int MOST = 32 << 20;

    /// All records of one archive together: a hostile one may have thousands that unpack to as much.
    private static final long MOST_OF_ALL = 512L << 20;

    private final Listing listing;
    private final Consumer<Problem> problems;
    private long left = MOST_OF_ALL;

    Records(Listing listing, Consumer<Problem> problems) {
        this.listing = listing;
        this.problems = problems;
    }

    /// Empty where there is no such file.
    ///
    /// @param name null where there is none
    byte[] bytes(@Nullable String name) {
        if (name == null) {
            return new byte[0];
        }
        try {
            var bytes = listing.beginning(name, (int) Math.min(MOST, left) + 1);
            left = Math.max(0, left - bytes.length);
            if (bytes.length <= MOST && left > 0) {
                return bytes;
            }
            tell(name, "it, or all such records together, are too long");
        } catch (IOException e) {
            tell(name, e.getMessage());
        }
        return new byte[0];
    }

    private void tell(String name, @Nullable String why) {
        problems.accept(Problem.in(
                listing.spelled(name),
                "This record of the collector cannot be read: " + why + ".",
                "Where files lay on the server is told by their place in the collection instead."));
    }

    String text(@Nullable String name) {
        return Head.of(bytes(name)).text();
    }

    /// Takes each row of a CSV file, one at a time.
    void rows(@Nullable String name, Consumer<Map<String, String>> taking) {
        Table.read(text(name), taking);
    }

    /// Takes each record of JSON Lines, or of one document; what is no JSON is passed over.
    void json(@Nullable String name, Taking taking) {
        var bytes = text(name).getBytes(StandardCharsets.UTF_8);
        if (isDocument(bytes)) {
            json(bytes, 0, bytes.length, taking);
            return;
        }
        int from = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                if (at > from) {
                    json(bytes, from, at, taking);
                }
                from = at + 1;
            }
        }
    }

    /// A record that is written over several lines has its first name on the second.
    private static boolean isDocument(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
        return start.startsWith("[") || start.matches("(?s)\\{\\s*\\n.*");
    }

    private static void json(byte[] bytes, int from, int to, Taking taking) {
        try {
            JsonCursor.read(bytes, from, to, cursor -> {
                taking.take(cursor);
                return true;
            });
        } catch (BadRecord e) {
            // The record of one file is damaged; its place in the collection still tells where it lay.
        }
    }

    /// What is done with one record.
    @FunctionalInterface
    interface Taking {
        void take(JsonCursor cursor) throws BadRecord;
    }

    /// The value of the first of these labels at the beginning of a line; null where there is none.
    static @Nullable String labelled(String text, List<String> labels) {
        for (var line : (Iterable<String>) text.lines().limit(100_000)::iterator) {
            for (var label : labels) {
                var stripped = line.strip();
                if (stripped.regionMatches(true, 0, label, 0, label.length())) {
                    var value = stripped.substring(label.length()).strip();
                    if (!value.isEmpty()) {
                        return value;
                    }
                }
            }
        }
        return null;
    }
}
