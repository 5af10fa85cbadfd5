// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Correction;

/// The 61 places where the public build tables disagree. Each is settled by a correction, and the pack holds what the
/// correction says.
class ConflictsTest {
    private static final Catalogue PACK = PackReader.read(
                    PackFiles.bundled(ConflictsTest.class.getClassLoader(), "exchange"))
            .orThrow();

    /// Build, field, and the value that stands.
    private static final String CONFLICTS = """
            14.1.289.3    packages KB2492690
            14.1.289.3    build    14.1.289.3
            14.1.289.7    label    RU3v3
            14.1.323.1    packages KB2509910
            14.1.323.1    build    14.1.323.1
            14.1.323.6    label    RU4v2
            14.2.328.5    packages KB2719800
            14.2.328.5    build    14.2.328.5
            14.3.266.1    build    14.3.266.1
            14.3.339.0    build    14.3.339.0
            15.0.1236.6   packages KB4012178;KB4013242
            15.0.1320.4   released 2017-06-27
            15.0.1347.2   released 2017-09-19
            15.0.1473.3   label    -
            15.0.1473.5   packages KB4503028
            15.0.847.53   packages KB4012178;KB4013242
            15.1.1531.8   packages KB4468741
            15.1.1531.8   label    Dec18SU
            15.1.1531.7   packages KB4459266
            15.1.1713.5   label    -
            15.1.2242.12  packages KB5004779
            15.1.2308.14  packages KB5004779
            15.1.2308.27  packages KB5012698
            15.1.2308.15  packages KB5007012
            15.1.2375.31  packages KB5015322
            15.1.2375.24  packages KB5012698
            15.1.2375.12  packages KB5007012
            15.1.2375.32  packages KB5019077
            15.1.2507.12  packages KB5015322
            15.1.2507.31  packages KB5029388
            15.1.2507.17  packages KB5022143
            15.1.2507.43  packages KB5044062
            15.1.2507.13  packages KB5019077
            15.1.544.30   packages KB4012178;KB4013242
            15.1.1034.26  released 2017-06-27
            15.1.1261.35  released 2017-09-19
            15.1.1415.8   build    15.1.1415.8
            15.1.1466.9   build    15.1.1466.9
            15.1.1466.13  build    15.1.1466.13
            15.2.330.5    label    -
            15.2.330.9    packages KB4509408
            15.2.922.13   packages KB5004780
            15.2.922.27   packages KB5012698
            15.2.922.14   packages KB5007012
            15.2.986.29   packages KB5015322
            15.2.986.37   packages KB5022193
            15.2.986.22   packages KB5012698
            15.2.986.9    packages KB5007012
            15.2.986.30   packages KB5019077
            15.2.1118.12  packages KB5015322
            15.2.1118.36  packages KB5029388
            15.2.1118.21  packages KB5022193
            15.2.1118.15  packages KB5019077
            15.2.1258.23  packages KB5029388
            15.2.1258.32  packages KB5036402
            15.2.1258.38  packages KB5044062
            15.2.1544.9   packages KB5036401
            15.2.1544.13  packages KB5044062
            15.2.397.5    packages KB4509408
            15.2.858.15   packages KB5004780
            15.2.221.16   build    15.2.221.16
            """;

    @TestFactory
    Stream<DynamicTest> every_disagreement_is_settled() {
        return CONFLICTS
                .lines()
                .map(String::strip)
                .map(line -> DynamicTest.dynamicTest(line, () -> settled(line.split(" +"))));
    }

    @Test
    void there_are_61_of_them() {
        assertThat(CONFLICTS.lines()).hasSize(61).doesNotHaveDuplicates();
    }

    private static void settled(String[] row) {
        var value = row[2].equals("-") ? "" : row[2];
        var corrections = PACK.corrections().stream()
                .filter(correction -> correction.subject().equals(row[0])
                        && correction.field().equals(row[1]))
                .toList();

        assertThat(corrections).singleElement().satisfies(correction -> {
            assertThat(correction.decision()).isNotEqualTo(Correction.Decision.OPEN);
            assertThat(correction.value()).isEqualTo(value);
            assertThat(correction.claims()).hasSizeGreaterThan(1);
            assertThat(correction.reason()).isNotBlank();
        });
        assertThat(PACK.release(Build.parse(row[0]).orElseThrow())).isPresent();
    }
}
