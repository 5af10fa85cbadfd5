// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Indicators;

class HuntFactFilesTest {
    private static final TestPack TINY = TestPack.bundled("tiny");
    private static final String INDICATORS = "type,value,actor,note,caution,first_published,source\n";
    private static final String SHIPPED = "entry,name,code,image,note,source\n";
    private static final String FILES = "path,builds,sha256\n";

    @Test
    void a_pack_without_them_knows_nothing_and_is_whole() {
        assertThat(HuntFactFiles.read(TINY).indicators().of(Indicators.Type.IP, "192.0.2.1"))
                .isEmpty();
    }

    @Test
    void indicators_of_the_pack_and_of_its_campaigns_are_known_together() {
        var pack = TINY.with("indicators.csv", INDICATORS + "ip,192.0.2.1,,,,,A\n")
                .with("campaigns/wave/indicators.csv", INDICATORS + "ip,192.0.2.2,Group,n,c,2021-03-03,B\n");

        assertThat(pack.faults()).isEmpty();
        var known = HuntFactFiles.read(pack).indicators();
        assertThat(known.of(Indicators.Type.IP, "192.0.2.1")).hasSize(1);
        assertThat(known.of(Indicators.Type.IP, "192.0.2.2"))
                .singleElement()
                .satisfies(one -> assertThat(one.actor()).isEqualTo("Group"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators.csv|ipv4,192.0.2.1,,,,,A|indicators.csv:2: type: There is no type `ipv4`.",
                "indicators.csv|ip,,,,,,A|indicators.csv:2: value: The cell is empty.",
                "indicators.csv|ip,192.0.2.1,,,,,|indicators.csv:2: source: The cell is empty.",
                "indicators.csv|ip,192.0.2.1,,,,3.3.2021,A|indicators.csv:2: first_published: `3.3.2021` is no day.",
                "shipped.csv|native-module,,,,,A|shipped.csv:2: name: The cell is empty.",
                "shipped.csv|native-module,A|shipped.csv:2: The row has 2 values, the header 6.",
            })
    void faults_are_told_with_file_and_line(String file, String row, String told) {
        var header = file.equals("shipped.csv") ? SHIPPED : INDICATORS;
        assertThatThrownBy(() -> HuntFactFiles.read(TINY.with(file, header + row + "\n")))
                .isInstanceOf(TidemarkException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Web/a.aspx,,a|known_files.csv:2 path: The path is not in lower case with `/`.",
                "web/a.aspx,15.1,|known_files.csv:2 builds: `15.1` is not a build of three parts.",
                "web/a.aspx,,a|known_files.csv:2 sha256: `a` is not a SHA-256 in lower-case hex.",
            })
    void contents_of_files_are_checked_with_the_pack_and_read_when_they_are_asked_for(String row, String told) {
        var pack = TINY.with("known_files.csv", FILES + row + "\n");
        assertThat(pack.faults()).contains(told);
        assertThat(HuntFactFiles.read(pack).parts()).isNotNull();
    }

    @Test
    void a_pack_with_a_faulty_table_is_not_used() {
        assertThat(TINY.with("shipped.csv", SHIPPED + "a,b,,,,\n").faults())
                .containsExactly("shipped.csv:2 source: The cell is empty.");
    }
}
