// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

class FieldLogTest {
    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username sc-status\n";

    @Test
    void a_header_in_the_middle_changes_the_columns() {
        var read = read(FIELDS
                + "2021-03-03 04:00:02 GET /a - - 200\n"
                + "#Software: restarted\n#Fields: date time sc-status cs-uri-stem cs-method\n"
                + "2021-03-03 05:00:02 404 /b POST\n");
        assertThat(read.values("cs-uri-stem")).containsExactly("/a", "/b");
        assertThat(read.values("sc-status")).containsExactly("200", "404");
        assertThat(read.values("cs-method")).containsExactly("GET", "POST");
        assertThat(read.traces()).extracting(trace -> trace.place().line()).containsExactly(2L, 5L);
    }

    @Test
    void a_blank_too_many_moves_no_column() {
        var read = read(FIELDS + "2021-03-03 04:00:02 POST /powershell a=b  corp\\user 200\n");
        assertThat(read.values("cs-username")).containsExactly("corp\\user");
        assertThat(read.values("sc-status")).containsExactly("200");
    }

    @Test
    void the_day_of_rows_without_one_stands_in_the_header() {
        var read = read("#Date: 2013-07-30 00:00:00\n#Fields: time cs-method cs-uri-stem\n00:00:03 GET /a\n");
        assertThat(read.traces().getFirst().time()).isEqualTo(Instant.parse("2013-07-30T00:00:03Z"));
        assertThat(read.seen().getFirst().days()).containsExactly(LocalDate.of(2013, 7, 30));
    }

    @Test
    void path_and_query_are_joined_and_decoded_once() {
        var read = read(
                FIELDS + "2021-03-03 04:00:02 GET /owa/a%40b x=%2541 - 200\n" + "2021-03-03 04:00:03 GET /c - - 200\n");
        assertThat(read.values("url")).containsExactly("/owa/a@b?x=%41", "/c");
    }

    @Test
    void slashes_side_by_side_are_one_however_they_are_spelled() {
        var read = read(FIELDS + "2021-03-03 04:00:02 GET //owa///a%2f/b x=https://c - 200\n");
        assertThat(read.values("url")).containsExactly("/owa/a/b?x=https:/c");
    }

    @Test
    void rows_of_the_proxy_have_path_and_query_as_one_text_too() {
        var read = read("""
                DateTime,UrlStem,UrlQuery,AnchorMailbox,HttpStatus
                2021-03-03T04:00:02Z,/a//b,?@c/%6dapi,x,200
                2021-03-03T04:00:03Z,/a,,x,200
                """);
        assertThat(read.values("url")).containsExactly("/a/b?@c/mapi", "/a");
    }

    @Test
    void zero_bytes_after_a_crash_are_one_problem_and_cost_no_row() {
        var read = read(FIELDS + "2021-03-03 04:00:02 GET /a - - 200\n\0\0\0\0" + "2021-03-03 04:00:03 GET /b - - 200\n"
                + "\0\0\0");
        assertThat(read.values("cs-uri-stem")).containsExactly("/a", "/b");
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().getFirst().place().line()).isEqualTo(3);
    }

    /// The token is invented: a name and a SID of no account.
    @Test
    void a_token_in_the_query_says_whom_its_maker_played() {
        var token = "VgEAVAdXaW5kb3dzQwBBBUJhc2ljTA5hQGNvcnAuZXhhbXBsZVUJUy0xLTUtMS0yRwEAAAA=";
        var read = read(FIELDS + "2021-08-20 04:00:02 POST /a @b/powershell/?X-Rps-CAT=" + token + "&c=d - 200\n"
                + "2021-08-20 04:00:03 POST /a X-Rps-CAT=VgEAVAdXaW5kb3 - 200\n"
                + "2021-08-20 04:00:04 POST /a X-Rps-CAT=" + token.replace("=", "%3D") + " - 200\n");
        assertThat(read.values("logonname")).containsExactly("a@corp.example", "", "a@corp.example");
        assertThat(read.values("sid")).containsExactly("S-1-5-1-2", "", "S-1-5-1-2");
    }

    @Test
    void bytes_of_an_older_code_page_cost_no_row() {
        var text = FIELDS + "2021-03-03 04:00:02 GET /gr\u00FC\u00DFe - - 200\n";
        var read = read(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.values("cs-uri-stem")).containsExactly("/gr\u00FC\u00DFe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodings_are_told_apart(String charset) {
        var read = read(
                ("\uFEFF" + FIELDS + "2021-03-03 04:00:02 GET /grüße - - 200\r\n").getBytes(Charset.forName(charset)));
        assertThat(read.values("cs-uri-stem")).containsExactly("/grüße");
        assertThat(read.values("sc-status")).containsExactly("200");
    }

    @Test
    void an_unfinished_last_row_is_read_as_far_as_it_goes() {
        var read = read(FIELDS + "2021-03-03 04:00:02 GET /a - - 200\n2021-03-03 04:00:03 GET /b");
        assertThat(read.values("cs-uri-stem")).containsExactly("/a", "/b");
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DateTime,AnchorMailbox,ServerHostName\n",
                "#Log-type: HttpProxy Logs\n#Fields: DateTime,AnchorMailbox,ServerHostName\n",
                "DateTime,AnchorMailbox,ServerHostName\n#Fields: DateTime,AnchorMailbox,ServerHostName\n",
            })
    void fields_stand_in_the_first_line_or_after_the_mark_or_both(String header) {
        var read = read(header + "2021-03-03T04:00:02.000Z,\"a,b\",EX01\n");
        assertThat(read.values("anchormailbox")).containsExactly("a,b");
        assertThat(read.traces()).singleElement().extracting(Trace::kind).isEqualTo(Kind.HTTP_PROXY);
        assertThat(read.traces().getFirst().server()).isEqualTo("EX01");
    }

    @Test
    void a_file_says_from_when_to_when_it_is_and_on_which_days() {
        var text = new StringBuilder("DateTime,AnchorMailbox,ServerHostName\n");
        for (var day : List.of("03", "04", "07")) {
            for (int hour = 10; hour < 15; hour++) {
                text.append("2021-03-").append(day).append('T').append(hour).append(":00:02.000Z,a,EX01\n");
            }
        }
        var seen = read(text.toString()).seen();
        assertThat(seen)
                .containsExactly(new Seen(
                        "EX01",
                        Kind.HTTP_PROXY,
                        15,
                        Instant.parse("2021-03-03T10:00:02Z"),
                        Instant.parse("2021-03-07T14:00:02Z"),
                        java.util.Set.of(
                                LocalDate.of(2021, 3, 3), LocalDate.of(2021, 3, 4), LocalDate.of(2021, 3, 7))));
    }

    @Test
    void american_dates_are_read() {
        var read = read("DateTime,ServerHostName,ScanResult\n6/30/2021 10:03:57 AM,EX01,Detected\n");
        assertThat(read.traces().getFirst().time()).isEqualTo(Instant.parse("2021-06-30T10:03:57Z"));
    }

    @Test
    void a_cut_anywhere_is_no_more_than_missing_rows() {
        var text = FIELDS + "2021-03-03 04:00:02 GET /a - - 200\n2021-03-03 04:00:03 GET /b - - 200\n";
        for (int length = FIELDS.length(); length < text.length(); length++) {
            var rows = text.substring(FIELDS.length(), length).lines().count();
            assertThat(read(text.substring(0, length)).traces()).hasSize((int) rows);
        }
    }

    private static TakenEvidence read(String text) {
        return TakenEvidence.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TakenEvidence read(byte[] bytes) {
        return TakenEvidence.of(bytes);
    }
}
