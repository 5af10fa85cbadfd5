// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hunt over collections as they arrive.
class HuntCollectionsTest {
    private static final String WEB = """
            #Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status
            2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200
            """;
    private static final String LOG = "C/inetpub/logs/LogFiles/W3SVC1/u_ex210305.log";
    private static final String COPY_LOG = "2021-03-05T08_00_00_0000000_CopyLog.csv";
    private static final String CONSOLE = "2021-03-05T08_00_00_0000000_ConsoleLog.txt";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program() {
        program = new Program(temp.resolve("data"));
    }

    private Path zip(String name, String... members) throws IOException {
        var path = temp.resolve(name);
        Files.createDirectories(path.getParent());
        try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i < members.length; i += 2) {
                out.putNextEntry(new ZipEntry(members[i]));
                out.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private static String console(String host) {
        return "System info: Machine name: " + host
                + ", 64-bit: True\nCommand line: --tsource C: --target KapeTriage\n";
    }

    @Test
    void a_triage_set_without_logs_says_what_was_not_collected_and_how_to_collect_it() throws IOException {
        var triage = zip("triage.zip", COPY_LOG, "SourceFile,DestinationFile\n", CONSOLE, console("EX01"));

        var run = program.json("hunt", "--campaign", "proxylogon", triage);

        assertThat(run.rows("hunted"))
                .singleElement()
                .asString()
                .contains("\"server\":\"EX01\"", "\"verdict\":\"NOT_ASSESSABLE\"");
        assertThat(run.rows("coverage"))
                .anyMatch(row -> row.contains("\"kind\":\"iis\",\"status\":\"not-collected\",\"collector\":\"kape\"")
                        && row.contains("--target IISLogFiles"))
                .anyMatch(row -> row.contains("\"kind\":\"eventlog\",\"status\":\"not-found\""));
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void many_servers_in_one_folder_are_kept_apart_and_copies_are_read_once() throws IOException {
        var archive = "SourceFile,DestinationFile\n";
        zip("cases/1.zip", COPY_LOG, archive, CONSOLE, console("EX01"), LOG, WEB, "VSS1/" + LOG.substring(2), WEB);
        zip("cases/2.zip", COPY_LOG, archive, CONSOLE, console("EX02"), LOG, WEB);

        var run = program.json("hunt", temp.resolve("cases"));

        assertThat(run.rows("finding"))
                .hasSize(2)
                .allMatch(row ->
                        row.contains("\"path\":\"C:\\\\inetpub\\\\logs\\\\LogFiles\\\\W3SVC1\\\\u_ex210305.log\""))
                .anyMatch(row -> row.contains("\"server\":\"EX01\""))
                .anyMatch(row -> row.contains("\"server\":\"EX02\""));
        assertThat(run.summary()).contains("\"repeated\":1", "\"problems\":0");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void passwords_come_from_a_file_and_are_never_printed() throws IOException {
        var path = temp.resolve("EX01.zip");
        try (var archive = new ZipFile(path.toFile(), "tr0ub4dor".toCharArray())) {
            var parameters = new ZipParameters();
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(EncryptionMethod.AES);
            parameters.setFileNameInZip(LOG);
            archive.addStream(new java.io.ByteArrayInputStream(WEB.getBytes(StandardCharsets.UTF_8)), parameters);
        }
        var right = Files.writeString(temp.resolve("right.txt"), "\uFEFFother\r\ntr0ub4dor\r\n");
        var wrong = Files.writeString(temp.resolve("wrong.txt"), "correct horse\n");

        var opened = program.json("hunt", "--password-file", right, path);
        assertThat(opened.exit()).isEqualTo(1);
        assertThat(opened.rows("finding")).hasSize(1);
        assertThat(opened.out()).noneMatch(line -> line.contains("tr0ub4dor"));

        var closed = program.json("hunt", "--password-file", wrong, path);
        assertThat(closed.exit()).isEqualTo(3);
        assertThat(closed.rows("problem")).singleElement().asString().contains("no password that was given opens it");
        assertThat(closed.rows("coverage")).anyMatch(row -> row.contains("\"kind\":\"iis\",\"status\":\"unreadable\""));
        assertThat(closed.out()).noneMatch(line -> line.contains("correct horse"));

        assertThat(program.json("hunt", "--password-file", temp.resolve("none.txt"), path)
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void an_image_of_a_disk_is_a_problem_that_says_to_mount_it() throws IOException {
        var image = Files.writeString(temp.resolve("EX01.vhdx"), "vhdxfile and nothing more");

        var run = program.json("hunt", image);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("VHDX", "Mount the image read-only");
    }
}
