// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

class RowScreenTest {
    private static final String RULE = """
            title: One
            id: one
            logsource: {category: webserver}
            detection:
              page: {cs-uri-stem|contains: [/alpha/, /beta/], cs-uri-stem|endswith: .aspx}
              asked: {cs-uri-query|contains|all: [token, '@']}
              other: {cs-uri-stem|contains: 'start*end'}
              reading: {cs-method: GET}
              condition: (page and asked or other) and not reading
            """;

    @ParameterizedTest
    @CsvSource({
        "POST /ALPHA/x.aspx token=a@b, true",
        "POST /beta/x.aspx a@b&Token=, true",
        "POST /beta/x.aspx token=a.b, false",
        "POST /beta/x.asp token=a@b, false",
        "POST /gamma/x.aspx token=a@b, false",
        "POST /startandend -, true",
        "POST /start -, false",
        "POST /end -, false",
        "'', false",
    })
    void a_row_is_looked_at_where_all_that_some_way_needs_stands_in_it(String row, boolean looked) {
        assertThat(passes(screen(RULE), row)).isEqualTo(looked);
    }

    @Test
    void where_nothing_can_be_said_of_a_rule_every_row_is_looked_at_and_none_where_there_is_no_rule() {
        var blind = """
                ---
                title: B
                id: b
                logsource: {category: webserver}
                detection: {s: {sc-status|gt: 399}, condition: s}
                """;
        assertThat(passes(RowScreen.of(new Hunter(rules(RULE + blind)).ways(Kind.IIS)), "x"))
                .isTrue();
        assertThat(passes(RowScreen.of(new Hunter(List.of()).ways(Kind.IIS)), "x"))
                .isFalse();
    }

    /// Rows of pieces of what the rule asks for, in any order and case.
    @Test
    void no_row_that_the_rule_hits_is_passed_over() {
        var hunter = new Hunter(rules(RULE));
        var screen = RowScreen.of(hunter.ways(Kind.IIS));
        var random = new Random(7);
        var parts = List.of("/alpha/", "/beta/", ".aspx", "token", "@", "start", "end", "x", "GET", "-", "&", "%40");
        int hits = 0;
        for (int i = 0; i < 200_000; i++) {
            var values = new String[] {any(random, parts), any(random, parts), any(random, parts)};
            var fields = java.util.Map.of(
                    "cs-method", List.of(values[0]),
                    "cs-uri-stem", List.of(values[1]),
                    "cs-uri-query", List.of(values[2]));
            var trace = new Trace(Kind.IIS, fields, null, null, new Trace.Place("f", null, 1L, null));
            if (!hunter.findings(trace, "").isEmpty()) {
                hits++;
                assertThat(passes(screen, String.join(" ", values)))
                        .as(fields.toString())
                        .isTrue();
            }
        }
        assertThat(hits).isGreaterThan(1_000);
    }

    /// The same for a field that readers work out: decoded, and with slashes side by side as one.
    @Test
    void no_row_that_a_rule_hits_by_a_derived_field_is_passed_over() {
        var hunter = new Hunter(rules("""
                title: Two
                id: two
                logsource: {category: webserver}
                detection:
                  post: {cs-method: POST}
                  whole: {url|re: '(?i)/alpha/beta(\\?|/)(token|gamma)'}
                  part: {url|contains: 'gamma/token?alpha'}
                  condition: post and (whole or part)
                """));
        var screen = RowScreen.of(hunter.ways(Kind.IIS));
        assertThat(screen).isNotEqualTo(RowScreen.EVERYTHING);
        var random = new Random(7);
        var parts = List.of("/", "//", "%2f", "alpha", "%61lpha", "beta", "b%65ta", "token", "gamma", "?");
        var log = new StringBuilder("#Fields: date time cs-method cs-uri-stem cs-uri-query\n");
        for (int i = 0; i < 100_000; i++) {
            log.append("2021-03-03 04:00:00 POST /alpha")
                    .append(any(random, parts).replace("?", "/"));
            log.append(' ').append(any(random, parts)).append('\n');
        }
        var lines = log.toString().lines().toList();
        int hits = 0;
        for (var trace : TakenEvidence.of(log.toString().getBytes(StandardCharsets.UTF_8))
                .traces()) {
            if (!hunter.findings(trace, "").isEmpty()) {
                hits++;
                var row = lines.get((int) (trace.place().line() - 1));
                assertThat(passes(screen, row)).as(row).isTrue();
            }
        }
        assertThat(hits).isGreaterThan(1_000);
    }

    private static String any(Random random, List<String> parts) {
        var text = new StringBuilder();
        for (int n = random.nextInt(5); n >= 0; n--) {
            var part = parts.get(random.nextInt(parts.size()));
            text.append(random.nextBoolean() ? part : part.toUpperCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }

    private static boolean passes(RowScreen screen, String row) {
        var bytes = ("before" + row + "after").getBytes(StandardCharsets.UTF_8);
        return screen.passes(bytes, 6, bytes.length - 5);
    }

    private static RowScreen screen(String text) {
        return RowScreen.of(new Hunter(rules(text)).ways(Kind.IIS));
    }

    private static List<HuntRule> rules(String text) {
        var rules = new ArrayList<HuntRule>();
        for (var read : new SigmaReader(Sources.bundled()).read(text, null)) {
            assertThat(read).isInstanceOf(ReadRule.Ready.class);
            rules.add(((ReadRule.Ready) read).rule());
        }
        assertThat(rules).extracting(HuntRule::kinds).containsOnly(Set.of(Kind.IIS));
        return rules;
    }
}
