// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Exposed;
import org.tidemark.export.InstalledBuilds;
import org.tidemark.export.Standing;
import tools.jackson.databind.JsonNode;

/// What a verdict becomes: nothing that is not decided may ever read as safe, in no format.
class VerdictMappingTest {
    private static final Set<Verdict.Kind> UNDECIDED =
            EnumSet.of(Verdict.Kind.UNKNOWN, Verdict.Kind.DEPENDS_ON_SETTING, Verdict.Kind.NOT_LISTED);

    @ParameterizedTest
    @EnumSource
    void only_what_is_stated_or_proven_is_safe(Verdict.Kind verdict) {
        var standing = Standing.of(verdict);
        assertThat(standing == Standing.FIXED || standing == Standing.NOT_AFFECTED)
                .isEqualTo(verdict.isSettledSafe());
        assertThat(standing == Standing.AFFECTED).isEqualTo(verdict.isOpen());
        assertThat(standing == Standing.UNDER_INVESTIGATION).isEqualTo(UNDECIDED.contains(verdict));
    }

    @Test
    void a_status_document_says_of_each_build_and_flaw_what_its_verdict_is() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed();
        for (var topic : store.topics()) {
            var document = OfficialSchemas.read(Exports.vex(topic, servers, IMPRINT));
            var installed = new InstalledBuilds("exchange", topic.cves());
            servers.forEach(installed);
            for (int i = 0; i < topic.cves().size(); i++) {
                var cve = topic.cves().get(i);
                var wanted = installed.all().stream()
                        .flatMap(build -> build.flaws().stream())
                        .filter(flaw -> flaw.cve().equals(cve))
                        .map(flaw -> Standing.of(flaw.verdict()))
                        .collect(Collectors.groupingBy(standing -> standing, Collectors.counting()));
                var status = document.at("/vulnerabilities/" + i + "/product_status");
                assertThat(count(status, "fixed")).isEqualTo(wanted.getOrDefault(Standing.FIXED, 0L));
                assertThat(count(status, "known_affected")).isEqualTo(wanted.getOrDefault(Standing.AFFECTED, 0L));
                assertThat(count(status, "known_not_affected"))
                        .isEqualTo(wanted.getOrDefault(Standing.NOT_AFFECTED, 0L));
                assertThat(count(status, "under_investigation"))
                        .isEqualTo(wanted.getOrDefault(Standing.UNDER_INVESTIGATION, 0L));
            }
        }
    }

    private static long count(JsonNode status, String name) {
        return status.path(name).size();
    }

    @Test
    void a_server_that_is_not_decided_is_on_no_document_as_fixed_or_not_affected() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed("proxylogon").stream()
                .filter(VerdictMappingTest::isAllUndecided)
                .toList();
        assertThat(servers).isNotEmpty();

        var vex = OfficialSchemas.read(Exports.vex(store.topics("proxylogon").getFirst(), servers, IMPRINT));
        for (var vulnerability : vex.path("vulnerabilities")) {
            assertThat(vulnerability.path("product_status").propertyNames()).containsExactly("under_investigation");
        }
        assertThat(Exports.ocsf(servers, store.background(), IMPRINT).lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"status\":\"Not decided\""));
        assertThat(Exports.xarf(servers, store.background(), IMPRINT)).isEmpty();
        assertThat(Exports.intelMqLines(servers, IMPRINT)).isEmpty();
        assertThat(Exports.stix(store.topics("proxylogon"), servers, store.background(), IMPRINT))
                .doesNotContain("\"infrastructure\"");
    }

    private static boolean isAllUndecided(Exposed server) {
        return !server.flaws().isEmpty()
                && server.intrusions().isEmpty()
                && server.flaws().stream().allMatch(flaw -> UNDECIDED.contains(flaw.verdict()));
    }

    @Test
    void a_finding_is_resolved_only_where_the_fix_is_proven() {
        var store = InventedStore.ofAllKinds();
        for (var line : Exports.ocsf(store.exposed(), store.background(), IMPRINT)
                .lines()
                .toList()) {
            var event = OfficialSchemas.read(line);
            if (event.path("class_uid").asInt() == 2002) {
                assertThat(event.path("status_id").asInt() == 4)
                        .isEqualTo(event.path("status_code").asString("").equals("FIXED"));
            }
        }
    }

    @Test
    void a_flag_that_code_is_not_there_rests_on_a_firm_statement() {
        var store = InventedStore.tiny();
        var advisory = OfficialSchemas.read(Exports.text(
                org.tidemark.adapter.csaf.CsafDocument.advisory(store.topics().getFirst(), IMPRINT)));
        var first = advisory.at("/vulnerabilities/0");
        var flagged = new HashSet<String>();
        first.path("flags").forEach(flag -> flagged.addAll(texts(flag.path("product_ids"))));

        assertThat(texts(first.at("/product_status/known_not_affected"))).contains("tiny-7.1.10.0", "tiny-9.1.500.1");
        assertThat(flagged)
                .as("of the older product the vendor only does not believe it")
                .containsExactly("tiny-9.1.500.1");
    }

    private static List<String> texts(JsonNode list) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.asString(""))
                .toList());
    }
}
