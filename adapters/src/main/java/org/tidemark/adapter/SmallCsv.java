// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// A CSV file that somebody keeps by hand: in UTF-8 or UTF-16, with lines that begin with `#` as words for the reader.
/// A row that cannot be read is a problem, and the others are used.
public final class SmallCsv {
    private static final Pattern WORDS = Pattern.compile("^#.*$", Pattern.MULTILINE);

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private SmallCsv(String file) {
        this.file = file;
    }

    /// What a file must be.
    ///
    /// @param mebibytes how large it may be
    /// @param columns whether the columns of a header, in lower case, are those of such a file
    /// @param cause what is wrong where they are not
    /// @param cure what to write instead
    public record Form(int mebibytes, Predicate<Set<String>> columns, String cause, String cure) {}

    /// @param file as the user would find it
    /// @return what could not be read
    /// @throws IOException where the stream cannot be read
    public static List<Problem> read(InputStream in, String file, Form form, CsvTable.RowReading reading)
            throws IOException {
        var csv = new SmallCsv(file);
        csv.rows(in.readNBytes((form.mebibytes << 20) + 1), form, reading);
        return csv.problems;
    }

    private void rows(byte[] bytes, Form form, CsvTable.RowReading reading) throws IOException {
        if (bytes.length > form.mebibytes << 20) {
            problems.add(Problem.in(
                    file, "The file is larger than " + form.mebibytes + " MiB.", "Leave out what is not needed."));
            return;
        }
        boolean utf16 = bytes.length > 1 && isUtf16(bytes);
        var text = new String(bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        boolean marked = text.startsWith("\uFEFF");
        var plain = withoutWords(marked ? text.substring(1) : text);
        if (!form.columns.test(columns(plain))) {
            problems.add(Problem.in(file, form.cause, form.cure));
            return;
        }
        var document = new Document(
                new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)),
                file,
                null,
                utf16,
                utf16 ? 2 : marked ? 3 : 0);
        CsvTable.read(document, new Problems(), reading);
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /// Lines for the reader become blank ones of the same length, so that lines and offsets stay what they are.
    private static String withoutWords(String text) {
        return WORDS.matcher(text)
                .replaceAll(match -> " ".repeat(match.group().getBytes(StandardCharsets.UTF_8).length));
    }

    private static Set<String> columns(String text) {
        var header = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("sep="))
                .findFirst()
                .orElse("");
        var names = CsvLine.split(header, CsvLine.separatorOf(header));
        return names == null
                ? Set.of()
                : names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    private final class Problems implements Sink {
        @Override
        public void sighting(Sighting sighting) {
            throw new IllegalStateException("a table has no sightings");
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
