// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Intrusion;

/// Category `infrastructure`, type `compromised_server` (`types/infrastructure-compromised-server.json`).
final class BreachReport extends XarfReport {
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_+-]*");

    private final Intrusion breach;
    private final Background background;

    BreachReport(String source, Exposed exposed, Intrusion breach, Background background, Imprint imprint) {
        super(source, exposed, imprint);
        this.breach = breach;
        this.background = background;
    }

    @Override
    String subject() {
        return breach.by() + " " + (breach.campaign() == null ? "" : breach.campaign());
    }

    @Override
    Instant time() {
        return breach.time();
    }

    @Override
    String description() {
        return breach.reason();
    }

    @Override
    void writeKind(JsonText json) {
        var campaign = breach.campaign();
        json.text("category", "infrastructure")
                .text("type", "compromised_server")
                .text(
                        "evidence_source",
                        breach.by() == Intrusion.By.FEED ? "threat_intelligence" : "researcher_analysis")
                .text(
                        "compromise_method",
                        campaign == null ? "not known" : "exploited flaws: " + background.campaign(campaign));
        var stage = "stage:" + breach.stage().name().toLowerCase(Locale.ROOT);
        json.texts(
                "tags",
                campaign != null && TAG.matcher(campaign).matches()
                        ? List.of("campaign:" + campaign, stage)
                        : List.of(stage));
    }
}
