// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Imprint;
import org.tidemark.export.Installed;
import org.tidemark.export.Tlp;
import org.tidemark.export.Topic;

/// A document about a campaign or a flaw.
///
/// Its times are those of the facts that it rests on, never of its making: the day of the pack's newest fact, and for
/// the builds in use the last look at a server where that is later. `tracking.version` grows with the facts: the number
/// of files that came in, then the pack's day. Earlier versions are not remembered, so the history has this one alone;
/// by semantic versioning it need not have the others (test 6.1.21).
public final class CsafDocument {
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Topic topic;
    private final Imprint imprint;
    private final Kind kind;
    private final List<CsafItem> items;
    private final List<String> notes;
    private final Instant at;
    private final long imports;

    private enum Kind {
        ADVISORY("csaf_security_advisory", "advisory", "affected products and updates"),
        VEX("csaf_vex", "vex", "status of the builds in use");

        private final String category;
        private final String name;
        private final String title;

        Kind(String category, String name, String title) {
            this.category = category;
            this.name = name;
            this.title = title;
        }
    }

    private CsafDocument(
            Topic topic,
            Imprint imprint,
            Kind kind,
            List<CsafItem> items,
            List<String> notes,
            Instant at,
            long imports) {
        this.topic = topic;
        this.imprint = imprint;
        this.kind = kind;
        this.items = items;
        this.notes = notes;
        this.at = at;
        this.imports = imports;
    }

    /// What the pack says of all published builds.
    public static CsafDocument advisory(Topic topic, Imprint imprint) {
        var day = topic.catalogue().pack().dataAsOf();
        var items = new CsafItems(topic).published();
        return new CsafDocument(topic, imprint, Kind.ADVISORY, items, List.of(), CsafTime.instant(day), 0);
    }

    /// Where the builds in use stand. There must be one: a document of this profile about nothing is not valid
    /// (test
    /// 6.1.27.4).
    ///
    /// @param lastSeen the last look at a server
    /// @param imports how many files came in
    public static CsafDocument vex(
            Topic topic, Imprint imprint, Collection<Installed> installed, Instant lastSeen, long imports) {
        if (installed.isEmpty()) {
            throw new IllegalArgumentException("no builds in use");
        }
        var day = CsafTime.instant(topic.catalogue().pack().dataAsOf());
        long servers = installed.stream().mapToLong(Installed::servers).sum();
        var notes = List.of("It covers " + servers + (servers == 1 ? " server" : " servers") + " on " + installed.size()
                + (installed.size() == 1 ? " build" : " builds") + ", last looked at "
                + CsafTime.of(lastSeen) + ". A build stands here more than once where other evidence beside it, such as"
                + " an installed update, leads to other results.");
        return new CsafDocument(
                topic,
                imprint,
                Kind.VEX,
                new CsafItems(topic).inUse(installed),
                notes,
                lastSeen.isAfter(day) ? lastSeen : day,
                imports);
    }

    /// Unique for one publisher, and the same for every version of the document (3.2.1.12.4).
    public String trackingId() {
        return "tidemark-" + kind.name + "-" + topic.catalogue().pack().id() + "-" + topic.name();
    }

    /// The name that section 5.1 prescribes: the tracking id in lower case, with `_` for each run of other signs.
    public String fileName() {
        return trackingId().toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_") + ".json";
    }

    /// Writes it.
    ///
    /// @param out stays open
    public void write(OutputStream out) {
        try (var json = JsonText.document(out)) {
            json.object();
            head(json);
            CsafTree.write(json, topic.catalogue().pack().vendor(), items);
            json.list("vulnerabilities");
            topic.cves().forEach(cve -> new CsafVulnerability(json, topic.catalogue(), cve, items).write());
            json.endList().end();
        }
    }

    private void head(JsonText json) {
        json.object("document").text("category", kind.category).text("csaf_version", "2.0");
        distribution(json);
        json.text("lang", "en").list("notes");
        note(json, "summary", "Summary", topic.summary());
        var all = new ArrayList<>(notes);
        all.add(basis());
        all.forEach(text -> note(json, "general", "What it rests on", text));
        json.endList();
        publisher(json);
        json.text("title", topic.title() + ": " + kind.title);
        tracking(json);
        json.end();
    }

    private String basis() {
        var pack = topic.catalogue().pack();
        return "Made from the knowledge pack " + pack.id() + " " + pack.version() + ", whose newest fact is of "
                + pack.dataAsOf() + ".";
    }

    private static void note(JsonText json, String category, String title, String text) {
        json.object()
                .text("category", category)
                .text("text", text)
                .text("title", title)
                .end();
    }

    /// The labels of CSAF 2.0 are those of TLP 1 (3.2.1.5.2); what they cannot say stands in words.
    private void distribution(JsonText json) {
        json.object("distribution")
                .text(
                        "text",
                        imprint.tlp() == Tlp.AMBER_STRICT
                                ? "TLP:AMBER+STRICT: for the recipient's organisation only, not for its clients."
                                : "TLP:" + imprint.tlp().label())
                .object("tlp")
                .text("label", imprint.tlp().old())
                .text("url", "https://www.first.org/tlp/")
                .end()
                .end();
    }

    private void publisher(JsonText json) {
        var publisher = imprint.named();
        json.object("publisher")
                .text("category", "other")
                .text("contact_details", publisher.contact())
                .text("name", publisher.name())
                .text("namespace", publisher.url())
                .end();
    }

    private void tracking(JsonText json) {
        var date = CsafTime.of(at);
        var version =
                "1." + imports + "." + NUMBER.format(topic.catalogue().pack().dataAsOf());
        json.object("tracking")
                .text("current_release_date", date)
                .object("generator")
                .object("engine")
                .text("name", "Tidemark")
                .text("version", imprint.version())
                .end()
                .end()
                .text("id", trackingId())
                .text("initial_release_date", date)
                .list("revision_history")
                .object()
                .text("date", date)
                .text("number", version)
                .text("summary", "As of these facts.")
                .end()
                .endList()
                .text("status", "final")
                .text("version", version)
                .end();
    }
}
