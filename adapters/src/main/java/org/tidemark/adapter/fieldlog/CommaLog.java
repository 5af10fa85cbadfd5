// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.CsvLine;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.hunt.Kind;

/// Logs of comma-separated rows (or, exported, parted by semicolons or tabs) as a mail server's parts write
/// them: the fields stand in the first line, after
/// `#Fields:`, or both. Excerpts have what whoever cut them kept; what kind of log it is, the columns tell.
public final class CommaLog implements EvidenceFormat {
    private static final String FIELDS = "#Fields:";
    private static final int HEADER_LINES = 8;

    private final Kind kind;
    private final Set<String> sign;

    /// @param sign columns that only this kind of log has, in lower case
    public CommaLog(Kind kind, Set<String> sign) {
        this.kind = kind;
        this.sign = Set.copyOf(sign);
    }

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        return head.start()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(HEADER_LINES)
                        .anyMatch(line -> columns(line).containsAll(sign))
                ? Format.Claim.CERTAIN
                : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        new Log(document, sink).read();
    }

    private static List<String> columns(String line) {
        if (line.startsWith("#") && !line.startsWith(FIELDS)) {
            return List.of();
        }
        var header = line.startsWith(FIELDS) ? line.substring(FIELDS.length()).strip() : line;
        var names = CsvLine.split(header, Separator.of(header, ','));
        return names == null ? List.of() : RowLog.lower(names);
    }

    private final class Log extends RowLog {
        private static final List<String> SERVERS = List.of("serverhostname", "servername", "server");
        private static final List<String> TIMES = List.of("datetime", "timestamp");
        private static final DateTimeFormatter AMERICAN =
                DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.ROOT);

        private List<String> columns = List.of();
        private char separator = ',';

        Log(Document document, EvidenceSink sink) {
            super(document, sink, kind);
        }

        @Override
        void header(String line) {
            var names = CommaLog.columns(line);
            if (!names.isEmpty()) {
                take(names, line);
            }
        }

        @Override
        boolean mayBeginHeader(byte first) {
            return first == '"' || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
        }

        /// The first line of a file, and of one that was put behind it.
        @Override
        boolean isHeader(byte[] bytes, int from, int to) {
            var names = CommaLog.columns(text(bytes, from, to));
            if (!names.containsAll(sign)) {
                return false;
            }
            take(names, text(bytes, from, to));
            return true;
        }

        private void take(List<String> names, String header) {
            columns = names;
            separator = Separator.of(header, ',');
        }

        /// Where a row is shorter than its header, it was cut: what is there counts.
        @Override
        Map<String, List<String>> fields(String row) {
            var values = CsvLine.split(row, separator);
            return paired(columns, values != null ? values : List.of(row.split(String.valueOf(separator), -1)));
        }

        @Override
        List<String> servers() {
            return SERVERS;
        }

        @Override
        void derive(Map<String, List<String>> fields) {
            if (kind == Kind.HTTP_PROXY) {
                fields.put("url", List.of(AskedFor.of(fields, "urlstem", "urlquery")));
            }
        }

        @Override
        @Nullable
        Instant time(Map<String, List<String>> fields) {
            return written(first(fields, TIMES));
        }

        @Override
        @Nullable
        Instant timeOf(String beginning) {
            var bare = beginning.startsWith("\"") ? beginning.substring(1) : beginning;
            int end = bare.startsWith("\"") ? 0 : bare.indexOf(separator);
            return written((end < 0 ? bare : bare.substring(0, end)).replace("\"", ""));
        }

        private static @Nullable Instant written(@Nullable String text) {
            if (text == null) {
                return null;
            }
            var time = Times.instant(text);
            if (time != null || text.indexOf('/') < 0) {
                return time;
            }
            try {
                return LocalDateTime.parse(text.strip(), AMERICAN).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
