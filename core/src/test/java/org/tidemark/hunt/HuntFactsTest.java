// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntFactsTest {
    private static final String KNOWN = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final String BAD = "c".repeat(64);
    private static final HuntFacts FACTS = new HuntFacts(
            new ShippedParts(List.of(
                    new ShippedParts.Part("module", "Logging", null, "?:\\Windows\\System32\\log.dll"),
                    new ShippedParts.Part("module", "Mail", "Vendor.*", "*\\bin\\mail.dll"))),
            new KnownFiles(() -> Map.of(
                    "web/auth/logon.aspx", new KnownFiles.Contents(Set.of(KNOWN), Set.of()),
                    "web/auth/version/logon.js", new KnownFiles.Contents(Set.of(KNOWN), Set.of("15.1.2176")))),
            new Indicators(List.of(
                    indicator(Indicators.Type.SHA256, BAD, null),
                    indicator(Indicators.Type.IP, "203.0.113.7", "Example Group"),
                    indicator(Indicators.Type.USER_AGENT, "Example+Client/1.0", null),
                    indicator(Indicators.Type.PATH, "C:\\inetpub\\wwwroot\\aspnet_client\\example.aspx", null),
                    indicator(Indicators.Type.FILENAME, "supp0rt.aspx", null))));

    @ParameterizedTest
    @CsvSource({
        "module, Logging, '', C:\\Windows\\System32\\log.dll, yes",
        "module, logging, '', D:\\windows\\system32\\LOG.dll, yes",
        "module, Logging, '', C:\\Windows\\Temp\\log.dll, other",
        "module, Mail, Vendor.Agent, D:\\Mail\\bin\\mail.dll, yes",
        "module, Mail, Example.Agent, D:\\Mail\\bin\\mail.dll, other",
        "module, Nobody, '', C:\\Windows\\System32\\log.dll, no",
        "pool, Logging, '', '', ''",
    })
    void a_part_is_shipped_where_name_code_and_file_are(
            String entry, String name, String code, String image, String shipped) {
        var trace = trace(Kind.CONFIG, Map.of("entry", entry, "name", name, "code", code, "image", image));
        assertThat(FACTS.with(trace).first("shipped")).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Mail\\web\\auth\\Logon.aspx, known, yes, yes",
        // The list ends with a build, and nothing says of which build this file is.
        "C:\\Mail\\web\\auth\\logon.aspx, other, yes, ''",
        "C:\\Mail\\web\\auth\\logon.aspx, none, yes, ''",
        "C:\\Mail\\web\\auth\\15.1.2176\\logon.js, known, yes, yes",
        "C:\\Mail\\web\\auth\\15.1.2176.9\\logon.js, other, yes, no",
        "C:\\Mail\\web\\auth\\15.2.1118\\logon.js, other, yes, ''",
        "C:\\Mail\\web\\auth\\shell.aspx, known, '', ''",
        "C:\\Mail\\other\\logon.aspx, known, '', ''",
    })
    void a_content_is_judged_where_the_list_can_know_it(String path, String hash, String listed, String known) {
        var fields = new HashMap<>(Map.of("path", path));
        if (!hash.equals("none")) {
            fields.put("sha256", hash.equals("known") ? KNOWN : OTHER);
        }
        var trace = FACTS.with(trace(Kind.FILE, fields));
        assertThat(trace.first("listed")).isEqualTo(listed);
        assertThat(trace.first("known")).isEqualTo(known);
    }

    @Test
    void a_content_that_was_published_is_told_with_who_published_it() {
        var trace = FACTS.with(trace(Kind.FILE, Map.of("path", "C:\\x\\a.aspx", "sha256", BAD)));
        assertThat(trace.first("knownbad")).isEqualTo("yes");
        assertThat(trace.values("knownbadby")).containsExactly("Example Source");
    }

    @ParameterizedTest
    @CsvSource({
        "virtualpath, /auth/logon.aspx, ''",
        "virtualpath, /auth/shell.aspx, /auth/shell.aspx",
        "compiledpage, logon.aspx, ''",
        "compiledpage, shell.aspx, /shell.aspx"
    })
    void a_compiled_page_that_the_product_does_not_have_is_told(String field, String page, String unlisted) {
        var trace = FACTS.with(trace(Kind.FILE, Map.of("path", "C:\\x", field, page)));
        assertThat(trace.first("unlistedpage")).isEqualTo(unlisted);
        assertThat(HuntFacts.NONE
                        .with(trace(Kind.FILE, Map.of("path", "C:\\x", field, page)))
                        .first("unlistedpage"))
                .isEmpty();
    }

    @Test
    void the_contents_of_files_are_asked_for_when_the_first_file_turns_up_and_once() {
        var asked = new AtomicInteger();
        var facts = new HuntFacts(
                ShippedParts.NONE,
                new KnownFiles(() -> {
                    asked.incrementAndGet();
                    return Map.of();
                }),
                Indicators.NONE);
        facts.with(trace(Kind.CONFIG, Map.of("entry", "module")));
        assertThat(asked).hasValue(0);
        facts.with(trace(Kind.FILE, Map.of("path", "C:\\a\\b")));
        facts.with(trace(Kind.FILE, Map.of("path", "C:\\a\\c")));
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "c-ip, 203.0.113.7, 1",
        "clientipaddress, '203.0.113.7, 192.0.2.1', 1",
        "c-ip, 203.0.113.77, 0",
        "cs(user-agent), Example Client/1.0, 1",
        "cs(user-agent), example+client/1.0, 1",
        "targetfilename, E:\\INETPUB\\wwwroot\\aspnet_client\\Example.aspx, 1",
        "cs-uri-stem, /aspnet_client/example.aspx, 1",
        "cs-uri-stem, /owa/auth/supp0rt.aspx, 1",
        "cs-uri-stem, /owa/auth/notsupp0rt.aspx, 0",
        "hashes, 'SHA1=x,SHA256=cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', 1",
    })
    void published_values_are_found_however_logs_write_them(String field, String value, int found) {
        assertThat(FACTS.indicators().in(trace(Kind.IIS, Map.of(field, value)))).hasSize(found);
    }

    @Test
    void several_packs_know_what_each_knows() {
        var both = HuntFacts.all(List.of(HuntFacts.NONE, FACTS));
        var trace = both.with(trace(Kind.FILE, Map.of("path", "C:\\web\\auth\\logon.aspx", "sha256", KNOWN)));
        assertThat(trace.first("known")).isEqualTo("yes");
        assertThat(both.indicators().of(Indicators.Type.IP, "203.0.113.7")).hasSize(1);
        assertThat(both.parts().shipped("module", "Nobody", "", "")).isEqualTo("no");
    }

    private static Indicators.Indicator indicator(Indicators.Type type, String value, @Nullable String actor) {
        return new Indicators.Indicator(type, value, actor, "", "", LocalDate.of(2021, 3, 3), "Example Source");
    }

    private static Trace trace(Kind kind, Map<String, String> fields) {
        var lists = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Trace(kind, lists, null, null, new Trace.Place("f", null, 1L, null));
    }
}
