// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.exposure.Evidence.Header;

class RawHttpTest {
    @Test
    void status_headers_and_body_are_told_apart() {
        var answer =
                RawHttp.parse("HTTP/1.1 401 Unauthorized\r\nX-OWA-Version: 15.2.1118.7\r\nwww_authenticate:NTLM\r\n"
                        + "Www-Authenticate: Basic realm=\"a: b\"\r\n\r\nbody\r\n\r\nmore");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers())
                .containsExactly(
                        new Header("x-owa-version", "15.2.1118.7"),
                        new Header("www-authenticate", "NTLM"),
                        new Header("www-authenticate", "Basic realm=\"a: b\""));
        assertThat(answer.body()).isEqualTo("body\r\n\r\nmore");
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void bare_line_feeds_will_do_and_lines_that_are_no_headers_are_left_out() {
        var answer = RawHttp.parse("HTTP/1.0 200\nServer: x\nnonsense\n: y\n\nbody");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsExactly(new Header("server", "x"));
        assertThat(answer.body()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "HTTP/", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 2x0 OK", "HTTP/1.1 99999 OK", "\r\n", "\n\n\n"})
    void what_is_no_answer_has_no_status(String text) {
        assertThat(RawHttp.parse(text).status()).isZero();
    }

    @Test
    void a_body_shorter_than_announced_is_cut_off() {
        assertThat(RawHttp.parse("HTTP/1.1 200 OK\nContent-Length: 5\n\nüöä").truncated())
                .isFalse();
        assertThat(RawHttp.parse("HTTP/1.1 200 OK\nContent-Length: 7\n\nüöä").truncated())
                .isTrue();
        assertThat(RawHttp.parse("HTTP/1.1 200 OK\nContent-Length: 700\n\n").truncated())
                .as("a head without any body tells nothing")
                .isFalse();
        assertThat(RawHttp.parse("HTTP/1.1 200 OK\nContent-Length: 70\nContent-Encoding: gzip\n\nabc")
                        .truncated())
                .as("the size of the packed body")
                .isFalse();
    }

    @Test
    void the_pieces_of_a_chunked_body_are_put_together() {
        var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        var whole = RawHttp.parse(head + "4\r\n/owa\r\n8;x=y\r\n/auth/15\r\n0\r\n\r\n");
        assertThat(whole.body()).isEqualTo("/owa/auth/15");
        assertThat(whole.truncated()).isFalse();
        var cut = RawHttp.parse(head + "4\r\n/owa\r\nff\r\n/auth");
        assertThat(cut.body()).isEqualTo("/owa/auth");
        assertThat(cut.truncated()).isTrue();
        var already = RawHttp.parse(head + "<html>no marks</html>");
        assertThat(already.body()).isEqualTo("<html>no marks</html>");
        assertThat(already.truncated()).isFalse();
        assertThat(RawHttp.parse(head + "7fffffff\r\nx").body()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "äöü", "€", "😀", "a😀\uD800b", "\0"})
    void the_length_in_bytes_is_that_of_utf8(String text) {
        // A half of a pair that stands alone cannot be written down; it counts two here and one as a question mark.
        var stray = text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count();
        assertThat(RawHttp.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length + stray);
    }

    @Test
    void headers_without_end_are_not_kept() {
        assertThat(RawHttp.parse("HTTP/1.1 200 OK\n" + "a: b\n".repeat(100_000)).headers())
                .hasSize(1_000);
    }
}
