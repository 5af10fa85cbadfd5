// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.population;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvLine;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.Sink;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.plan.Population;

/// A CSV file with the columns `branch,servers` or `build,servers`, in the spellings of the packs. Rows of the same
/// branch add up; lines that begin with `#` are words for the reader. A row that cannot be read is a problem, and the
/// others count.
public final class PopulationFile {
    private static final int LARGEST = 16 << 20;
    /// Twice as many as there are IPv4 addresses: more is a slip of the pen.
    private static final long MOST_SERVERS = 1L << 33;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final String CURE = "Correct the row; the others were used.";

    private final SubjectReader subjects;
    private final String file;
    private final Map<BranchId, Long> servers = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PopulationFile(SubjectReader subjects, String file) {
        this.subjects = subjects;
        this.file = file;
    }

    /// @param file as the user would find it
    /// @return one population, which may be empty, and what could not be read
    /// @throws IOException where the stream cannot be read
    public static Outcome<Population> read(InputStream in, String file, SubjectReader subjects) throws IOException {
        var reading = new PopulationFile(subjects, file);
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            reading.problems.add(Problem.in(
                    file,
                    "The file is larger than 16 MiB.",
                    "Give one row for each branch with the number of its servers."));
        } else {
            reading.rows(bytes);
        }
        return new Outcome<>(List.of(new Population(reading.servers)), reading.problems);
    }

    private void rows(byte[] bytes) throws IOException {
        boolean utf16 = bytes.length > 1 && isUtf16(bytes);
        var text = new String(bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        boolean marked = text.startsWith("\uFEFF");
        var plain = withoutWords(marked ? text.substring(1) : text);
        if (!isPopulation(plain)) {
            problems.add(Problem.in(
                    file,
                    "The first row does not name the columns branch and servers, or build and servers.",
                    "Write `branch,servers` on the first line and one branch with its number on each line below."));
            return;
        }
        var document = new Document(
                new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)),
                file,
                null,
                utf16,
                utf16 ? 2 : marked ? 3 : 0);
        CsvTable.read(document, new Problems(), this::row);
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /// Lines for the reader become blank ones of the same length, so that lines and offsets stay what they are.
    private static String withoutWords(String text) {
        return Pattern.compile("^#.*$", Pattern.MULTILINE)
                .matcher(text)
                .replaceAll(match -> " ".repeat(match.group().getBytes(StandardCharsets.UTF_8).length));
    }

    private static boolean isPopulation(String text) {
        var header = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("sep="))
                .findFirst()
                .orElse("");
        var names = CsvLine.split(header, CsvLine.separatorOf(header));
        if (names == null) {
            return false;
        }
        var lower = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        return lower.contains("servers") && (lower.contains("branch") || lower.contains("build"));
    }

    private void row(CsvTable.Row row) throws BadRecord {
        var branch = row.get("branch");
        var build = row.get("build");
        if (branch == null && build == null) {
            throw new BadRecord("This row names neither a branch nor a build.", CURE);
        }
        var id = branch != null ? branch(branch) : build(String.valueOf(build));
        long count = servers(row.get("servers"));
        servers.merge(id, count, Long::sum);
    }

    private BranchId branch(String text) throws BadRecord {
        var branch = subjects.branch(text);
        if (branch.isPresent()) {
            return branch.get().id();
        }
        // A product whose branches the pack does not know is a line of its own.
        return subjects.product(text)
                .filter(product -> !product.hasBranches())
                .map(product -> new BranchId(product.id(), ""))
                .orElseThrow(() -> new BadRecord(
                        "'" + text + "' is no branch that the pack knows.",
                        "Write it like '2016 CU19', as `tidemark catalog releases` lists them; the other rows were"
                                + " used."));
    }

    private BranchId build(String text) throws BadRecord {
        var subject = subjects.read(text)
                .orElseThrow(() -> new BadRecord("'" + text + "' is no build of a product that the pack knows.", CURE));
        return branchOf(subject)
                .orElseThrow(() -> new BadRecord(
                        "'" + text + "' does not tell of which branch it is.",
                        "Give more parts of the build, or the branch; the other rows were used."));
    }

    private static Optional<BranchId> branchOf(Subject subject) {
        return switch (subject) {
            case Subject.NoBranch none ->
                Optional.of(new BranchId(none.product().id(), ""));
            case Subject.OneBuild one -> Optional.of(one.branch().id());
            case Subject.OneOf some -> some.knownBranch().map(branch -> branch.id());
            case Subject.Cloud _ -> Optional.empty();
        };
    }

    private static long servers(@Nullable String text) throws BadRecord {
        long number = text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (number < 0 || number > MOST_SERVERS) {
            throw new BadRecord(
                    text == null ? "This row has no number of servers." : "'" + text + "' is no number of servers.",
                    "Write digits alone, like 1200; the other rows were used.");
        }
        return number;
    }

    private final class Problems implements Sink {
        @Override
        public void sighting(Sighting sighting) {
            throw new IllegalStateException("a population has no sightings");
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
