// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What to work on first, through the command line.
class QueueCommandTest {
    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void scan() throws IOException {
        program = new Program(temp.resolve("data"));
        program.json("ingest", Files.writeString(temp.resolve("2021-03-03-scan_exchange.csv"), """
                timestamp,ip,port,hostname,tag,asn,geo,version
                2021-03-03 01:10:21,192.0.2.10,443,a.example,exchange,64500,DE,15.1.2106.2
                2021-03-03 01:10:22,192.0.2.11,443,b.example,exchange,64500,DE,15.1.2106.13
                2021-03-03 01:10:23,192.0.2.12,443,c.example,exchange,64500,DE,15.1.2106
                2021-03-03 01:10:24,192.0.2.13,443,d.example,exchange;cve-2021-26855;webshell,64500,DE,15.1.2106.13
                2021-03-03 01:10:25,10.0.0.14,443,e.example,exchange,64500,DE,15.1.2106.2
                """));
    }

    @Test
    void incidents_come_first_and_doubts_last_each_with_its_sentence() {
        var run = program.json("queue", "--campaign", "proxylogon");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.rows("queued"))
                .satisfiesExactly(
                        incident -> assertThat(incident)
                                .contains(
                                        "\"address\":\"192.0.2.13:443\"", "\"campaign\":null", "\"lane\":\"incident\"")
                                .contains("\"forensics\":true", "A feed reports it as broken into"),
                        // The day on which it is due is the same; what is not known of the second counts as the worse.
                        open -> assertThat(open)
                                .contains("\"address\":\"192.0.2.10:443\"", "\"lane\":\"remediate\"")
                                .contains("\"decision\":\"3 days & forensic investigation\"", "\"due\":\"2021-11-06\"")
                                .contains("\"publiclyExposed\":\"yes\"", "\"humanImpact\":\"unknown\"")
                                .contains("the server is reachable from the internet"),
                        inside -> assertThat(inside)
                                .contains("\"address\":\"10.0.0.14:443\"", "\"publiclyExposed\":\"unknown\"")
                                .contains("Not known, so taken as the worse: Publicly Exposed"),
                        doubt -> assertThat(doubt)
                                .contains("\"address\":\"192.0.2.12:443\"", "\"lane\":\"clarify\"")
                                .contains("\"decision\":null", "\"due\":null", "\"forensics\":false"));
        assertThat(run.summary()).contains("\"queued\":4", "\"incident\":1", "\"remediate\":2", "\"clarify\":1");
    }

    @Test
    void what_the_owner_says_of_the_impact_is_asked() throws IOException {
        program.json("owners", "import", Files.writeString(temp.resolve("owners.csv"), """
                owner,range,contact,impact
                Small,192.0.2.10/32,a@small.example,low
                """));

        var run = program.json("queue", "--campaign", "proxylogon");

        assertThat(run.rows("queued").get(2))
                .as("a lesser impact is worked on after one that nobody knows")
                .contains("\"address\":\"192.0.2.10:443\"", "\"humanImpact\":\"low\"");
    }

    @Test
    void people_read_every_reason_once() {
        var run = program.text(80, "C.UTF-8", "queue", "--campaign", "proxylogon");

        assertThat(String.join("\n", run.out()))
                .contains("1 server, incident", "due 2021-11-06", "192.0.2.10:443")
                .endsWith("In this order; --json has every server with its own sentence.");
        assertThat(run.out()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void nothing_to_do_is_said_in_words_and_by_the_exit_status() throws IOException {
        var other = new Program(temp.resolve("other"));
        other.json("ingest", Files.writeString(temp.resolve("2021-03-04-scan_exchange.csv"), """
                timestamp,ip,port,hostname,tag,asn,geo,version
                2021-03-04 01:10:22,192.0.2.11,443,b.example,exchange,64500,DE,15.1.2106.13
                """));

        var run = other.text(80, "C.UTF-8", "queue", "--campaign", "proxylogon");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("Nothing is to be done.");
    }
}
