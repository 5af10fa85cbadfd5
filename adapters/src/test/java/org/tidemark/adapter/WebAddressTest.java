// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://mail.example.org/owa/?url=x#y, mail.example.org, 443, /owa/",
                "http://mail.example.org:8080, mail.example.org, 8080, /",
                "http://mail.example.org?x, mail.example.org, 80, /",
                "HTTPS://mail.example.org/, mail.example.org, 443, /",
                "mail.example.org:8443/owa, mail.example.org, 8443, /owa",
                "mail.example.org, mail.example.org, -, -",
                "192.0.2.1:443, 192.0.2.1, 443, -",
                "[2001:db8::1]:443, 2001:db8::1, 443, -",
                "2001:db8::1, 2001:db8::1, -, -",
                "https://[2001:db8::1]/x, 2001:db8::1, 443, /x",
                "https://user:word@mail.example.org/x, mail.example.org, 443, /x",
                "https://mail.example.org:99999/x, mail.example.org, 443, /x",
                "ftp://mail.example.org/x, mail.example.org, -, /x",
                "' ', -, -, -",
                "https:///x, -, 443, /x",
                "[, [, -, -",
                ":, -, -, -",
            })
    void host_port_and_path_are_told_apart(String text, String host, Integer port, String path) {
        assertThat(WebAddress.of(text)).isEqualTo(new WebAddress(host, port, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "fe80::1%eth0", "::ffff:192.0.2.1"})
    void an_address_is_no_name(String text) {
        assertThat(WebAddress.isIp(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "192.0.2.256", "192.0.2", "192.0.2.1.2", "1.2.3.x", "", "ex:ample"})
    void a_name_is_no_address(String text) {
        assertThat(WebAddress.isIp(text)).isFalse();
    }
}
