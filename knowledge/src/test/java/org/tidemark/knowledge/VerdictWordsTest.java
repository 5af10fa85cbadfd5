// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.SubjectReader;

/// What a verdict tells a person, as `decisions/words.csv` states it.
class VerdictWordsTest {
    private static final Assessor ASSESSOR;
    private static final SubjectReader SUBJECTS;

    static {
        var exchange = PackReader.read(PackFiles.bundled(VerdictWordsTest.class.getClassLoader(), "exchange"))
                .orThrow();
        ASSESSOR = new Assessor(exchange);
        SUBJECTS = new SubjectReader(exchange);
    }

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return VerdictDecisionTest.rows("decisions/words.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        "line " + row.getStartingLineNumber() + ": " + row.getFields(), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        var setting = row.getField("setting").split("=", 2);
        var installation = new Installation(
                SUBJECTS.read(row.getField("build")).orElseThrow(),
                Set.of(),
                setting.length == 2 ? Map.of(setting[0], setting[1]) : Map.of());
        var asOf = row.getField("as_of").isEmpty() ? null : LocalDate.parse(row.getField("as_of"));

        var answer = ASSESSOR.assess(installation, new CveId(row.getField("cve")), asOf);

        var words = row.getField("part").equals("next") ? answer.nextStep() : answer.reason();
        assertThat(answer.kind().name()).as(answer.toString()).isEqualTo(row.getField("verdict"));
        assertThat(words).contains(row.getField("says"));
        if (!row.getField("never").isEmpty()) {
            assertThat(words).doesNotContain(row.getField("never"));
        }
    }
}
