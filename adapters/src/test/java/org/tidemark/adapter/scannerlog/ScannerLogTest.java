// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.scannerlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;

class ScannerLogTest {
    private static final String CLEAN = """

            ---------------------------------------------------------------------------------------
            Microsoft Safety Scanner v1.333, (build 1.333.600.0)
            Started On Sun Mar 14 22:00:00 2021

            Results Summary:
            ----------------
            No infection found.
            Return code: 0 (0x0)
            """;
    private static final String FOUND = """

            ---------------------------------------------------------------------------------------
            reboot-mode: 0, quiet-mode: 1, detect-only-mode: 0, full-scan-mode: 0, wu-mode: 1
            Microsoft Windows Malicious Software Removal Tool v5.88, (build 5.88.17950.1)
            Started On Wed Apr 14 03:10:07 2021

            Quick Scan Results:
            -------------------
            Threat Detected: Backdoor:ASP/Example.A and Removed!
              Action: Remove, Result: 0x00000000
                file://C:\\inetpub\\wwwroot\\a.aspx
                    SigSeq: 0x0000000000000002
                file://D:\\old.zip->b/a.aspx
            Threat Detected: Trojan:Win32/Example.B, not removed.
              Action: NoAction, Result: 0x00000000
                process://pid:7012,ProcessStart:132628471690000000

            Results Summary:
            ----------------
            Found Trojan:Win32/Example.B, not removed.
            Return code: 7 (0x7)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE"})
    void each_place_in_which_something_was_found_is_a_record(String charset) {
        var taken = TakenEvidence.of(("\uFEFF" + CLEAN + FOUND + CLEAN).getBytes(Charset.forName(charset)));
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.values("threat"))
                .containsExactly("Backdoor:ASP/Example.A", "Backdoor:ASP/Example.A", "Trojan:Win32/Example.B");
        assertThat(taken.values("resource"))
                .containsExactly(
                        "C:\\inetpub\\wwwroot\\a.aspx", "D:\\old.zip", "pid:7012,ProcessStart:132628471690000000");
        assertThat(taken.values("archived")).containsExactly("", "yes", "");
        assertThat(taken.values("scheme")).containsExactly("file", "file", "process");
        assertThat(taken.values("outcome")).containsExactly("Removed", "Removed", "not removed");
        assertThat(taken.values("started")).containsOnly("Wed Apr 14 03:10:07 2021");
    }

    /// It dates the scan, and in no known zone.
    @Test
    void what_a_scan_found_is_not_dated_by_it() {
        var taken = TakenEvidence.of(FOUND.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.traces())
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(trace.time()).isNull());
    }

    @Test
    void a_scan_that_found_nothing_is_no_record() {
        var taken = TakenEvidence.of(CLEAN.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.traces()).isEmpty();
        assertThat(taken.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.kind()).isEqualTo(Kind.SCANNER);
            assertThat(seen.events()).isZero();
        });
    }

    @Test
    void detections_of_the_resident_scanner_have_their_time() {
        var taken = TakenEvidence.at(
                "case/MPDetection-20210303.log",
                ("2021-03-03T09:10:55.472Z Service started\n"
                                + "2021-03-03T09:10:56.472Z DETECTION_ADD#1 Backdoor:ASP/Example.A "
                                + "file:_C:\\inetpub\\wwwroot\\a.aspx\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(taken.values("threat")).containsExactly("Backdoor:ASP/Example.A");
        assertThat(taken.values("resource")).containsExactly("C:\\inetpub\\wwwroot\\a.aspx");
        assertThat(taken.traces().getFirst().time()).isEqualTo(Instant.parse("2021-03-03T09:10:56.472Z"));
        assertThat(taken.seen()).singleElement().extracting(Seen::events).isEqualTo(1L);
    }
}
