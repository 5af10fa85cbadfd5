// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What can be wrong with settings, mitigations, campaigns and corrections.
class SheetFaultsTest {
    private static final TestPack TINY = TestPack.bundled("tiny");
    private static final String CAMPAIGN = "campaigns/wave/campaign.yaml";

    private static TestPack setting(String before, String after) {
        return TINY.replacing("settings.yaml", before, after);
    }

    private static TestPack correction(String before, String after) {
        return TINY.replacing("corrections.yaml", before, after);
    }

    @Test
    void a_setting_protects_by_one_of_its_values() {
        assertThat(setting("protecting: [on, absent]", "protecting: [on, of]").faults())
                .containsExactly("settings.yaml:3 protecting: `of` is no value of this setting.");
        assertThat(setting("decides-alone: [absent]", "decides-alone: [gone]").faults())
                .containsExactly("settings.yaml:4 decides-alone: `gone` is no value of this setting.");
        assertThat(setting("protecting: [on, absent]", "protecting: []").faults())
                .containsExactly("settings.yaml:1 protecting: No value protects.");
        assertThat(setting("values: [on, off, absent]", "values: [on, on, absent]")
                        .faults())
                .containsExactly("settings.yaml:1 values: A setting has two values or more, each once.");
    }

    @Test
    void a_setting_names_branches_and_flaws_of_the_pack() {
        assertThat(setting("[8 B2, 9 C1]", "[8 B2, 9 C2, 6 X]").faults())
                .containsExactly(
                        "settings.yaml:5 done-by-base-from: The pack has no branch `9 C2`.",
                        "settings.yaml:5 done-by-base-from: The pack has no product `6`.");
        assertThat(setting("cves: [CVE-2020-1002]", "cves: [CVE-2020-1009, flaw]")
                        .faults())
                .containsExactly(
                        "settings.yaml:7 cves: The pack has no advisory CVE-2020-1009.",
                        "settings.yaml:7 cves: `flaw` is no CVE.");
        assertThat(setting("kind: must-be-on", "kind: should-be-on").faults())
                .containsExactly("settings.yaml:6 kind: `should-be-on` is unknown here.");
    }

    @Test
    void a_mitigation_ends_after_it_begins_and_names_known_flaws() {
        assertThat(TINY.replacing("mitigations.yaml", "valid-until: 2020-03", "valid-until: 2020-01")
                        .faults())
                .containsExactly("mitigations.yaml:9 valid-until: It ends before it begins.");
        assertThat(TINY.replacing("mitigations.yaml", "CVE-2020-1001", "CVE-2020-1009")
                        .faults())
                .containsExactly("mitigations.yaml:2 cves: The pack has no advisory CVE-2020-1009.");
        assertThat(TINY.replacing("mitigations.yaml", "survives-upgrade: no", "survives-upgrade: maybe")
                        .faults())
                .containsExactly("mitigations.yaml:7 survives-upgrade: `maybe` is unknown here.");
    }

    @Test
    void a_campaign_bears_the_name_of_its_folder_and_has_flaws() {
        assertThat(TINY.replacing(CAMPAIGN, "name: wave", "name: tide").faults())
                .containsExactly(CAMPAIGN + ":1 name: It stands in the folder `wave`.");
        assertThat(TINY.replacing(CAMPAIGN, "CVE-2020-1002", "CVE-2020-1009").faults())
                .containsExactly(CAMPAIGN + ":4 cves: The pack has no advisory CVE-2020-1009.");
        assertThat(TINY.replacing(CAMPAIGN, "cves: [CVE-2020-1001, CVE-2020-1002]", "cves: []")
                        .faults())
                .containsExactly(CAMPAIGN + ":1 cves: A campaign needs flaws.");
        assertThat(TINY.replacing(CAMPAIGN, "fix-released: [2020-02-11, 2020-03-17]", "fix-released: [spring]")
                        .faults())
                .containsExactly(CAMPAIGN + ":8 fix-released: `spring` is neither day nor month.");
    }

    @Test
    void a_campaign_folder_without_its_sheet_is_told() {
        assertThat(TINY.with("campaigns/tide/playbook.md", "words").faults())
                .containsExactly("campaigns/tide/campaign.yaml The campaign has no campaign.yaml.");
    }

    @Test
    void a_correction_says_what_the_pack_holds() {
        var other = """
                - id: b1-base
                  subject: "9.1.100.1"
                  field: packages
                  claims: [{by: BLOG, value: KB1}]
                  decision: corrected
                  value: KB811
                  reason: Because.
                  source: LIST""";

        assertThat(TINY.adding("corrections.yaml", other).faults())
                .containsExactly(
                        "corrections.yaml:16 value: The correction says `KB811`, the pack holds `KB810` as packages of 9.1.100.1.");
        assertThat(TINY.adding("corrections.yaml", other.replace("KB811", "KB810"))
                        .faults())
                .isEmpty();
        assertThat(TINY.adding("corrections.yaml", other.replace("field: packages", "field: label"))
                        .faults())
                .hasSize(1);
        assertThat(TINY.adding("corrections.yaml", other.replace("field: packages", "field: released"))
                        .faults())
                .hasSize(1);
        assertThat(TINY.adding("corrections.yaml", other.replace("field: packages", "field: colour"))
                        .faults())
                .isEmpty();
    }

    @Test
    void a_correction_left_open_promises_nothing() {
        assertThat(correction("decision: alias", "decision: open")
                        .replacing("corrections.yaml", "value: \"9.1.100.4\"\n  reason", "value: \"\"\n  reason")
                        .faults())
                .isEmpty();
    }

    @Test
    void a_correction_that_calls_builds_aliases_needs_them_in_the_releases() {
        assertThat(correction("value: \"9.1.100.5\"", "value: \"9.1.100.9\"").faults())
                .containsExactly(
                        "corrections.yaml:8 value: The correction calls 9.1.100.9 an alias of 9.1.100.4, and releases.csv does not.");
    }

    @Test
    void a_correction_about_a_build_that_the_pack_has_not_is_told() {
        assertThat(correction("subject: \"9.1.100.4\"", "subject: \"9.1.100.3\"")
                        .faults())
                .containsExactly("corrections.yaml:8 value: The pack has no release with build 9.1.100.3.");
    }

    @Test
    void a_correction_needs_claims_and_a_name_of_its_own() {
        assertThat(correction(
                                "  claims:\n    - {by: LIST, value: \"9.1.100.4\"}\n    - {by: BLOG, value: \"9.1.100.5\"}\n",
                                "  claims: []\n")
                        .faults())
                .containsExactly("corrections.yaml:1 claims: Nobody claims anything.");
        var again = """
                - id: b1-feb20-builds
                  subject: CVE-2020-1001
                  field: score
                  claims: [{by: LIST, value: "9"}]
                  decision: open
                  value: ""
                  reason: Because.
                  source: LIST""";
        assertThat(TINY.adding("corrections.yaml", again).faults())
                .containsExactly("corrections.yaml:11 id: Another correction has this id.");
    }
}
