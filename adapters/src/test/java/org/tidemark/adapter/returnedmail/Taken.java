// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Input;
import org.tidemark.bounce.Bounce;
import org.tidemark.bounce.BounceReader;
import org.tidemark.bounce.ReturnedMail;
import org.tidemark.fault.Problem;

/// What a reader gave of some input.
final class Taken implements MailReader.MailSink {
    static final Path FIXTURES = Path.of("src/test/resources/returnedmail");

    private static final BounceReader READER = new BounceReader(BundledWording.all());

    private final List<Bounce> bounces = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long skipped;

    /// The files that arguments stand for, as the command reads them.
    static Taken of(Path... paths) {
        var taken = new Taken();
        var arguments = Stream.of(paths).map(Path::toString).toList();
        var inputs = MailReader.inputs(arguments, new ByteArrayInputStream(new byte[0]));
        taken.problems.addAll(inputs.problems());
        taken.skipped = inputs.skipped();
        var reader = new MailReader(new ByteArrayInputStream(new byte[0]), taken);
        inputs.inputs().forEach(input -> taken.skipped += reader.read(input));
        return taken;
    }

    static Taken of(byte[] bytes) {
        var taken = new Taken();
        var in = new ByteArrayInputStream(bytes);
        taken.skipped = new MailReader(in, taken).read(Input.standardInput(in));
        return taken;
    }

    static Taken of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Map<String, String>> table(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var rows = new ArrayList<Map<String, String>>();
            var columns = lines.getFirst().split(",", -1);
            for (var line : lines.subList(1, lines.size())) {
                var cells = org.tidemark.adapter.CsvLine.split(line, ',');
                var row = new java.util.LinkedHashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], i < cells.size() ? cells.get(i) : "");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void mail(String file, @Nullable Long number, ReturnedMail mail) {
        for (var bounce : READER.read(mail)) {
            bounces.add(bounce);
            places.add(Path.of(file).getFileName() + (number == null ? "" : "#" + number));
        }
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    List<Bounce> bounces() {
        return bounces;
    }

    /// The file of each row, and the number of the mail in it.
    List<String> places() {
        return places;
    }

    List<Problem> problems() {
        return problems;
    }

    long skipped() {
        return skipped;
    }
}
