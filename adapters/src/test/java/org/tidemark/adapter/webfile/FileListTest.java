// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;

class FileListTest {
    private static final String HASH = "A".repeat(64);

    @Test
    void a_row_is_a_file_with_what_the_row_has() {
        var taken = read("#TYPE System.IO.FileInfo\n\"PSComputerName\",\"FullName\",\"Name\",\"Length\",\"SHA256\","
                + "\"LastWriteTimeUtc\"\n\"EX01\",\"C:\\inetpub\\wwwroot\\a, b.aspx\",\"a, b.aspx\",\"12\",\"" + HASH
                + "\",\"2021-03-03T10:00:00Z\"\n");
        assertThat(taken.problems()).isEmpty();
        var file = taken.traces().getFirst();
        assertThat(file.kind()).isEqualTo(Kind.FILE);
        assertThat(file.first("path")).isEqualTo("C:\\inetpub\\wwwroot\\a, b.aspx");
        assertThat(file.first("extension")).isEqualTo("aspx");
        assertThat(file.first("size")).isEqualTo("12");
        assertThat(file.first("sha256")).isEqualTo("a".repeat(64));
        assertThat(file.values("content")).isEmpty();
        assertThat(file.server()).isEqualTo("EX01");
        assertThat(file.time()).isEqualTo(Instant.parse("2021-03-03T10:00:00Z"));
        assertThat(file.place().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Path;Name\nC:\\inetpub\\a.aspx;a.aspx\n",
                "Path\tName\nC:\\inetpub\\a.aspx\ta.aspx\n",
                "ParentPath,FileName,Extension\nC:\\inetpub,a.aspx,.aspx\n",
                "Full Path,Size\nC:/inetpub/a.aspx,3\n",
            })
    void lists_are_read_however_they_were_exported(String text) {
        assertThat(read(text).values("path")).containsExactly("C:\\inetpub\\a.aspx");
    }

    /// A time without a zone would be dated wrong by hours.
    @Test
    void a_local_time_is_no_time() {
        var taken = read("Path,Name,LastWriteTime\nC:\\a\\b.aspx,b.aspx,22/07/2019 11:57:52\n");
        assertThat(taken.traces().getFirst().time()).isNull();
    }

    @Test
    void what_is_no_path_of_a_server_is_no_file() {
        var taken = read("Path,Name\n/owa/auth/logon.aspx,logon.aspx\nC:\\a\\b.aspx,b.aspx\nHKLM:\\x,x\n");
        assertThat(taken.values("name")).containsExactly("b.aspx");
        assertThat(taken.seen()).singleElement().extracting(Seen::events).isEqualTo(1L);
    }

    @Test
    void a_bad_row_costs_itself_alone() {
        var taken = read("Path,Name\n\"C:\\a\\b.aspx,b.aspx\nC:\\a\\c.aspx,c.aspx\n");
        assertThat(taken.values("name")).containsExactly("c.aspx");
        assertThat(taken.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(2));
    }

    private static TakenEvidence read(String text) {
        return TakenEvidence.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
