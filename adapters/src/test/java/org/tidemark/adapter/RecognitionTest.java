// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.registry.Formats;

class RecognitionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Read me\n\nSome words.\n",
                "{\"name\":\"package\",\"version\":\"1.0.0\",\"dependencies\":{\"a\":\"1.2.3\"}}",
                "{\"ip\":\"192.0.2.1\"}\n",
                "{\"data\":{\"a\":1},\"ip\":\"192.0.2.1\"}",
                "[]",
                "[1,2,3]",
                "name,version,licence\na,1.2.3,MIT\n",
                "timestamp,ip,message\n2021-03-12 01:10:21,192.0.2.1,x\n",
                "<?xml version=\"1.0\"?><configuration/>",
                "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><S>x</S></Objs>",
                "\"a\",\"b\",\"c\",\"d\"\n",
                "mail.example.org\nowa.example.org\n",
                "\u007FELF\u0002\u0001\u0001",
                "2021-03-12 01:10:21 192.0.2.1 GET /owa/ - 443 - 198.51.100.7 Mozilla/5.0 200\n",
            })
    void what_no_tool_here_writes_is_not_claimed(String text) {
        assertThat(recognised(text)).isEqualTo("none");
    }

    @Test
    void a_first_line_that_is_broken_does_not_hide_the_format() {
        var line = "{\"ip\":\"192.0.2.1\",\"data\":{\"http\":{\"status\":\"success\",\"protocol\":\"http\"}}}\n";
        assertThat(recognised("garbage\n" + line)).isEqualTo("none");
        assertThat(recognised("{\"ip\":\"192.0.2.1\",\"da\n" + line)).isEqualTo("zgrab2");
        assertThat(recognised("{\"ip\":{{{\n{]\n" + line)).isEqualTo("zgrab2");
        assertThat(recognised("broken,\"line\n\"h\",\"2021-09-01T00:00:00+00:00\",\"15.1.2308.14\",\"x\"\n"))
                .isEqualTo("exchange-scans");
    }

    @Test
    void names_that_stand_behind_a_page_are_found() {
        var page = "x".repeat(300_000);
        assertThat(recognised(
                        "{\"http\":{\"html\":\"" + page + "\"},\"ip_str\":\"192.0.2.1\",\"port\":443,\"_shodan\":{}}"))
                .isEqualTo("shodan");
    }

    @Test
    void the_order_of_members_does_not_matter() {
        assertThat(recognised("{\"data\":{\"x\":{\"result\":{},\"status\":\"success\"}},\"ip\":\"192.0.2.1\"}"))
                .isEqualTo("zgrab2");
        assertThat(recognised("{ \"port\" : 443, \"data\" : \"SFRU\", \"ip\" : \"192.0.2.1\", \"vhost\" : \"x\" }"))
                .isEqualTo("sonar");
    }

    @Test
    void text_without_end_is_recognised_in_no_time() {
        for (var piece :
                new String[] {"[", "{\"a\":", "{", "<", "<nmaprun ", "\"", ",", "1.", "a b ", "(", "\n", "#"}) {
            recognised(piece.repeat(Head.MOST / piece.length()));
        }
    }

    private static String recognised(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new InputReader(Formats.ALL, Limits.DEFAULT)
                .recognise(Head.of(bytes))
                .map(Format::id)
                .orElse("none");
    }
}
