// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose a server is, through the command line.
class OwnersCommandTest {
    private static final String SCAN = """
            timestamp,ip,port,hostname,tag,asn,geo,version
            2021-03-03 01:10:21,192.0.2.10,443,mail.shop.example,exchange,64500,DE,15.1.2106.2
            2021-03-03 01:10:22,192.0.2.200,443,,exchange,64500,DE,15.1.2106.2
            2021-03-03 01:10:23,198.51.100.7,443,ex.city.example,exchange,64501,DE,15.1.2106.2
            """;

    @TempDir
    private Path temp;

    private Program program;

    @BeforeEach
    void scan() throws IOException {
        program = new Program(temp.resolve("data"));
        assertThat(program.json("ingest", write("2021-03-03-scan_exchange.csv", SCAN))
                        .exit())
                .isZero();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({
        // The most specific row of those kept by hand.
        "192.0.2.10, Shop, owners.csv:3, range",
        "192.0.2.200, Host, owners.csv:2, range",
        "198.51.100.7, City, owners.csv:4, domain",
        "mail.shop.example, Shop, owners.csv:3, range",
        // Never seen: by its name or address alone.
        "www.city.example, City, owners.csv:4, domain",
        "notcity.example, National, owners.csv:6, fallback",
        "203.0.113.9, National, owners.csv:6, fallback",
        "2001:0db8:0000::0009, Six, owners.csv:7, range",
    })
    void the_most_specific_row_wins(String server, String owner, String row, String match) throws IOException {
        program.json("owners", "import", write("owners.csv", """
                owner,range,domain,asn,server,contact,language
                Host,192.0.2.0/24,,,,abuse@host.example,
                Shop,192.0.2.8/29,,,,it@shop.example,de
                City,,*.city.example,,,it@city.example,
                Net,,,AS64501,,noc@net.example,
                National,,,,*,cert@cert.example,
                Six,2001:db8::/32,,,,six@six.example,
                """));

        var run = program.json("owners", "explain", server);

        assertThat(run.exit()).isZero();
        assertThat(run.rows("owner"))
                .singleElement()
                .asString()
                .contains("\"owner\":\"" + owner + "\"", "\"row\":\"" + row + "\"", "\"match\":\"" + match + "\"");
    }

    @Test
    void what_was_written_down_goes_before_what_was_published_and_the_other_is_shown() throws IOException {
        program.json("owners", "import", write("net.json", RDAP), write("owners.csv", """
                owner,asn,contact
                Net,64500,noc@net.example
                """));

        var run = program.json("owners", "explain", "192.0.2.10");

        assertThat(run.rows("owner").getFirst())
                .contains("\"owner\":\"Net\"", "\"kind\":\"by-hand\"")
                .contains("\"others\":[{\"row\":\"net.json\",\"kind\":\"rdap\",\"owner\":\"Example Hosting\"}]");
        program.json("owners", "remove", "owners.csv");
        assertThat(program.json("owners", "explain", "192.0.2.10").rows("owner").getFirst())
                .contains("\"owner\":\"Example Hosting\"", "\"contact\":\"abuse@hosting.example\"");
    }

    /// Written for this test after RFC 9083, 5.4 and RFC 7095: the role stands inside another entity.
    private static final String RDAP = """
            {"objectClassName":"ip network","startAddress":"192.0.2.0","endAddress":"192.0.2.255","handle":"NET-1",
             "name":"EXAMPLE-NET","entities":[{"roles":["registrant"],"vcardArray":["vcard",[["fn",{},"text","A Person"],
               ["email",{},"text","person@hosting.example"]]],
               "entities":[{"roles":["abuse"],"vcardArray":["vcard",[["version",{},"text","4.0"],
                 ["org",{},"text","Example Hosting"],["adr",{"label":"1 Street"},"text",["","","","","","",""]],
                 ["email",{"type":"abuse"},"text","abuse@hosting.example"]]]}]}]}
            """;

    @Test
    void a_registry_that_names_nobody_for_abuse_makes_no_owner() throws IOException {
        var run = program.json("owners", "import", write("net.json", RDAP.replace("\"abuse\"", "\"technical\"")));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains("no contact for abuse");
        assertThat(program.json("owners").summary()).contains("\"lists\":0");
    }

    @Test
    void a_list_of_the_same_name_replaces_the_one_before() throws IOException {
        program.json("owners", "import", write("owners.csv", "owner,range,contact\nA,192.0.2.0/24,a@a.example\n"));
        var again = program.json("owners", "import", temp.resolve("owners.csv"));
        program.json("owners", "import", write("owners.csv", "owner,range,contact\nB,192.0.2.0/24,b@b.example\n"));

        assertThat(again.summary()).contains("\"lists\":0", "\"unchanged\":1");
        assertThat(program.json("owners", "explain", "192.0.2.10").rows("owner").getFirst())
                .contains("\"owner\":\"B\"", "\"others\":[]");
    }

    @Test
    void a_yaml_list_says_the_same_as_a_table() throws IOException {
        program.json("owners", "import", write("owners.yaml", """
                - owner: Shop
                  range: [192.0.2.8/29, 2001:db8:1::/48]
                  contact: mailto:it@shop.example
                  language: de
                  impact: Very High
                  escalation: "+49 30 123456"
                - owner: Broken
                  rnage: 192.0.2.0/24
                """));

        assertThat(program.json("owners", "explain", "192.0.2.10").rows("owner").getFirst())
                .contains("\"owner\":\"Shop\"", "\"row\":\"owners.yaml:1\"", "\"impact\":\"very high\"")
                .contains(
                        "{\"contact\":\"it@shop.example\",\"channel\":\"email\",\"language\":\"de\",\"format\":\"csv\"}")
                .contains("\"channel\":\"phone\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "A;192.0.2.0/33;a@a.example;;|'192.0.2.0/33' is no range",
                "A;192.0.2.0/24;a@a.example%0d%0aBcc:x@x.example;;|is no mailbox",
                "A;192.0.2.0/24;a@a@b.example;;|is no mailbox",
                "A;192.0.2.0/24;@a.example;;|is no mailbox",
                "A;192.0.2.0/24;a@a.example;dreadful;|'dreadful' is no impact",
                "A;192.0.2.0/24;a@a.example;;maybe|neither yes nor no",
                ";192.0.2.0/24;a@a.example;;|names no owner",
            })
    void a_row_that_cannot_be_right_is_left_out_as_a_whole_and_the_others_are_used(String row, String cause)
            throws IOException {
        var run = program.json(
                "owners",
                "import",
                write(
                        "owners.csv",
                        "owner;range;contact;impact;optOut\n" + row + "\nGood;192.0.2.0/24;g@good.example;;\n"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.rows("problem")).singleElement().asString().contains(cause, "\"line\":2");
        assertThat(program.json("owners", "explain", "192.0.2.10").rows("owner").getFirst())
                .contains("\"owner\":\"Good\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expires: 2027-01-01T00:00:00Z|Canonical: https://mail.shop.example/.well-known/security.txt|",
                "Expires: 2026-11-24T07:59:59z|Canonical: https://mail.shop.example/x|expired",
                "Expires: 2027-01-01T00:00:00Z|Hiring: https://mail.shop.example/jobs|does not say in a field Canonical",
                "Preferred-Languages: de|Canonical: https://mail.shop.example/x|exactly once",
                "Expires: 2027-01-01T00:00:00Z|Canonical: http://mail.shop.example/x|Canonical",
            })
    void a_published_contact_holds_for_its_host_until_it_expires(String one, String two, String cause)
            throws IOException {
        var run = program.json(
                "owners",
                "import",
                write("security.txt", "# ours\nContact: mailto:sec%2Bx@shop.example\n" + one + "\n" + two + "\n"));

        if (cause == null) {
            assertThat(run.exit()).isZero();
            assertThat(program.json("owners", "explain", "192.0.2.10")
                            .rows("owner")
                            .getFirst())
                    .contains("\"kind\":\"security-txt\"", "\"contact\":\"sec+x@shop.example\"");
            assertThat(program.json("owners", "explain", "192.0.2.200").exit()).isEqualTo(1);
        } else {
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.rows("problem")).singleElement().asString().contains(cause);
        }
    }

    @Test
    void a_signed_file_that_nobody_checked_is_not_used() throws IOException {
        var run = program.json("owners", "import", write("security.txt", """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256

                Contact: mailto:sec@shop.example
                Expires: 2027-01-01T00:00:00Z
                Canonical: https://mail.shop.example/.well-known/security.txt
                -----BEGIN PGP SIGNATURE-----
                AAAA
                -----END PGP SIGNATURE-----
                """));

        assertThat(run.rows("problem")).singleElement().asString().contains("signed");
    }

    @Test
    void a_server_that_is_in_no_list_is_nobodys() throws IOException {
        program.json("owners", "import", write("owners.csv", "owner,range\nA,203.0.113.0/24\n"));

        var run = program.text(80, "C.UTF-8", "owners", "explain", "192.0.2.10");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsExactly("Nobody is known to own 192.0.2.10.");
    }
}
