// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.PartialDate;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Flaw;
import org.tidemark.export.Imprint;
import org.tidemark.export.Severity;

/// Category `vulnerability`, type `cve` (`types/vulnerability-cve.json`). One CVE a report; the others that are open on
/// the server stand beside it, ten at most.
final class FlawReport extends XarfReport {
    private static final int MOST_CVES = 10;
    private static final int LONGEST_SERVICE = 200;
    private static final int LONGEST_VERSION = 100;

    private final Flaw flaw;
    private final List<Flaw> open;
    private final Background background;

    FlawReport(String source, Exposed exposed, Flaw flaw, List<Flaw> open, Background background, Imprint imprint) {
        super(source, exposed, imprint);
        this.flaw = flaw;
        this.open = open;
        this.background = background;
    }

    @Override
    String subject() {
        return flaw.cve().value();
    }

    @Override
    Instant time() {
        return exposed.seenAt();
    }

    @Override
    String description() {
        return flaw.nextStep() == null ? flaw.reason() : flaw.reason() + " " + flaw.nextStep();
    }

    @Override
    void writeKind(JsonText json) {
        var seen = exposed.latest();
        var advisory = background.advisory(seen.family(), flaw.cve()).orElse(null);
        json.text("category", "vulnerability")
                .text("type", "cve")
                .text("evidence_source", "vulnerability_scan")
                .text("service", cut(background.product(exposed).orElse("server"), LONGEST_SERVICE))
                .text(
                        "service_version",
                        cut(seen.build() == null ? null : seen.build().toString(), LONGEST_VERSION))
                .number("service_port", portOf(exposed))
                .text("cve_id", flaw.cve());
        if (open.size() > 1) {
            json.texts("cve_ids", chain());
        }
        if (advisory != null) {
            severity(json, advisory);
        }
        patch(json);
        json.texts("tags", List.of("cve:" + flaw.cve().value().toLowerCase(Locale.ROOT)));
    }

    /// The CVE itself first, then others that are open.
    private List<String> chain() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(flaw), open.stream().filter(XarfReports::isCve))
                .map(each -> each.cve().value())
                .distinct()
                .limit(MOST_CVES)
                .toList();
    }

    private static void severity(JsonText json, Advisory advisory) {
        var score = advisory.impact().cvss();
        if (Severity.isScore(score)) {
            json.decimal("cvss_score", score);
            json.text("severity", spelling(Severity.of(score)));
        }
        json.text("exploitability", exploitability(advisory));
        json.text("disclosure_date", midnight(advisory.published()));
    }

    private static String spelling(Severity severity) {
        return switch (severity) {
            case UNKNOWN, NONE -> "informational";
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
            case CRITICAL -> "critical";
        };
    }

    private static @Nullable String exploitability(Advisory advisory) {
        if (advisory.kev() != null) {
            return "weaponized";
        }
        return switch (advisory.impact().exploitation()) {
            case "active" -> "weaponized";
            case "poc" -> "poc_available";
            case "none" -> "theoretical";
            default -> null;
        };
    }

    private static @Nullable String midnight(@Nullable PartialDate day) {
        return day == null || !day.isDay() ? null : day.first() + "T00:00:00Z";
    }

    private void patch(JsonText json) {
        var fix = flaw.fix();
        json.flag("patch_available", fix != null);
        if (fix != null) {
            json.text("patch_version", fix.build());
        }
    }
}
