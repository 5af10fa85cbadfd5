// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;
import org.tidemark.advisory.Release;

/// What a pack knows of upgrades beside its releases. Everything may be empty: then nothing is required and no road
/// leads from one product to another.
///
/// @param restarts the actions after which the server is restarted
/// @param mitigationsFrom for a mitigation that does not fit every branch, the first of each product that it fits
public record UpgradeFacts(
        List<Requirement> requirements,
        List<Coexistence> pairs,
        Set<Action> restarts,
        List<Note> notes,
        List<FrameworkNote> frameworks,
        List<Entitlement> entitlements,
        List<AfterUpdate> afterUpdates,
        Map<String, List<BranchId>> mitigationsFrom) {

    /// Words that belong to steps of a kind.
    ///
    /// @param requires whether it is needed before the step; else it is what goes wrong
    /// @param products the products that it is limited to; empty for all
    /// @param first the first branch that it concerns; null for all
    /// @param last the last branch that it concerns; null for all
    /// @param bridgeOnly whether it concerns only branches that are passed through
    public record Note(
            Action action,
            boolean requires,
            String words,
            List<String> products,
            @Nullable BranchId first,
            @Nullable BranchId last,
            boolean bridgeOnly,
            String source) {
        public Note {
            products = List.copyOf(products);
        }
    }

    /// What to know of a framework version.
    ///
    /// @param avoid whether a plan never installs it
    /// @param notOn operating systems that it cannot be installed on
    public record FrameworkNote(
            FrameworkVersion version, boolean avoid, List<Platform> notOn, String words, String source) {
        public FrameworkNote {
            notOn = List.copyOf(notOn);
        }
    }

    /// Who may install an update.
    ///
    /// @param levels the levels that it is limited to; empty for all
    /// @param from the first day of the updates that it concerns; null for all
    /// @param until the last such day; null for all
    public record Entitlement(
            String product,
            List<String> levels,
            @Nullable PartialDate from,
            @Nullable PartialDate until,
            String words,
            String source) {
        public Entitlement {
            levels = List.copyOf(levels);
        }

        boolean covers(Release release) {
            var day = release.released();
            boolean here = product.equals(release.branch().product())
                    && (levels.isEmpty() || levels.contains(release.branch().level()));
            boolean since = from == null || (day != null && !day.first().isBefore(from.first()));
            boolean till = until == null || (day != null && !day.first().isAfter(until.last()));
            return here && since && till;
        }
    }

    /// What is left to do when an update is in.
    ///
    /// @param products the products that it is limited to; empty for all
    /// @param cves only where one of these was open before; empty for after every update
    public record AfterUpdate(Action action, List<String> products, List<CveId> cves, String words, String source) {
        public AfterUpdate {
            products = List.copyOf(products);
            cves = List.copyOf(cves);
        }
    }

    public UpgradeFacts {
        requirements = List.copyOf(requirements);
        pairs = List.copyOf(pairs);
        restarts = restarts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(restarts));
        notes = List.copyOf(notes);
        frameworks = List.copyOf(frameworks);
        entitlements = List.copyOf(entitlements);
        afterUpdates = List.copyOf(afterUpdates);
        mitigationsFrom = Map.copyOf(mitigationsFrom);
    }

    public static UpgradeFacts none() {
        return new UpgradeFacts(List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public Optional<Requirement> requirement(BranchId branch) {
        return requirements.stream().filter(r -> r.branch().equals(branch)).findFirst();
    }

    Optional<FrameworkNote> frameworkNote(FrameworkVersion version) {
        return frameworks.stream().filter(f -> f.version().equals(version)).findFirst();
    }

    /// Whether a plan may have a framework installed. What cannot go on some operating system is left out where
    /// nobody has said which one it is.
    boolean installable(FrameworkVersion version, @Nullable Platform platform) {
        return frameworkNote(version)
                .map(note -> !note.avoid()
                        && (note.notOn().isEmpty()
                                || (platform != null && !note.notOn().contains(platform))))
                .orElse(true);
    }

    Optional<Entitlement> entitlement(Release release) {
        return entitlements.stream().filter(e -> e.covers(release)).findFirst();
    }

    /// Every operating system that a branch of the pack runs on.
    public List<Platform> platforms() {
        return requirements.stream()
                .flatMap(r -> r.platforms().stream())
                .distinct()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
