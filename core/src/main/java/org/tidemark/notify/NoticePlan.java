// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whom to tell what today: of each server once, and again only when something came up or nothing happened.
///
/// Servers share a notice only where the owner, the recipient, the format, the language and the campaign are all equal.
public final class NoticePlan {
    /// Mail beyond two reminders did not help in any study; another channel may.
    private static final int MOST_MAILS = 3;

    private final Ownership owners;
    private final Recipients recipients;
    private final Map<Told.Of, Told> told;
    private final Duration patience;
    private final Instant now;
    private final Map<Group, List<Notice.Line>> groups = new LinkedHashMap<>();
    // A server stands here once, however many campaigns it is vulnerable to.
    private final Set<String> unowned = new HashSet<>();
    private final Set<String> optedOut = new HashSet<>();
    private final Set<String> unreachable = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private record Group(String owner, Contact recipient, String campaign) {}

    /// @param told what was told last
    /// @param patience how long to wait for a fix before a reminder
    public NoticePlan(
            Ownership owners, Recipients recipients, Map<Told.Of, Told> told, Duration patience, Instant now) {
        this.owners = owners;
        this.recipients = recipients;
        this.told = Map.copyOf(told);
        this.patience = patience;
        this.now = now;
    }

    /// Takes in a server that is vulnerable now.
    public void add(Candidate candidate) {
        var owned = owners.of(candidate.where(), candidate.network());
        if (owned.isEmpty()) {
            unowned.add(candidate.server());
            return;
        }
        if (owned.get().isFallback()) {
            unowned.add(candidate.server());
        }
        if (owned.get().owner().optOut()) {
            optedOut.add(candidate.server());
            return;
        }
        var last = told.get(new Told.Of(candidate.server(), candidate.campaign()));
        var reason = reason(candidate, owned.get(), last);
        if (reason.isEmpty()) {
            known.add(candidate.server());
            return;
        }
        boolean byMail = last == null || reason.get() != Notice.Reason.REMINDER || last.times() < MOST_MAILS;
        var recipient = recipients.of(owned.get(), candidate.where(), candidate.suspected(), byMail);
        if (recipient.isEmpty()) {
            unreachable.add(candidate.server());
            return;
        }
        groups.computeIfAbsent(
                        new Group(owned.get().owner().name(), recipient.get(), candidate.campaign()),
                        _ -> new ArrayList<>())
                .add(new Notice.Line(
                        candidate.server(),
                        candidate.where(),
                        candidate.network(),
                        reason.get(),
                        candidate.since(),
                        candidate.suspected()));
    }

    private Optional<Notice.Reason> reason(Candidate candidate, Owned owned, @Nullable Told last) {
        if (last == null) {
            return Optional.of(Notice.Reason.NEW);
        }
        if (!last.waiting() && candidate.since().isAfter(last.since())) {
            return Optional.of(Notice.Reason.REGRESSED);
        }
        if ((candidate.suspected() && !last.suspected())
                || !owned.owner().name().equals(last.owner())) {
            return Optional.of(Notice.Reason.CHANGED);
        }
        boolean late = !last.waiting()
                && last.times() <= MOST_MAILS
                && !last.at().plus(patience).isAfter(now);
        return late ? Optional.of(Notice.Reason.REMINDER) : Optional.empty();
    }

    /// @param tokens gives a random text for each notice
    /// @return in a fixed order: by owner, campaign and recipient
    public List<Notice> notices(Supplier<String> tokens) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<Notice.Line>> entry) ->
                                entry.getKey().owner())
                        .thenComparing(entry -> entry.getKey().campaign())
                        .thenComparing(entry -> entry.getKey().recipient().mailbox())
                        .thenComparing(entry -> entry.getKey().recipient().toString()))
                .map(entry -> Notice.of(
                        tokens.get(),
                        entry.getKey().owner(),
                        entry.getKey().recipient(),
                        entry.getKey().campaign(),
                        entry.getValue(),
                        now))
                .toList();
    }

    /// Vulnerable servers that nobody owns; those that went to the fallback with them.
    public long unowned() {
        return unowned.size();
    }

    /// Those whose owners want no notices.
    public long optedOut() {
        return optedOut.size();
    }

    /// Those of whose owners no contact can be used.
    public long unreachable() {
        return unreachable.size();
    }

    /// Those of which the owner was told all there is.
    public long known() {
        return known.size();
    }
}
