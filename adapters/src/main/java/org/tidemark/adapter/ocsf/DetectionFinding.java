// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.ocsf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.NameUuid;
import org.tidemark.adapter.ocsf.Event.Activity;
import org.tidemark.adapter.ocsf.Event.Status;
import org.tidemark.asset.Address;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Intrusion;
import org.tidemark.export.Severity;
import org.tidemark.hunt.Stage;

/// Class 2004: how far somebody got on a server, by one campaign.
final class DetectionFinding {
    private static final int CLASS = 2004;
    private static final int RULE = 1;
    private static final int OTHER = 99;

    private final JsonText json;
    private final Background background;
    private final Event event;

    DetectionFinding(JsonText json, Background background, Imprint imprint) {
        this.json = json;
        this.background = background;
        this.event = new Event(json, imprint, CLASS, "Detection Finding");
    }

    void write(Exposed exposed, Intrusion intrusion) {
        var campaign = intrusion.campaign() == null ? "" : intrusion.campaign();
        var finding = NameUuid.own(
                        "ocsf detection", exposed.id(), intrusion.by().name(), campaign)
                .toString();
        event.begin(Activity.CREATE, Status.NEW, finding, intrusion.time());
        json.text("status_code", intrusion.stage().name()).text("status_detail", intrusion.reason());
        event.severity(severity(intrusion.stage()));
        json.flag("is_alert", intrusion.isBreach())
                .text("message", title(intrusion) + " on " + exposed.server().display());
        info(intrusion, finding);
        event.resource(exposed);
        evidences(intrusion);
        json.end();
    }

    private static Severity severity(Stage stage) {
        return switch (stage) {
            case NOT_ASSESSABLE, NO_EVIDENCE -> Severity.UNKNOWN;
            case PROBED -> Severity.LOW;
            case ATTEMPTED -> Severity.MEDIUM;
            case EXPLOITED -> Severity.HIGH;
            case IMPLANTED, USED -> Severity.CRITICAL;
        };
    }

    private String title(Intrusion intrusion) {
        var campaign = intrusion.campaign();
        return (campaign == null ? "An intruder" : background.campaign(campaign)) + ": "
                + intrusion.stage().name().toLowerCase(Locale.ROOT);
    }

    private void info(Intrusion intrusion, String finding) {
        json.object("finding_info")
                .text("uid", finding)
                .text("title", title(intrusion))
                .text("desc", intrusion.reason())
                .number("created_time", intrusion.at().toEpochMilli());
        time("first_seen_time", intrusion.first());
        time("last_seen_time", intrusion.last());
        json.object("analytic");
        switch (intrusion.by()) {
            case HUNT ->
                json.text("name", "Hunt over collected evidence")
                        .number("type_id", RULE)
                        .text("type", "Rule");
            case FEED ->
                json.text("name", "Label of a feed").number("type_id", OTHER).text("type", "Feed");
        }
        json.end().end();
    }

    private void time(String name, @Nullable Instant at) {
        if (at != null) {
            json.number(name, at.toEpochMilli());
        }
    }

    /// Where the intruder came from. What is no address may be anything, and is left out.
    private void evidences(Intrusion intrusion) {
        List<String> actors =
                intrusion.actors().stream().filter(Address::isOne).distinct().toList();
        if (actors.isEmpty()) {
            return;
        }
        json.list("evidences");
        for (var actor : actors) {
            json.object().object("src_endpoint").text("ip", actor).end().end();
        }
        json.endList();
    }
}
