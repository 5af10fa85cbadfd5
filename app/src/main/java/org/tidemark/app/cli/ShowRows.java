// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.Correction;
import org.tidemark.advisory.Fix;
import org.tidemark.advisory.Mitigation;
import org.tidemark.advisory.NotAffected;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Setting;

/// The catalogue's entries as rows.
final class ShowRows {
    private ShowRows() {}

    static Row release(Release release) {
        return Row.of("release")
                .put("build", release.build())
                .put("release", release.name())
                .put("branch", release.branch())
                .put("kind", release.kind())
                .put("released", release.released())
                .put(
                        "kb",
                        release.packages().isEmpty() ? null : release.packages().display())
                .put("aliasOf", release.aliasOf())
                .put("cumulative", release.content() == Release.Content.CUMULATIVE)
                .put("note", release.note().isEmpty() ? null : release.note())
                .put("sources", release.sources());
    }

    static Row advisory(Advisory advisory) {
        var impact = advisory.impact();
        return Row.of("cve")
                .put("cve", advisory.cve())
                .put("title", orNull(advisory.title()))
                .put("published", advisory.published())
                .put("exploitedSince", advisory.exploitedSince())
                .put("kev", kev(advisory.kev()))
                .put("exploitation", orNull(impact.exploitation()))
                .put("automatable", orNull(impact.automatable()))
                .put("technicalImpact", orNull(impact.technicalImpact()))
                .put("cvss", orNull(impact.cvss()))
                .put("role", orNull(advisory.role()))
                .put("recordOnly", advisory.recordOnly())
                .put("sources", advisory.sources());
    }

    private static @Nullable Map<String, @Nullable Object> kev(Advisory.@Nullable Kev kev) {
        if (kev == null) {
            return null;
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("added", kev.added());
        fields.put("due", kev.due());
        fields.put("ransomware", orNull(kev.ransomware()));
        fields.put(
                "history",
                kev.history().stream()
                        .map(change -> change.day() + " " + change.field() + " " + change.value())
                        .toList());
        return fields;
    }

    static Row fix(Fix fix) {
        return Row.of("fix")
                .put("cve", fix.cve())
                .put("branch", fix.branch())
                .put("kind", fix.kind())
                .put("build", fix.build())
                .put("kb", orNull(fix.packages().display()))
                .put("listed", fix.listed())
                .put("component", orNull(fix.component()))
                .put("note", orNull(fix.note()))
                .put("source", fix.source());
    }

    static Row statement(NotAffected statement) {
        return Row.of("not-affected")
                .put("cve", statement.cve())
                .put("branch", statement.branch())
                .put("strength", statement.strength())
                .put("said", statement.said())
                .put("words", statement.words())
                .put("source", statement.by());
    }

    static Row campaign(Campaign campaign) {
        return Row.of("campaign")
                .put("name", campaign.name())
                .put("title", campaign.title())
                .put("cves", campaign.cves())
                .put("why", campaign.why())
                .put("firstExploited", campaign.firstExploited())
                .put("disclosed", campaign.disclosed())
                .put("fixReleased", campaign.fixReleased())
                .put("massExploitation", campaign.massExploitation())
                .put("huntFrom", campaign.huntFrom())
                .put("logsCanShow", campaign.logsCanShow())
                .put("sources", campaign.sources());
    }

    static Row setting(Setting setting) {
        return Row.of("setting")
                .put("name", setting.name())
                .put("values", setting.values())
                .put(
                        "protecting",
                        setting.values().stream()
                                .filter(setting.protecting()::contains)
                                .toList())
                .put(
                        "decidesAlone",
                        setting.values().stream()
                                .filter(setting.decidesAlone()::contains)
                                .toList())
                .put("kind", setting.kind())
                .put("cves", setting.cves())
                .put("meaning", setting.meaning())
                .put("defaults", setting.defaults())
                .put("look", setting.look())
                .put("source", setting.source());
    }

    static Row mitigation(Mitigation mitigation) {
        return Row.of("mitigation")
                .put("name", mitigation.name())
                .put("cves", mitigation.cves())
                .put("mechanism", mitigation.mechanism())
                .put("breaks", mitigation.breaks())
                .put("preconditions", mitigation.preconditions())
                .put("rollback", mitigation.rollback())
                .put("survivesUpgrade", mitigation.survivesUpgrade())
                .put("validFrom", mitigation.validFrom())
                .put("validUntil", mitigation.validUntil())
                .put("bypassedOn", mitigation.bypassedOn())
                .put("source", mitigation.source());
    }

    static Row correction(Correction correction) {
        return Row.of("correction")
                .put("id", correction.id())
                .put("subject", correction.subject())
                .put("field", correction.field())
                .put(
                        "claims",
                        correction.claims().stream()
                                .map(c -> c.by() + ": " + c.value())
                                .toList())
                .put("decision", correction.decision())
                .put("value", orNull(correction.value()))
                .put("reason", correction.reason())
                .put("source", correction.source());
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
