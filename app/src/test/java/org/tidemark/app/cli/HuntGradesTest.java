// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one row of a log shows, as a table. `QUIET`: no finding; `CONTEXT`: a finding that raises nothing.
class HuntGradesTest {
    private static final String WEB_FIELDS = "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port"
            + " cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken";
    private static final String PROXY_FIELDS =
            "DateTime,Method,UrlStem,UrlQuery,AuthenticatedUser,AnchorMailbox,ClientIpAddress,ServerHostName,HttpStatus";
    private static final Pattern FOUND = Pattern.compile("\"stage\":(?:\"(\\w+)\"|null).*\"line\":(\\d+)");

    @TempDir
    private Path temp;

    @Test
    void rows_of_the_web_server() throws IOException {
        check("/hunt/grades-web.txt", WEB_FIELDS, row -> {
            var parts = row.split(" ", -1);
            return "2021-08-20 02:00:00 192.0.2.10 %s %s %s 443 %s 198.51.100.61 Mozilla/5.0 - %s 0 0 31"
                    .formatted(parts[0], parts[1], parts[2], parts[3], parts[4]);
        });
    }

    @Test
    void rows_of_the_front_end_proxy() throws IOException {
        check("/hunt/grades-proxy.txt", PROXY_FIELDS, row -> {
            var parts = Arrays.stream(row.split(" ", -1))
                    .map(part -> part.equals("-") ? "" : part)
                    .toList();
            return "2021-08-20T02:00:00Z,%s,%s,%s,%s,%s,198.51.100.61,EX01,%s"
                    .formatted(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
        });
    }

    private interface AsRow {
        String of(String told);
    }

    private void check(String table, String header, AsRow form) throws IOException {
        var wanted = new ArrayList<String>();
        var log = new StringBuilder(header).append('\n');
        for (var line : lines(table)) {
            var parts = line.split(" +", 2);
            wanted.add((wanted.size() + 2) + " " + line);
            log.append(form.of(parts[1].strip())).append('\n');
        }
        var file = Files.writeString(temp.resolve("rows.log"), log);

        var run = new Program(temp.resolve("data")).json("hunt", "--no-store", file);

        var stages = new String[wanted.size() + 2];
        for (var finding : run.rows("finding")) {
            var found = FOUND.matcher(finding);
            assertThat(found.find()).as(finding).isTrue();
            int at = Integer.parseInt(found.group(2));
            var stage = found.group(1) == null ? "CONTEXT" : found.group(1);
            assertThat(stages[at] == null || stages[at].equals(stage))
                    .as(finding)
                    .isTrue();
            stages[at] = stage;
        }
        var got = new ArrayList<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var parts = wanted.get(i).split(" +", 3);
            got.add(parts[0] + " " + (stages[i + 2] == null ? "QUIET" : stages[i + 2]) + " " + parts[2]);
        }
        assertThat(got)
                .containsExactlyElementsOf(
                        wanted.stream().map(HuntGradesTest::plain).toList());
    }

    private static String plain(String line) {
        return String.join(" ", line.split(" +", 3));
    }

    private static List<String> lines(String table) throws IOException {
        try (var in = HuntGradesTest.class.getResourceAsStream(table)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
