// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.CsvLine;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Lines;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Times;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// A table of files as scripts export it: one row a file, with its path and often hash, size and times.
///
/// Gives the fields of [WebFile] that the row has; there is no content. A time counts only where its
/// column says UTC.
public final class FileList implements EvidenceFormat {
    private static final List<String> PATHS =
            List.of("fullname", "fullpath", "full path", "filepath", "file path", "path");
    private static final List<String> FOLDERS = List.of("parentpath", "directory", "directoryname", "folder");
    private static final List<String> NAMES = List.of("filename", "file name", "name");
    private static final List<String> HASHES = List.of("sha256", "sha-256", "hash", "filehash");
    private static final List<String> SIZES = List.of("size", "length", "filesize");
    private static final List<String> SERVERS =
            List.of("computername", "pscomputername", "servername", "server", "hostname");
    private static final List<String> TIMES =
            List.of("creationtimeutc", "created0x10", "lastwritetimeutc", "lastmodified0x10");
    /// With one of these beside it a path is that of a file.
    private static final List<String> SIGNS = List.of(
            "name",
            "filename",
            "file name",
            "lastwrite",
            "lastwritetime",
            "lastwritetimeutc",
            "creationtime",
            "creationtimeutc",
            "sha256",
            "hash",
            "length",
            "size",
            "extension",
            "isdirectory");
    private static final Pattern WINDOWS = Pattern.compile("(?:[A-Za-z]:|\\.|\\\\)\\\\.+");
    private static final Pattern SHA256 = Pattern.compile("(?i)[0-9a-f]{64}");

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        var header = head.start()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        return isHeader(columns(header, delimiter(header))) ? Format.Claim.LIKELY : Format.Claim.NO;
    }

    private static boolean isHeader(List<String> columns) {
        boolean placed = columns.stream().anyMatch(PATHS::contains)
                || (columns.stream().anyMatch(FOLDERS::contains)
                        && columns.stream().anyMatch(NAMES::contains));
        return placed && columns.stream().anyMatch(SIGNS::contains);
    }

    private static char delimiter(String header) {
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static List<String> columns(String header, char delimiter) {
        var names = CsvLine.split(header, delimiter);
        return names == null
                ? List.of()
                : names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        new Reading(document, sink).read();
    }

    private static final class Reading {
        private final Document document;
        private final EvidenceSink sink;
        private final TreeMap<String, Long> files = new TreeMap<>();
        private List<String> columns = List.of();
        private char delimiter = ',';

        Reading(Document document, EvidenceSink sink) {
            this.document = document;
            this.sink = sink;
        }

        void read() throws IOException {
            var lines = new Lines(document, Limits.DEFAULT.lineBytes());
            try {
                while (lines.next()) {
                    if (lines.tooLong()) {
                        tell(lines, "This line is too long to be a row of a list of files.");
                    } else {
                        line(lines, text(lines));
                    }
                }
            } finally {
                files.forEach((server, count) ->
                        sink.seen(document.file(), new Seen(server, Kind.FILE, count, null, null, Set.of())));
            }
        }

        private static String text(Lines lines) {
            return new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
        }

        private void line(Lines lines, String text) {
            if (text.isBlank() || (columns.isEmpty() && text.startsWith("#"))) {
                return;
            }
            if (columns.isEmpty()) {
                delimiter = FileList.delimiter(text);
                columns = FileList.columns(text, delimiter);
                return;
            }
            var values = CsvLine.split(text, delimiter);
            if (values == null) {
                tell(lines, "A quote in this row is never closed.");
                return;
            }
            var row = new HashMap<String, String>();
            for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
                row.putIfAbsent(columns.get(i), values.get(i).strip());
            }
            file(row, lines.line());
        }

        private void file(Map<String, String> row, long line) {
            var path = path(row);
            if (path == null) {
                return;
            }
            var fields = FilePlace.listed(path).fields();
            var hash = first(row, HASHES);
            if (SHA256.matcher(hash).matches()) {
                fields.put("sha256", List.of(hash.toLowerCase(Locale.ROOT)));
            }
            var size = first(row, SIZES);
            if (!size.isEmpty()) {
                fields.put("size", List.of(size));
            }
            var server = first(row, SERVERS);
            files.merge(server, 1L, Long::sum);
            var place = new Trace.Place(document.file(), path, line, null);
            sink.trace(new Trace(Kind.FILE, fields, time(row), server.isEmpty() ? null : server, place));
        }

        private static @Nullable String path(Map<String, String> row) {
            var path = first(row, PATHS);
            if (path.isEmpty()) {
                path = first(row, FOLDERS) + "\\" + first(row, NAMES);
            }
            var plain = path.replace('/', '\\');
            return WINDOWS.matcher(plain).matches() ? plain : null;
        }

        private static @Nullable Instant time(Map<String, String> row) {
            var told = first(row, TIMES);
            return told.isEmpty() ? null : Times.instant(told);
        }

        private static String first(Map<String, String> row, List<String> names) {
            for (var name : names) {
                var value = row.getOrDefault(name, "");
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }

        private void tell(Lines lines, String cause) {
            sink.problem(new Problem(
                    Problem.Place.line(document.file(), lines.line(), lines.offset()),
                    cause,
                    "Check what wrote it; the other rows were read."));
        }
    }
}
