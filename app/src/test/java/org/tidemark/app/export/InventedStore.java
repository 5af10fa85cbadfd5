// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.app.BundledPacks;
import org.tidemark.asset.Server;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Publisher;
import org.tidemark.export.Tlp;
import org.tidemark.export.Topic;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.hunt.Stage;
import org.tidemark.run.Compromise;
import org.tidemark.run.Exposures;
import org.tidemark.run.Knowledge;
import org.tidemark.run.StoredHunt;
import org.tidemark.run.StoredServer;

/// A store of a few servers that never were, of one pack, judged like any other.
final class InventedStore {
    static final String HOSTILE = "=cmd|' /C calc'!A0\r\n\u001b[31m\u202e\ud800<script>\u0000\u009b";
    static final Imprint IMPRINT = new Imprint(
            new Publisher("CERT Example", "https://cert.example.org", "cert.example.org", "cert@example.org"),
            Tlp.AMBER_STRICT,
            "1.0");
    static final Imprint NOBODY = new Imprint(null, Tlp.GREEN, "1.0");

    private static final BundledPacks PACKS = new BundledPacks(InventedStore.class.getClassLoader());
    private static final Knowledge BUNDLED = PACKS.load(List.of());
    private static final Knowledge WITH_TINY =
            PACKS.load(List.of(Path.of("../adapters/src/test/resources/packs/tiny")));
    private static final Instant FIRST = Instant.parse("2021-03-09T01:10:21Z");
    private static final Instant LAST = Instant.parse("2021-03-12T01:10:21.500Z");

    private final Knowledge knowledge;
    private final Catalogue catalogue;
    private final SubjectReader subjects;
    private final List<StoredServer> servers = new ArrayList<>();
    private final List<StoredHunt> hunts = new ArrayList<>();
    private boolean once;

    private InventedStore(Knowledge knowledge, String family) {
        this.knowledge = knowledge;
        this.catalogue = knowledge.family(family).orElseThrow().catalogue();
        this.subjects = new SubjectReader(catalogue);
    }

    /// Of the pack that is bundled.
    static InventedStore bundled() {
        return new InventedStore(BUNDLED, "exchange");
    }

    /// Of an invented pack that never changes.
    static InventedStore tiny() {
        return new InventedStore(WITH_TINY, "tiny");
    }

    /// Every kind of verdict, IPv4 and IPv6, hostile text, servers that nobody can name.
    static InventedStore ofAllKinds() {
        return bundled()
                .server(new Server("192.0.2.1", 443, "mail.example.org", "EX01", null), "15.1.2176.2")
                .server(new Server("192.0.2.2", 443, "post.example.org", null, null), "15.1.2176.9")
                .server(new Server("2001:DB8:0:0:0::7", 443, null, null, null), "15.1.2106")
                .server(new Server("192.0.2.4", 8443, null, "OLD", null), "15.0.516.32")
                .server(new Server("192.0.2.5", 443, null, null, null), "14.3.496.0")
                .server(new Server("192.0.2.6", 443, null, null, null), null)
                .server(new Server("192.0.2.7", 25, null, null, null), "15.2.1118.7", Flag.MIXED)
                .server(new Server(HOSTILE, 443, HOSTILE, HOSTILE, null), "15.2.721.2")
                .server(new Server(null, null, null, "INVENTORY", null), "15.1.2106.2")
                .server(
                        new Server("198.51.100.9", 443, "web.example.org", null, null),
                        "15.2.792.3",
                        Flag.COMPROMISED_TAG)
                .server(new Server("198.51.100.10", 443, null, null, null), "15.2.1544.4")
                .server(new Server("198.51.100.11", 443, null, null, null), "15.1.1847.12")
                .server(new Server("198.51.100.12", 443, null, null, null), "15.20.1.2", Flag.CLOUD)
                .hunt("post.example.org", "proxylogon", Stage.USED, "198.51.100.66", HOSTILE)
                .hunt("192.0.2.1", "proxyshell", Stage.PROBED)
                .hunt("192.0.2.5", "proxylogon", Stage.NO_EVIDENCE)
                .hunt(HOSTILE + "2", null, Stage.IMPLANTED)
                .hunt("nowhere.example.net", "proxylogon", Stage.EXPLOITED);
    }

    InventedStore server(Server server, @Nullable String build, Flag... flags) {
        var read = build == null ? null : Build.parse(build).orElseThrow();
        Subject subject = read == null ? null : subjects.of(read).orElseThrow();
        var all = EnumSet.noneOf(Flag.class);
        all.addAll(List.of(flags));
        var seen = new Observation(
                server,
                LAST,
                catalogue.pack().id(),
                read,
                subject == null ? null : subject.knownProduct().orElse(null),
                subject,
                "x",
                read == null ? Confidence.LOW : read.isWhole() ? Confidence.HIGH : Confidence.MEDIUM,
                all,
                read == null
                        ? List.of()
                        : List.of(read, Build.parse("15.2.1118.20").orElseThrow()),
                "Seen.",
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of("country", "de", "asn", "64500", "city", server.host() == null ? "Bonn" : server.host()),
                new Sighting.Source("a.csv", 1L, "shadowserver"));
        var id = String.format("%016x", servers.size() + 1);
        servers.add(new StoredServer(id, FIRST, LAST, servers.size() + 1, seen));
        return this;
    }

    InventedStore hunt(String server, @Nullable String campaign, Stage stage, String... actors) {
        hunts.add(new StoredHunt(
                Instant.parse("2021-03-13T08:00:00Z"),
                server,
                campaign,
                stage,
                null,
                "Somebody asked for " + HOSTILE,
                stage.isShown() ? Instant.parse("2021-03-03T02:00:00Z") : null,
                stage.isShown() ? Instant.parse("2021-03-03T02:10:00Z") : null,
                List.of(actors)));
        return this;
    }

    /// What an export would be given, with all flaws of the pack or those of a campaign.
    List<Exposed> exposed(String... campaigns) {
        if (once) {
            throw new IllegalStateException("hunts are joined once");
        }
        once = true;
        var compromise = new Compromise(hunts);
        servers.forEach(server -> compromise.seen(server.latest().server()));
        var exposures = new Exposures(knowledge, of -> of == catalogue ? cves(campaigns) : List.of(), compromise);
        var all = new ArrayList<Exposed>();
        servers.forEach(server -> exposures.of(server).ifPresent(all::add));
        all.addAll(exposures.huntedOnly());
        return all;
    }

    private List<CveId> cves(String... campaigns) {
        return campaigns.length == 0
                ? catalogue.advisories().stream()
                        .map(advisory -> advisory.cve())
                        .toList()
                : topics(campaigns).stream()
                        .flatMap(topic -> topic.cves().stream())
                        .toList();
    }

    /// The campaigns, or all of the pack.
    List<Topic> topics(String... campaigns) {
        return catalogue.campaigns().stream()
                .filter(campaign -> campaigns.length == 0 || List.of(campaigns).contains(campaign.name()))
                .map(campaign -> Topic.of(catalogue, campaign))
                .toList();
    }

    Topic topic(String cve) {
        return Topic.of(catalogue, new CveId(cve));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Background background() {
        return new Background(List.of(catalogue));
    }

    static Instant lastSeen() {
        return LAST;
    }
}
