// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.hunt.Kind;

/// The log of the address book generator, and excerpts of it: lines that hold a message, with or without columns before
/// it. The whole line is the field `message`.
public final class MessageLog implements EvidenceFormat {
    /// At the beginning of a line or of a column: in the middle of a sentence somebody only speaks of it.
    private static final Pattern SIGN = Pattern.compile("(?m)(?:^|[,;\\t\"])Download failed and temporary file '");
    private static final Pattern FOLDER = Pattern.compile("(?i)OABGenerator");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z?");

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        if (SIGN.matcher(head.text()).find()) {
            return Format.Claim.LIKELY;
        }
        var file = origin.path() == null ? origin.file() : origin.path();
        boolean text = !head.start().contains("\0")
                && file.toLowerCase(java.util.Locale.ROOT).endsWith(".log");
        return text && FOLDER.matcher(file).find() ? Format.Claim.FALLBACK : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        new Log(document, sink).read();
    }

    private static final class Log extends RowLog {
        Log(Document document, EvidenceSink sink) {
            super(document, sink, Kind.OAB);
        }

        @Override
        void header(String line) {}

        @Override
        boolean isHeader(byte[] bytes, int from, int to) {
            return false;
        }

        @Override
        Map<String, List<String>> fields(String row) {
            var fields = new HashMap<String, List<String>>();
            fields.put("message", List.of(row));
            return fields;
        }

        @Override
        List<String> servers() {
            return List.of();
        }

        @Override
        @Nullable
        Instant time(Map<String, List<String>> fields) {
            var found = TIME.matcher(fields.getOrDefault("message", List.of("")).getFirst());
            return found.find() ? Times.instant(found.group()) : null;
        }

        @Override
        @Nullable
        Instant timeOf(String beginning) {
            var found = TIME.matcher(beginning);
            return found.lookingAt() ? Times.instant(found.group()) : null;
        }
    }
}
