// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.app.report.PlainText;

/// A population of twelve servers over five days: some are patched, one goes, one comes, one falls back, and of one
/// the evidence never tells.
class TrendCommandTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"=cmd\"";
    private static final String HEADER =
            "\"timestamp\",\"ip\",\"port\",\"hostname\",\"tag\",\"asn\",\"geo\",\"region\","
                    + "\"city\",\"naics\",\"sic\",\"sector\",\"version\",\"servername\",\"url\"\n";

    private static final String OPEN = "15.1.2176.2";
    private static final String FIXED = "15.1.2176.9";
    private static final String EITHER = "15.1.2176";

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void a_store_with_five_days() throws IOException {
        program = new Program(temp.resolve("data"));
        for (int day = 1; day <= 5; day++) {
            scan(day);
        }
        assertThat(program.json("ingest", temp.resolve("scans")).exit()).isZero();
    }

    private void scan(int day) throws IOException {
        var text = new StringBuilder(HEADER);
        for (int server = 1; server <= 12; server++) {
            var build = build(server, day);
            if (!build.isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        "\"2021-03-%02d 01:00:%02d\",\"192.0.2.%d\",443,\"mail%d.example.org\",\"exchange\",%d,\"%s\",,,"
                                + "0,0,,\"%s\",\"EX%02d\",%n",
                        day,
                        server,
                        server,
                        server,
                        64500 + server % 2,
                        server % 3 == 0 ? "DE" : "US",
                        build,
                        server));
            }
        }
        var folder = Files.createDirectories(temp.resolve("scans"));
        var file = folder.resolve("2021-03-0" + day + "-scan_exchange.csv");
        Files.writeString(file, text);
        Files.writeString(
                folder.resolve(file.getFileName() + ".scan.yaml"),
                "sensor: a\nmethod: scan_exchange\nports: [443]\ncomplete: true\n");
    }

    private static String build(int server, int day) {
        return switch (server) {
            case 1, 2, 3, 4 -> day > server ? FIXED : OPEN;
            case 5 -> day >= 3 ? "" : OPEN;
            case 6 -> day < 4 ? "" : OPEN;
            case 7 -> day == 3 ? FIXED : OPEN;
            case 8 -> EITHER;
            default -> OPEN;
        };
    }

    private Program.Run trend(Object... arguments) {
        return program.json(arguments(arguments));
    }

    private static Object[] arguments(Object... more) {
        var all = new java.util.ArrayList<Object>(List.of("trend", "--campaign", "proxylogon"));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static String golden(String name, String actual) throws IOException {
        var file = Path.of("src/test/resources/trend", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file).replace("\r\n", "\n");
    }

    @Test
    void the_points_are_as_they_were() throws IOException {
        var run = trend();
        var points = String.join("\n", run.rows("point")) + "\n";

        assertThat(run.exit()).isEqualTo(1);
        assertThat(points).isEqualTo(golden("points.jsonl", points));
        assertThat(run.summary()).contains("\"groupsEstimated\":0", "\"partial\":false");
    }

    @ParameterizedTest
    @CsvSource({"80, C.UTF-8, text-80.txt", "60, C, text-60-ascii.txt"})
    void the_text_is_as_it_was_and_fits(int columns, String locale, String file) throws IOException {
        var run = program.text(columns, locale, arguments("--by", "country"));
        var text = String.join("\n", run.out()) + "\n";

        assertThat(text).isEqualTo(golden(file, text));
        assertThat(run.out())
                .allSatisfy(line -> assertThat(PlainText.columns(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void drawing_and_page_are_well_formed_and_escape_hostile_names() throws Exception {
        var groups = Files.writeString(
                temp.resolve("groups.csv"),
                "range,constituency\n192.0.2.0/29,\"" + HOSTILE.replace("\"", "\"\"") + "\"\n192.0.2.8/29,other\n");
        var published = Files.writeString(
                temp.resolve("published.csv"),
                "date,value,label,source\n2021-03-03,9,\"" + HOSTILE.replace("\"", "\"\"") + "\",x\n");
        var svg = temp.resolve("a.svg");
        var html = temp.resolve("a.html");

        var run =
                trend("--by", "constituency", "--groups", groups, "--beside", published, "--svg", svg, "--html", html);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.rows("point")).anySatisfy(point -> assertThat(point).contains("\"group\":\"other\""));
        assertThat(run.rows("published"))
                .singleElement()
                .asString()
                .contains("\"date\":\"2021-03-03\"", "\"value\":9", "\"source\":\"x\"");
        var drawing = Files.readString(svg);
        parse(drawing);
        assertThat(drawing).doesNotContain("<script").contains("&lt;script&gt;");
        var page = Files.readString(html);
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("default-src 'none'", "&lt;script&gt;", "<svg", "What became of them")
                .doesNotContain("<script", "http-equiv=\"refresh\"")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        for (var part : page.split("(?=<svg )", -1)) {
            if (part.startsWith("<svg ")) {
                parse(part.substring(0, part.indexOf("</svg>") + 6));
            }
        }
    }

    private static void parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void without_a_file_the_drawing_is_all_that_goes_to_standard_output() throws Exception {
        var run = program.text(80, "C.UTF-8", arguments("--svg"));

        assertThat(run.out().getFirst()).startsWith("<svg ");
        parse(String.join("\n", run.out()));
        assertThat(program.text(80, "C.UTF-8", arguments("--html")).out().getFirst())
                .isEqualTo("<!doctype html>");
    }

    @Test
    void a_bad_row_of_what_others_counted_is_a_problem_and_the_rest_is_drawn() throws IOException {
        var published = Files.writeString(temp.resolve("p.csv"), "date,value\n2021-03-03,9\nsoon,9\n");

        var run = trend("--beside", published);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("\"line\":3", "soon");
        assertThat(run.rows("published")).hasSize(1);
    }

    @Test
    void groups_of_a_list_sum_to_all() throws IOException {
        var groups = Files.writeString(temp.resolve("groups.csv"), "asn,country,sector\n64500,,even\n,DE,german\n");

        var run = trend("--by", "sector", "--groups", groups);

        var last = run.rows("point").stream()
                .filter(point -> point.contains("\"date\":\"2021-03-05\",\"series\":\"open\""))
                .toList();
        assertThat(last).hasSize(4);
        assertThat(last).anySatisfy(point -> assertThat(point).contains("\"group\":\"not known\""));
        assertThat(last.stream().mapToInt(point -> servers(point)).sum()).isEqualTo(24);
        assertThat(run.summary()).contains("\"groupsEstimated\":3");
    }

    private static int servers(String point) {
        return Integer.parseInt(point.replaceFirst(".*\"servers\":([0-9]+).*", "$1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--svg --json | --svg without a file",
                "--html --csv | --html without a file",
                "--svg --html | cannot both go to standard output",
                "--svg nowhere/a.svg | no folder",
                "--by nothing | nothing to divide by",
                "--by constituency | --groups FILE",
                "--by country --groups g.csv | --by sector",
                "--by sector --groups nowhere.csv | There is no file",
                "--by product --mmdb g.mmdb | --by country",
                "--by country --mmdb nowhere.mmdb | There is no file",
                "--beside nowhere.csv | There is no file",
                "--forecast 900 | 1 to 365",
                "--since soon | no day",
            })
    void a_mistake_is_a_sentence(String options, String sentence) {
        var run = program.text(80, "C", arguments((Object[]) options.split(" ", -1)));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }
}
