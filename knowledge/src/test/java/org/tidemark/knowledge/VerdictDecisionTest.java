// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.advisory.Verdict;

/// The truth rules, as `decisions/verdicts.csv` states them. The table is the specification.
class VerdictDecisionTest {
    private static final Catalogue EXCHANGE = PackReader.read(
                    PackFiles.bundled(VerdictDecisionTest.class.getClassLoader(), "exchange"))
            .orThrow();
    private static final SubjectReader SUBJECTS = new SubjectReader(EXCHANGE);
    private static final Assessor ASSESSOR = new Assessor(EXCHANGE);

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return rows("decisions/verdicts.csv").stream().map(row -> DynamicTest.dynamicTest(name(row), () -> check(row)));
    }

    private static String name(NamedCsvRecord row) {
        return "line %d: %s %s %s %s %s → %s"
                .formatted(
                        row.getStartingLineNumber(),
                        row.getField("build"),
                        row.getField("kb"),
                        row.getField("setting"),
                        row.getField("as_of"),
                        row.getField("cve"),
                        row.getField("verdict"));
    }

    private static void check(NamedCsvRecord row) {
        var subject = SUBJECTS.read(row.getField("build")).orElseThrow();
        var installation =
                new Installation(subject, Set.copyOf(list(row.getField("kb"))), settings(row.getField("setting")));
        var asOf = row.getField("as_of").isEmpty() ? null : LocalDate.parse(row.getField("as_of"));

        var answer = ASSESSOR.assess(installation, new CveId(row.getField("cve")), asOf);

        assertThat(answer.kind().name()).as(answer.toString()).isEqualTo(row.getField("verdict"));
        assertThat(answer.rule().id()).as(answer.toString()).isEqualTo(row.getField("rule"));
        assertThat(fix(answer)).as(answer.toString()).isEqualTo(row.getField("fix"));
        assertThat(evidence(answer) + " " + answer.nextStep()).contains(row.getField("needs"));
        assertThat(answer.reason()).isNotBlank();
        if (answer.verdict() instanceof Verdict.Unknown unknown) {
            assertThat(unknown.evidenceNeeded()).isNotBlank();
        }
    }

    private static String fix(Assessment answer) {
        return answer.verdict() instanceof Verdict.Vulnerable(var fix) && fix != null
                ? fix.kb() + ">" + fix.build()
                : "";
    }

    private static String evidence(Assessment answer) {
        return switch (answer.verdict()) {
            case Verdict.Unknown unknown -> unknown.evidenceNeeded();
            case Verdict.DependsOnSetting depends -> depends.settings().toString();
            case Verdict.AssumedVulnerable assumed -> assumed.oldestListed();
            default -> "";
        };
    }

    private static Map<String, String> settings(String cell) {
        var settings = new HashMap<String, String>();
        for (var pair : list(cell)) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return settings;
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }

    static List<NamedCsvRecord> rows(String resource) {
        var in = Objects.requireNonNull(
                VerdictDecisionTest.class.getClassLoader().getResourceAsStream(resource));
        try (var reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
