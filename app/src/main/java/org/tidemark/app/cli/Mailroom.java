// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.intelmq.IntelMqCsv;
import org.tidemark.adapter.mail.Attachment;
import org.tidemark.adapter.mail.NoticeMail;
import org.tidemark.adapter.mail.TemplateFiles;
import org.tidemark.adapter.xarf.XarfLines;
import org.tidemark.adapter.xarf.XarfReports;
import org.tidemark.advisory.Campaign;
import org.tidemark.advisory.HowTo;
import org.tidemark.advisory.Installation;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Publisher;
import org.tidemark.export.Tlp;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Observation;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.MessageTemplate.Message;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticeText;
import org.tidemark.notify.NoticeText.Facts;
import org.tidemark.notify.Outbox;
import org.tidemark.notify.Ownership;
import org.tidemark.notify.Recipients;
import org.tidemark.notify.Sender;
import org.tidemark.plan.Action;
import org.tidemark.plan.Plan;
import org.tidemark.plan.Question;
import org.tidemark.plan.Step;
import org.tidemark.run.Compromise;
import org.tidemark.run.Exposures;
import org.tidemark.run.Knowledge;
import org.tidemark.run.NoticeCandidates;
import org.tidemark.run.Store;
import org.tidemark.run.StoredServer;

/// Puts notices into words, each with what is known of its servers now.
final class Mailroom {
    private final Knowledge knowledge;
    private final Store store;
    private final Sender sender;
    private final TemplateFiles templates;
    private final LocalDate today;
    private final String version;
    private final Compromise compromise;
    private final Map<String, StoredServer> servers = new HashMap<>();
    private final Map<Observation, Plan> plans = new HashMap<>();
    private final Map<String, Exposures> exposures = new HashMap<>();
    private Map<String, Set<String>> vulnerable = Map.of();
    private @Nullable Outbox atTheDesk;

    /// A notice whose recipient may not be told.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /// @param words a folder with a user's own words; null for none
    /// @param version of this program, which reports name
    Mailroom(Knowledge knowledge, Store store, Sender sender, @Nullable Path words, LocalDate today, String version) {
        this.compromise = Compromise.of(store);
        this.version = version;
        this.knowledge = knowledge;
        this.store = store;
        this.sender = sender;
        this.templates = new TemplateFiles(Mailroom.class.getClassLoader(), words);
        this.today = today;
    }

    /// Looks up the servers of some notices.
    void look(Collection<Notice> notices) {
        Set<String> ids = new HashSet<>();
        notices.forEach(notice -> notice.lines().forEach(line -> ids.add(line.server())));
        servers.clear();
        vulnerable = NoticeCandidates.vulnerable(store, ids);
        atTheDesk = outbox();
        store.servers(server -> {
            if (ids.contains(server.id())) {
                servers.put(server.id(), server);
            }
        });
    }

    /// Looks at notices by the lists of owners that are in the store at this moment.
    Outbox outbox() {
        var owners = Ownership.of(store.owners().rows());
        return new Outbox(owners, new Recipients(owners, store.notices().unusable()));
    }

    /// What a server is now.
    Optional<Outbox.Now> now(String id) {
        return Optional.ofNullable(servers.get(id))
                .map(StoredServer::latest)
                .map(latest -> new Outbox.Now(
                        latest.server(), latest.attributes().get("asn"), vulnerable.getOrDefault(id, Set.of())));
    }

    /// A notice as mail; what it would be wrong to send is not even written.
    ///
    /// @param to the mailbox that it is addressed to
    /// @throws Refused where its recipient may not be told
    byte[] mail(Notice notice, String to) throws Refused {
        var objection = atTheDesk == null ? Optional.of("nobody looked at it") : atTheDesk.objection(notice, this::now);
        if (objection.isPresent()) {
            throw new Refused(objection.get());
        }
        var campaign = campaign(notice);
        var facts = notice.lines().stream().map(line -> facts(line, campaign)).toList();
        return NoticeMail.bytes(sender, notice, to, words(notice, campaign, facts), attachments(notice));
    }

    private Campaign campaign(Notice notice) {
        return family(notice.campaign())
                .flatMap(family -> family.catalogue().campaign(notice.campaign()))
                .orElseThrow(() -> TidemarkException.user("No loaded pack has the campaign " + notice.campaign()
                        + " any more; name the pack with --pack."));
    }

    private Message words(Notice notice, Campaign campaign, List<Facts> facts) {
        var check = family(notice.campaign())
                .map(family -> family.catalogue().howTo())
                .orElse(HowTo.UNSAID)
                .build();
        return NoticeText.of(
                templates.of(notice.recipient().language()), notice, campaign, facts, sender, command(check));
    }

    private Optional<Knowledge.Family> family(String campaign) {
        return knowledge.families().stream()
                .filter(family -> family.catalogue().campaign(campaign).isPresent())
                .findFirst();
    }

    /// The command alone, where the pack quotes one: the words around it are in one language only.
    private static String command(String howTo) {
        int from = howTo.indexOf('`');
        int to = howTo.lastIndexOf('`');
        return from >= 0 && to > from ? howTo.substring(from + 1, to) : howTo;
    }

    private Facts facts(Notice.Line line, Campaign campaign) {
        var server = servers.get(line.server());
        if (server == null) {
            return new Facts(
                    null,
                    null,
                    line.since().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    Confidence.NONE,
                    null,
                    null,
                    null);
        }
        var latest = server.latest();
        var plan = plan(latest);
        var update = plan.flatMap(each -> each.now().stream()
                .filter(step -> step.action() == Action.INSTALL_UPDATE && step.kb() != null)
                .filter(step -> step.closes().stream().anyMatch(campaign.cves()::contains))
                .findFirst());
        var upgrade = plan.flatMap(each ->
                each.road().stream().filter(step -> step.toBranch() != null).reduce((_, last) -> last));
        return new Facts(
                latest.build() == null ? null : latest.build().toString(),
                latest.product() == null ? null : latest.product().name(),
                server.lastSeen(),
                latest.confidence(),
                update.map(Step::kb).orElse(null),
                update.map(step -> String.valueOf(step.toBuild())).orElse(null),
                upgrade.map(step -> String.valueOf(step.toBranch())).orElse(null));
    }

    private Optional<Plan> plan(Observation latest) {
        var subject = latest.subject();
        var family = latest.family();
        if (subject == null || family == null) {
            return Optional.empty();
        }
        return knowledge
                .family(family)
                .map(each -> plans.computeIfAbsent(
                        latest,
                        _ -> each.planner()
                                .plan(new Question(
                                        new Installation(subject, latest.packages(), latest.settings()),
                                        null,
                                        null,
                                        today,
                                        null))));
    }

    private List<Attachment> attachments(Notice notice) {
        return switch (notice.recipient().format()) {
            case CSV -> List.of(new Attachment("servers.csv", "text/csv; charset=utf-8", table(notice)));
            case XARF -> List.of(new Attachment("reports.jsonl", "application/x-ndjson", reports(notice)));
            case TEXT -> List.of();
        };
    }

    /// The servers of the notice as IntelMQ events, the form that other CERTs' tools read.
    private String table(Notice notice) {
        var bytes = new ByteArrayOutputStream();
        try (var table = new IntelMqCsv(bytes, imprint())) {
            exposed(notice).forEach(table);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// An X-ARF report on each flaw of the campaign that is open on each server of the notice, one a line.
    private String reports(Notice notice) {
        var background = new Background(
                knowledge.families().stream().map(Knowledge.Family::catalogue).toList());
        var bytes = new ByteArrayOutputStream();
        try (var lines = new XarfLines(bytes, new XarfReports(background, imprint()))) {
            exposed(notice).forEach(lines);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Imprint imprint() {
        var domain = sender.domain();
        var publisher = new Publisher(sender.organisation(), "https://" + domain, domain, sender.replyTo());
        var label = Tlp.parse(sender.tlp().substring("TLP:".length())).orElse(Tlp.AMBER_STRICT);
        return new Imprint(publisher, label, version);
    }

    private Stream<Exposed> exposed(Notice notice) {
        var asked = exposures.computeIfAbsent(notice.campaign(), this::exposures);
        return notice.lines().stream()
                .flatMap(line -> Optional.ofNullable(servers.get(line.server())).stream())
                .flatMap(server -> asked.of(server).stream());
    }

    private Exposures exposures(String campaign) {
        return new Exposures(
                knowledge,
                catalogue -> catalogue.campaign(campaign).map(Campaign::cves).orElse(List.of()),
                compromise);
    }
}
