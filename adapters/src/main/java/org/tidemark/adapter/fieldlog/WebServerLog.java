// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.hunt.Kind;

/// The W3C extended log format as IIS writes it: rows parted by blanks, or by what somebody who exported it put
/// there, under `#Fields` in any order. A server that
/// starts again writes a new header in the middle of the file.
public final class WebServerLog implements EvidenceFormat {
    private static final String FIELDS = "#Fields:";

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        return head.start()
                        .lines()
                        .filter(line -> line.startsWith(FIELDS))
                        .anyMatch(line -> line.contains("cs-method") || line.contains("cs-uri"))
                ? Format.Claim.CERTAIN
                : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        new Log(document, sink).read();
    }

    private static final class Log extends RowLog {
        private static final List<String> SERVERS = List.of("s-computername");

        private List<String> columns = List.of();
        private String day = "";
        private char separator = ' ';

        Log(Document document, EvidenceSink sink) {
            super(document, sink, Kind.IIS);
        }

        @Override
        void header(String line) {
            if (line.startsWith(FIELDS)) {
                var names = line.substring(FIELDS.length()).strip();
                separator = Separator.of(names, ' ');
                columns = lower(Arrays.asList(names.split(separator == ' ' ? "\\s+" : String.valueOf(separator))));
            } else if (line.startsWith("#Date:") && line.length() >= 17) {
                day = line.substring(6).strip().split("\\s", 2)[0];
            }
        }

        @Override
        boolean isHeader(byte[] bytes, int from, int to) {
            return false;
        }

        /// No value holds a blank. Where two stand together, one too many was written before a name.
        @Override
        Map<String, List<String>> fields(String row) {
            if (separator != ' ') {
                return paired(columns, Arrays.asList(row.split(String.valueOf(separator), -1)));
            }
            var values = Arrays.asList(row.split(" ", -1));
            return paired(columns, values.size() > columns.size() ? Arrays.asList(row.split(" +")) : values);
        }

        @Override
        List<String> servers() {
            return SERVERS;
        }

        /// A token in the query says whom its maker played.
        @Override
        void derive(Map<String, List<String>> fields) {
            fields.put("url", List.of(AskedFor.of(fields, "cs-uri-stem", "cs-uri-query")));
            var token = AccessToken.in(Percent.decoded(value(fields, "cs-uri-query")));
            if (token != null) {
                fields.put("logonname", List.of(token.logonName()));
                fields.put("sid", List.of(token.sid()));
            }
        }

        private static String value(Map<String, List<String>> fields, String name) {
            return fields.getOrDefault(name, List.of("")).getFirst();
        }

        @Override
        @Nullable
        Instant time(Map<String, List<String>> fields) {
            return Times.instant(fields.getOrDefault("date", List.of(day)).getFirst() + " " + value(fields, "time"));
        }

        @Override
        @Nullable
        Instant timeOf(String beginning) {
            int date = columns.indexOf("date");
            int time = columns.indexOf("time");
            var parts = beginning.split(String.valueOf(separator), -1);
            if (time < 0 || time >= parts.length || date >= parts.length) {
                return null;
            }
            return Times.instant((date < 0 ? day : parts[date]) + " " + parts[time]);
        }
    }
}
