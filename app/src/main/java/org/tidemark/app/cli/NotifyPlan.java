// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticePlan;
import org.tidemark.notify.Ownership;
import org.tidemark.notify.Recipients;
import org.tidemark.run.NoticeCandidates;
import org.tidemark.run.Store;
import org.tidemark.run.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whom to tell what today.
@Command(
        name = "plan",
        description =
                "Work out whom to tell what: one notice for each owner, recipient and campaign, about servers that"
                        + " are vulnerable and that nobody was told of, that were fixed in between, or of which something new is"
                        + " known. Nothing is sent.",
        footer = {
            "",
            "Exit status: 0 when nobody has to be told anything, 1 when notices were planned, 2 for a mistake in what"
                    + " was asked, 3 when the store is in use or damaged."
        })
final class NotifyPlan extends PackCommand {
    private static final int MOST_SHOWN = 40;
    private static final int TOKEN_BYTES = 16;
    private static final int USUAL_WAIT = 15;
    private static final int USUAL_PATIENCE = 14;

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    CampaignOptions campaigns = new CampaignOptions();

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            description = "Wait so long after the last file came in, for rows that come late; 15 where not given.")
    int wait = USUAL_WAIT;

    @Option(
            names = "--remind-after",
            paramLabel = "DAYS",
            description =
                    "Remind an owner who did nothing after so many days, twice at most, then by another channel; 14"
                            + " where not given.")
    int patience = USUAL_PATIENCE;

    private final SecureRandom random = new SecureRandom();

    NotifyPlan(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        campaigns.check(answer.knowledge());
        if (wait < 0 || patience < 1) {
            throw TidemarkException.user("--wait takes minutes from 0 on, --remind-after days from 1 on.");
        }
        answer.columns(
                "notice",
                List.of("id", "owner", "recipient", "channel", "format", "language", "campaign", "reason", "servers"));
        try (var store = data.openExisting(invocation, answer.knowledge())) {
            store.track(invocation.clock().instant(), new Following(answer));
            awaitLateRows(store);
            return plan(answer, store);
        }
    }

    /// A scan often comes in several files; whoever is told too early is told twice.
    private void awaitLateRows(Store store) {
        var last = store.files().stream()
                .map(StoredFile::importedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var ready = last.plus(Duration.ofMinutes(wait));
        var now = invocation.clock().instant();
        if (ready.isAfter(now)) {
            throw TidemarkException.user("The last file came in at " + last + ", and more may follow; plan again in "
                    + (Duration.between(now, ready).toMinutes() + 1) + " minutes, or say --wait 0.");
        }
    }

    private int plan(Answer answer, Store store) {
        var owners = Ownership.of(store.owners().rows());
        if (owners.isEmpty()) {
            throw TidemarkException.user(
                    "The store holds no list of owners, so nobody can be told; `tidemark owners import FILE`.");
        }
        var plan = new NoticePlan(
                owners,
                new Recipients(owners, store.notices().unusable()),
                store.notices().told(),
                Duration.ofDays(patience),
                invocation.clock().instant());
        NoticeCandidates.each(store, this::isWanted, plan::add);
        var notices = plan.notices(this::token);
        store.notices().add(notices);
        notices.forEach(notice -> answer.row(NotifyRows.notice(notice)));
        if (!notices.isEmpty()) {
            answer.found();
        }
        if (answer.forPeople()) {
            tell(answer, notices, plan);
        }
        return answer.finish(Row.of("summary")
                .put("notices", notices.size())
                .put(
                        "servers",
                        notices.stream()
                                .mapToInt(notice -> notice.lines().size())
                                .sum())
                .put("toldBefore", plan.known())
                .put("unowned", plan.unowned())
                .put("optedOut", plan.optedOut())
                .put("unreachable", plan.unreachable()));
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private boolean isWanted(String campaign) {
        return campaigns.isEmpty() || campaigns.names.contains(campaign);
    }

    private static void tell(Answer answer, List<Notice> notices, NoticePlan plan) {
        var out = answer.people();
        if (!notices.isEmpty()) {
            NotifyRows.table(notices.subList(0, Math.min(MOST_SHOWN, notices.size())))
                    .print(out, answer.terminal(), -1);
            if (notices.size() > MOST_SHOWN) {
                out.println("and " + Figures.number(notices.size() - MOST_SHOWN)
                        + " more; `tidemark notify` lists them all.");
            }
            out.println();
        }
        var words = new StringBuilder(
                notices.isEmpty() ? "Nobody has to be told anything." : Figures.number(notices.size()) + " notices.");
        say(words, plan.known(), "server was told of before", "servers were told of before");
        say(words, plan.unowned(), "server is nobody's by the lists", "servers are nobody's by the lists");
        say(words, plan.optedOut(), "server's owner wants no notices", "servers' owners want no notices");
        say(
                words,
                plan.unreachable(),
                "server's owner has no contact that can be used",
                "servers' owners have no contact that can be used");
        Terminal.wrap(words.toString(), answer.terminal().width()).forEach(out::println);
    }

    private static void say(StringBuilder words, long count, String one, String many) {
        if (count > 0) {
            words.append(' ')
                    .append(Figures.number(count))
                    .append(' ')
                    .append(count == 1 ? one : many)
                    .append('.');
        }
    }
}
