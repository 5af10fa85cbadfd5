// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the findings on one server have to do with each other: by the address, by the page, by the minute.
///
/// A link raises a server's verdict, never the grade of another record.
final class Links {
    /// Addresses change hands; after this nothing says that it is still the same person.
    private static final Duration LATEST_USE = Duration.ofDays(30);

    /// How far what a front end let through and what the back end wrote of it lie apart.
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final List<Finding> findings;
    private final Map<String, Campaigns> campaigns = new HashMap<>();
    private final IdentityHashMap<Finding, String> linked = new IdentityHashMap<>();

    /// What one campaign's findings tell of others.
    private static final class Campaigns {
        /// When each address came in, the earliest only.
        private final Map<String, Instant> entries = new HashMap<>();

        private final NavigableMap<Instant, Set<String>> requests = new TreeMap<>();
        private final Set<String> written = new HashSet<>();
    }

    /// @param findings of one server
    Links(List<Finding> findings) {
        this.findings = findings;
        for (var finding : findings) {
            var campaign = finding.rule().campaign();
            if (campaign != null && reached(finding, Stage.EXPLOITED)) {
                learn(campaigns.computeIfAbsent(campaign, _ -> new Campaigns()), finding);
            }
        }
        findings.forEach(this::link);
    }

    private static void learn(Campaigns of, Finding finding) {
        var actor = finding.actor();
        var time = finding.time();
        if (actor != null && time != null) {
            of.entries.merge(actor, time, (a, b) -> a.isBefore(b) ? a : b);
            of.requests.computeIfAbsent(time, _ -> new HashSet<>()).add(actor);
        }
        if (reached(finding, Stage.IMPLANTED)) {
            of.written.addAll(Pages.in(finding));
        }
    }

    private static boolean reached(Finding finding, Stage stage) {
        return finding.stage() != null && finding.stage().compareTo(stage) >= 0;
    }

    /// To the first campaign by name that has a claim.
    private void link(Finding finding) {
        if (finding.rule().campaign() != null || !reached(finding, Stage.IMPLANTED)) {
            return;
        }
        campaigns.entrySet().stream()
                .filter(entry -> follows(finding, entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .ifPresent(name -> linked.put(finding, name));
    }

    /// Whoever came in by the flaw and then uses a page that lies there has used what he left; so has who uses the
    /// very page that was written.
    private static boolean follows(Finding finding, Campaigns campaign) {
        var time = finding.time();
        var entry = finding.actor() == null ? null : campaign.entries.get(finding.actor());
        boolean bySame =
                entry != null && time != null && !time.isBefore(entry) && time.isBefore(entry.plus(LATEST_USE));
        return bySame || Pages.in(finding).stream().anyMatch(campaign.written::contains);
    }

    /// The campaign that a finding counts for: its own rule's, or the one that it follows; null where there is
    /// none.
    @Nullable
    String campaign(Finding finding) {
        var own = finding.rule().campaign();
        return own != null ? own : linked.get(finding);
    }

    /// Findings that count for a campaign, in their order.
    List<Finding> of(String campaign) {
        return findings.stream()
                .filter(f -> f.stage() != null && campaign.equals(campaign(f)))
                .toList();
    }

    /// The address from which a record without one came, by the requests of the same minutes; null where they came
    /// from several or none.
    @Nullable
    String sender(Finding finding) {
        var time = finding.time();
        var own = campaigns.get(Objects.requireNonNullElse(campaign(finding), ""));
        if (finding.actor() != null || time == null || own == null) {
            return null;
        }
        var near = new HashSet<String>();
        own.requests
                .subMap(time.minus(AT_ONCE), true, time.plus(AT_ONCE), true)
                .values()
                .forEach(near::addAll);
        return near.size() == 1 ? near.iterator().next() : null;
    }
}
