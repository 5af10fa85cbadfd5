// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Listing;
import org.tidemark.adapter.collector.KnownCollectors;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// A hunt over evidence that is odd, damaged, or made so that it is overlooked.
class HuntReadingTest {
    private static final String PAGES = "EX01/C/inetpub/wwwroot/aspnet_client/";
    private static final String LOGS = "EX01/C/inetpub/logs/LogFiles/W3SVC1/";
    private static final String PROXY = "EX01/C/Program Files/Microsoft/Exchange Server/V15/Logging/HttpProxy/Ecp/";
    private static final String EVENTS = "EX01/C/Windows/System32/winevt/Logs/Security.evtx";
    private static final String INERT = "<%-- inert --%>";
    private static final String FIELDS = "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n";
    private static final String ROW = "2021-03-05 06:59:20 POST /aspnet_client/a.aspx - 198.51.100.61 200\n";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_program() {
        program = new Program(temp.resolve("data"));
    }

    private Path file(String name, byte[] content) throws IOException {
        var path = temp.resolve("in").resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] zip(Object... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) members[i]));
                out.write(
                        members[i + 1] instanceof byte[] packed
                                ? packed
                                : ((String) members[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Program.Run hunt() {
        return program.json("hunt", "--no-store", temp.resolve("in"));
    }

    private static List<String> pages(Program.Run run) {
        return run.rows("finding").stream()
                .filter(row -> row.contains("\"rule\":\"exchange-page-file\"") && row.contains("\"IMPLANTED\""))
                .toList();
    }

    private static List<String> coverage(Program.Run run, String kind) {
        return run.rows("coverage").stream()
                .filter(row -> row.contains("\"kind\":\"" + kind + "\""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#Software: x\n#Fields: date time cs-method cs-uri-stem\n",
                "TimeStamp,ServerName,EventId,EventData\n",
                "<Task xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\"/>",
                "Path,Length\nC:\\x,1\n",
                "PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "\u001F\u008B\bxxxxxx",
                "7z\u00BC\u00AF'\u001Cxxxx",
                "vhdxfile",
                "{\"Event\":{\"System\":{\"EventID\":1116,\"Channel\":\"x\",\"Computer\":\"EX09\"}}}\n",
                "",
            })
    void a_page_is_judged_as_a_page_whatever_it_looks_like(String content) throws IOException {
        file(PAGES + "poly.aspx", content);

        var run = hunt();

        assertThat(pages(run)).singleElement().asString().contains("poly.aspx");
        assertThat(run.rows("finding")).hasSize(1);
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void a_page_that_is_an_archive_is_a_page_in_an_archive_too() throws IOException {
        var poly = zip("u.log", FIELDS + ROW);
        file("EX01.zip", zip(PAGES.substring(5) + "poly.aspx", poly));
        file("EX02/" + PAGES.substring(5) + "poly.aspx", poly);

        var run = hunt();

        assertThat(pages(run)).hasSize(2);
        assertThat(run.rows("finding")).hasSize(2);
    }

    @Test
    void rows_without_a_header_are_told_beside_a_whole_log() throws IOException {
        file(LOGS + "u_ex210304.log", "/x - 198.51.100.61 200\n" + ROW);
        file(LOGS + "u_ex210305.log", FIELDS + ROW);

        var run = hunt();

        assertThat(run.rows("problem")).singleElement().asString().contains("u_ex210304.log", "no header", "Take it");
        assertThat(coverage(run, "iis")).singleElement().asString().contains("\"status\":\"present\"", "\"files\":1");
        assertThat(run.summary()).contains("\"skipped\":0");
    }

    @ParameterizedTest
    @CsvSource({
        "iis, rows, no header",
        "httpproxy, rows, no header",
        "httpproxy, random, is no text",
        "httpproxy, zero, zero bytes",
        "httpproxy, nothing, is empty",
        "httpproxy, gzip, cannot be read on",
        "eventlog, signed, ''",
        "eventlog, random, does not begin",
        "eventlog, zero, zero bytes"
    })
    void what_came_and_cannot_be_opened_is_unreadable(String kind, String content, String reason) throws IOException {
        var bytes = switch (content) {
            case "rows" -> "2021-08-20T06:59:20.000Z,x,198.51.100.61\n";
            case "random" -> "\u0001\u00FE\u0090\u0007\u00C3(".repeat(500);
            case "zero" -> "\0".repeat(5000);
            case "gzip" -> "\u001F\u008B\b\0\0\0\0\0\0\0no deflate at all";
            case "signed" -> "ElfFile\0" + "\0".repeat(70_000);
            default -> "";
        };
        var name = switch (kind) {
            case "iis" -> LOGS + "u_ex210820.log";
            case "httpproxy" -> PROXY + "HttpProxy_1.LOG" + (content.equals("gzip") ? ".gz" : "");
            default -> EVENTS;
        };
        file(name, bytes);

        var run = hunt();

        assertThat(run.rows("problem")).isNotEmpty().first().asString().contains(reason);
        assertThat(coverage(run, kind)).singleElement().asString().contains("\"status\":\"unreadable\"", reason);
        assertThat(run.summary()).contains("\"skipped\":0");
    }

    @Test
    void other_files_beside_logs_are_no_problem() throws IOException {
        file(LOGS + "u_ex210305.log", FIELDS + ROW);
        file(LOGS + "notes.txt", "mine\n");
        file("EX01/C/Program Files/Microsoft/Exchange Server/V15/Logging/ECP/Other/a.LOG", "DateTime,Other,C\n1,2,3\n");

        var run = hunt();

        assertThat(run.rows("problem")).isEmpty();
        assertThat(run.summary()).contains("\"skipped\":2");
    }

    @Test
    void an_exclamation_mark_in_a_name_hides_nothing_and_names_nobody() throws IOException {
        file(PAGES + "a!b.aspx", INERT);
        file("EX02.zip", zip("C/inetpub/wwwroot/aspnet_client/old.zip!c.aspx", INERT));
        file("case!1/C/inetpub/logs/LogFiles/W3SVC2/x!y.log", FIELDS + ROW);
        file("loose/x!y.log", FIELDS + ROW.replace("POST", "GET"));

        var run = hunt();

        assertThat(pages(run))
                .hasSize(2)
                .anyMatch(row -> row.contains("\\\\aspnet_client\\\\a!b.aspx"))
                .anyMatch(row -> row.contains("\\\\aspnet_client\\\\old.zip!c.aspx"));
        assertThat(run.rows("coverage"))
                .anyMatch(row -> row.contains("\"server\":\"case!1\""))
                .noneMatch(row -> row.contains("\"server\":\"1\"") || row.contains("\"server\":\"x\""));
    }

    @Test
    void hidden_files_are_read_and_what_systems_write_for_themselves_is_not() throws IOException {
        file(PAGES + ".x.aspx", INERT);
        file(PAGES + ".h/y.aspx", INERT);
        file(PAGES + "._z.aspx", INERT);
        file(LOGS + "..log", FIELDS + ROW);
        file(
                "EX02.zip",
                zip(
                        "C/inetpub/wwwroot/aspnet_client/.x.aspx",
                        INERT,
                        "__MACOSX/EX02/C/inetpub/wwwroot/aspnet_client/._x.aspx",
                        INERT));

        var run = hunt();

        assertThat(pages(run)).hasSize(3).noneMatch(row -> row.contains("._"));
        assertThat(coverage(run, "iis"))
                .anyMatch(row -> row.contains("\"server\":\"EX01\",\"kind\":\"iis\",\"status\":\"present\""));
        assertThat(run.rows("coverage")).noneMatch(row -> row.contains("MACOSX"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wwwroot/aspnet_client/",
                "aspnet_client/",
                "HttpProxy/owa/auth/",
                "HttpProxy/ecp/auth/",
                "owa/auth/",
                "a/b/c/d/ECP/Auth/"
            })
    void a_web_folder_without_its_upper_path_is_judged_by_its_own_name(String folder) throws IOException {
        file("EX01/" + folder + "x.aspx", INERT);
        file("EX02.zip", zip(folder + "y.aspx", INERT));

        assertThat(pages(hunt()))
                .hasSize(2)
                .allMatch(row -> row.contains("\"path\":\"C:\\\\"))
                .anyMatch(row -> row.contains("y.aspx"));
    }

    @Test
    void a_page_without_any_place_covers_nothing() throws IOException {
        file("EX01/x.aspx", INERT);
        file("EX01/u_ex210305.log", FIELDS + ROW);

        assertThat(coverage(hunt(), "file"))
                .singleElement()
                .asString()
                .contains("\"status\":\"unreadable\"", "without the folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void lines_may_end_in_any_way(String end) throws IOException {
        file(LOGS + "u_ex210305.log", (FIELDS + ROW).replace("\n", end));

        var run = hunt();

        assertThat(run.rows("finding")).singleElement().asString().contains("\"line\":2");
        assertThat(run.rows("problem")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void columns_may_be_parted_in_other_ways(String separator) throws IOException {
        file(LOGS + "u_ex210305.log", "#Fields: " + (FIELDS.substring(9) + ROW).replace(" ", separator));
        file(PROXY + "HttpProxy_1.LOG", """
                "DateTime","AnchorMailbox","ServerHostName","HttpStatus"
                2021-03-05T06:59:01.000Z,"ServerInfo~a]@EX01.example.org:444/x?#",EX01,200
                """.replace(",", separator));

        var run = hunt();

        assertThat(coverage(run, "iis")).singleElement().asString().contains("\"from\":\"2021-03-05T06:59:20Z\"");
        assertThat(coverage(run, "httpproxy"))
                .singleElement()
                .asString()
                .contains("\"from\":\"2021-03-05T06:59:01Z\"", "\"server\":\"EX01\"");
        assertThat(run.rows("finding"))
                .anyMatch(row -> row.contains("u_ex210305.log"))
                .anyMatch(row -> row.contains("HttpProxy_1.LOG"));
    }

    @Test
    void a_page_in_an_archive_on_the_server_is_context() throws IOException {
        file(PAGES + "pack.zip", zip("x.aspx", INERT));
        var responder = zip(
                "C/inetpub/wwwroot/aspnet_client/x.aspx", INERT, PAGES.substring(5) + "in.zip", zip("y.aspx", INERT));
        file("EX02.zip", zip("C/Users/adm/Desktop/responder.zip", responder));
        // The collection's own nesting is none of the server's.
        file("EX03.zip", zip("EX03.zip", zip("C/inetpub/wwwroot/aspnet_client/z.aspx", INERT)));

        assertThat(pages(hunt())).singleElement().asString().contains("z.aspx", "\"server\":\"EX03\"");
    }

    @Test
    void an_archive_beside_what_was_unpacked_of_it_is_one_server() throws IOException {
        file("EX01.zip", zip(LOGS + "u_ex210305.log", FIELDS + ROW, LOGS + "u_ex210306.log", FIELDS));
        file(LOGS + "u_ex210305.log", FIELDS + ROW);

        var run = hunt();

        assertThat(run.rows("coverage")).allMatch(row -> row.contains("\"server\":\"EX01\""));
        assertThat(run.summary()).contains("\"repeated\":1");
    }

    @Test
    void a_file_that_is_named_twice_is_read_once() throws IOException {
        var log = file("e/u.log", FIELDS + ROW);

        var run = program.json("hunt", "--no-store", log, log, log.getParent());

        assertThat(run.rows("finding")).hasSize(1);
        assertThat(run.summary()).contains("\"repeated\":2");
    }

    @Test
    void links_are_not_followed_and_told_once() throws IOException {
        var outside = Files.writeString(temp.resolve("outside.aspx"), INERT);
        file(LOGS + "u_ex210305.log", FIELDS + ROW);
        for (var name : List.of("a.aspx", "b.aspx")) {
            var link = temp.resolve("in").resolve(PAGES + name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, outside);
        }

        var run = hunt();

        assertThat(pages(run)).isEmpty();
        assertThat(run.rows("problem")).singleElement().asString().contains("a.aspx", "link, the first of 2");
        assertThat(run.summary()).contains("\"skipped\":2");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_collection_says_of_every_kind_why_it_is_missing(Kind kind) {
        var collections = new TreeMap<>(Map.of(
                "kape", List.of("x_CopyLog.csv"),
                "velociraptor", List.of("uploads.json"),
                "cylr", List.of("cylr_collection_log_1.log"),
                "dfir-orc", List.of("GetThis.csv"),
                "log-collector", List.of("IIS_W3SVC1_Logs.zip", "ECP_Proxy_Logs.zip"),
                "defender", List.of("Forensics Collection Summary.csv", "Security event log/x.txt"),
                "grr", List.of("x/client_info.yaml", "MANIFEST"),
                "copy", List.of("C/Windows/x.txt")));
        collections.forEach((collector, names) -> {
            var told = new Told();
            new KnownCollectors().of(new Names(names), told);
            assertThat(told.absences).as(collector).containsKey(kind);
            assertThat(told.absences.get(kind).reason()).as(collector).isNotEmpty();
            assertThat(told.absences.get(kind).how()).as(collector).isNotEmpty();
        });
    }

    private record Names(List<String> names) implements Listing {
        @Override
        public String file() {
            return "case";
        }

        @Override
        public String spelled(String name) {
            return "case/" + name;
        }

        @Override
        public String comment() {
            return "";
        }

        @Override
        public byte[] beginning(String name, int most) {
            return new byte[0];
        }
    }

    private static final class Told implements EvidenceSink {
        private final Map<Kind, Absence> absences = new TreeMap<>();

        @Override
        public boolean wants(Kind kind, byte[] bytes, int from, int to) {
            return true;
        }

        @Override
        public void trace(Trace trace) {}

        @Override
        public void seen(String file, Seen seen) {}

        @Override
        public void problem(Problem problem) {}

        @Override
        public void collected(Collected collected) {
            absences.putAll(collected.absences());
        }
    }
}
