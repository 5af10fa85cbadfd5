// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.population;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.CsvTable;
import org.tidemark.adapter.SmallCsv;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.fault.Outcome;
import org.tidemark.plan.Population;

/// A CSV file with the columns `branch,servers` or `build,servers`, in the spellings of the packs. Rows of the same
/// branch add up; lines that begin with `#` are words for the reader. A row that cannot be read is a problem, and the
/// others count.
public final class PopulationFile {
    private static final SmallCsv.Form FORM = new SmallCsv.Form(
            16,
            columns -> columns.contains("servers") && (columns.contains("branch") || columns.contains("build")),
            "The first row does not name the columns branch and servers, or build and servers.",
            "Write `branch,servers` on the first line and one branch with its number on each line below.");
    /// Twice as many as there are IPv4 addresses: more is a slip of the pen.
    private static final long MOST_SERVERS = 1L << 33;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final String CURE = "Correct the row; the others were used.";

    private final SubjectReader subjects;
    private final Map<BranchId, Long> servers = new LinkedHashMap<>();

    private PopulationFile(SubjectReader subjects) {
        this.subjects = subjects;
    }

    /// @param file as the user would find it
    /// @return one population, which may be empty, and what could not be read
    /// @throws IOException where the stream cannot be read
    public static Outcome<Population> read(InputStream in, String file, SubjectReader subjects) throws IOException {
        var reading = new PopulationFile(subjects);
        var problems = SmallCsv.read(in, file, FORM, reading::row);
        return new Outcome<>(List.of(new Population(reading.servers)), problems);
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
}
