// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Fingerprints;
import org.tidemark.exposure.Fingerprints.OpenHeader;
import org.tidemark.exposure.Fingerprints.Span;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Recall;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.Store;

/// Invented knowledge and observations for the tests of the store.
final class Invented {
    static final Path PACK = Path.of("src/test/resources/packs/tiny");
    static final Instant NOW = Instant.parse("2021-04-01T08:00:00Z");
    static final Instant MARCH = Instant.parse("2021-03-12T01:10:21.123456Z");

    private static final Knowledge KNOWLEDGE = knowledge(PACK);
    private static final Recall RECALL = new Recall(KNOWLEDGE);

    private Invented() {}

    static Knowledge knowledge() {
        return KNOWLEDGE;
    }

    /// The pack in a folder, and a header that builds from 9.1.100.5 on send.
    static Knowledge knowledge(Path folder) {
        var usable = PackReader.read(PackFiles.folder(folder)).usableOrThrow();
        var header = new OpenHeader(
                "x-mail",
                List.of(),
                "x-front",
                List.of(),
                List.of(new Span(Build.of(9, 1, 100, 0), Build.of(9, 1, 100, 4))));
        var fingerprints = new Fingerprints(
                List.of(), List.of(), List.of(), List.of(), Optional.of(header), List.of(), "", List.of());
        return new Knowledge(List.of(Knowledge.Family.of(usable.catalogue(), fingerprints, usable.upgrades())));
    }

    static Observation seen(String ip, @Nullable String build, @Nullable Instant at) {
        return seen(Server.at(ip, 443), build, at, "some-header", false);
    }

    static Observation seen(
            Server server, @Nullable String text, @Nullable Instant at, String method, boolean narrowed) {
        var build = text == null ? null : Build.parse(text).orElseThrow();
        var subject = RECALL.subject("tiny", build, method, narrowed);
        return new Observation(
                server,
                at,
                "tiny",
                build,
                subject == null ? null : subject.knownProduct().orElse(null),
                subject,
                method,
                build == null ? Confidence.LOW : Confidence.MEDIUM,
                Set.of(),
                build == null ? List.of() : List.of(build),
                text + " by " + method + ".",
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Sighting.Source("scan.jsonl", 1L, "zgrab2"));
    }

    static Observation foreign(String ip, Instant at) {
        return new Observation(
                Server.at(ip, 443),
                at,
                null,
                null,
                null,
                null,
                "cloud-page",
                Confidence.LOW,
                EnumSet.of(Flag.CLOUD),
                List.of(),
                "The vendor's own service.",
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of("country", "US"),
                new Sighting.Source("scan.jsonl", 2L, "zgrab2"));
    }

    /// One of every kind, with every text that could break out of a statement.
    static List<Observation> ofEveryKind() {
        var hostile = "O'Neil\"; drop table file; -- \\ ' \u0000 \u202E \uD83D\uDE00 \n";
        var server = new Server("2001:db8::1", 8443, "mail.example.org", hostile, "a".repeat(64));
        var seen = new ArrayList<Observation>();
        seen.add(seen("192.0.2.1", "9.1.100.4", MARCH));
        seen.add(seen("192.0.2.2", "9.1.100", null));
        seen.add(seen(Server.at("192.0.2.3", null), "9.1.100", MARCH, "some-header", true));
        seen.add(seen(Server.UNKNOWN.withName("MBX"), "9.1.100", MARCH, Evidence.Basis.INVENTORY.method(), false));
        seen.add(seen(Server.UNKNOWN.withHost("Mail.Example.ORG"), null, MARCH, "page", false));
        seen.add(seen("192.0.2.4", "1.0", MARCH));
        seen.add(foreign("192.0.2.5", MARCH));
        var mixed = seen("192.0.2.6", "9.1.100.4", MARCH);
        seen.add(new Observation(
                server,
                MARCH,
                "tiny",
                mixed.build(),
                mixed.product(),
                mixed.subject(),
                hostile,
                Confidence.HIGH,
                EnumSet.of(Flag.MIXED, Flag.HONEYPOT, Flag.COMPROMISED_TAG),
                List.of(Build.of(9, 1, 100, 4), Build.of(9, 1, 200, 1)),
                hostile,
                Set.of("KB811", hostile),
                Map.of("setting", hostile, hostile, "value", "", ""),
                Map.of("CVE-2021-0001", true, hostile, false),
                Map.of("country", "AT", "asn", "64500", "sector", hostile, "city", "Zürich", hostile, ""),
                new Sighting.Source("a'b.zip!" + hostile, 1L << 40, "shodan")));
        return seen;
    }

    static Store.Content content(String name, long records) {
        return new Store.Content(name, "sha of " + name, 42, records);
    }

    static void put(Store store, String name, List<Observation> observations) {
        try (var taken = store.begin(ScanDeclaration.NOTHING, NOW)) {
            observations.forEach(taken::add);
            taken.finish(content(name, observations.size()));
        }
    }

    static List<Observation> all(Store store) {
        var all = new ArrayList<Observation>();
        store.observations(all::add);
        return all;
    }

    /// What a hunt said of two campaigns on a server, with a finding that has all a finding can have and one
    /// that has
    /// nothing.
    static org.tidemark.hunt.HuntResult hunted() {
        var rule = new org.tidemark.hunt.HuntRule(
                "rule",
                "A rule",
                org.tidemark.hunt.Level.HIGH,
                Set.of(org.tidemark.hunt.Kind.IIS),
                new org.tidemark.hunt.Condition.Present("x", true),
                org.tidemark.hunt.Stage.USED,
                List.of(),
                "wave",
                List.of(),
                "Because.",
                "",
                List.of(),
                List.of());
        var findings = List.of(
                new org.tidemark.hunt.Finding(
                        rule,
                        rule.stage(),
                        "EX01",
                        NOW,
                        org.tidemark.hunt.Kind.IIS,
                        new org.tidemark.hunt.Trace.Place("f", "C:\\f", 1L, 2L),
                        "198.51.100.7",
                        "agent",
                        Map.of("stem", "/a"),
                        "Because."),
                new org.tidemark.hunt.Finding(
                        rule,
                        rule.stage(),
                        "EX01",
                        null,
                        org.tidemark.hunt.Kind.IIS,
                        new org.tidemark.hunt.Trace.Place("f", null, null, null),
                        null,
                        null,
                        Map.of(),
                        "Because."));
        var hunted = List.of(
                new org.tidemark.hunt.Hunted(
                        "EX01",
                        "wave",
                        org.tidemark.hunt.Stage.IMPLANTED,
                        "Because.",
                        org.tidemark.hunt.Stage.USED,
                        List.of("more"),
                        NOW,
                        NOW.plusSeconds(1),
                        List.of("198.51.100.7"),
                        List.of(),
                        List.of()),
                new org.tidemark.hunt.Hunted(
                        "EX01",
                        null,
                        org.tidemark.hunt.Stage.PROBED,
                        "Because.",
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
        return new org.tidemark.hunt.HuntResult(findings, List.of(), List.of(), hunted, 0);
    }
}
