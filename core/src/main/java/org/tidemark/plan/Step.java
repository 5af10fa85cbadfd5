// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.BranchId;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.PartialDate;

/// One thing to do.
///
/// @param kb the package to install; null where there is none or no number is published
/// @param toBuild the build that stands there afterwards
/// @param toBranch the branch that stands there afterwards, of an upgrade or a migration
/// @param to what else it leads to: a framework version, directory levels, `setting=value`, the name of a mitigation
/// @param closes the flaws that it closes
/// @param restart whether the server is restarted
/// @param why why it is a step, one or two sentences
/// @param look where to look, and with which command
/// @param requires what must be there before
/// @param entitlement who may install it; null for everybody
/// @param pitfalls what goes wrong, and what it costs
/// @param sources who says so
public record Step(
        Action action,
        @Nullable String kb,
        @Nullable Build toBuild,
        @Nullable BranchId toBranch,
        @Nullable String to,
        @Nullable PartialDate released,
        List<CveId> closes,
        boolean restart,
        String why,
        @Nullable String look,
        List<String> requires,
        @Nullable String entitlement,
        List<String> pitfalls,
        List<String> sources) {
    public Step {
        closes = List.copyOf(closes);
        requires = List.copyOf(requires);
        pitfalls = List.copyOf(pitfalls);
        sources = sources.stream().distinct().toList();
    }

    /// The same step, its sources named in full.
    Step withSources(List<String> others) {
        return new Step(
                action,
                kb,
                toBuild,
                toBranch,
                to,
                released,
                closes,
                restart,
                why,
                look,
                requires,
                entitlement,
                pitfalls,
                others);
    }

    static Draft of(Action action, String why) {
        return new Draft(action, why);
    }

    /// A step that is being put together.
    static final class Draft {
        private final Action action;
        private final String why;
        private final List<CveId> closes = new ArrayList<>();
        private final List<String> requires = new ArrayList<>();
        private final List<String> pitfalls = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private @Nullable String kb;
        private @Nullable Build toBuild;
        private @Nullable BranchId toBranch;
        private @Nullable String to;
        private @Nullable PartialDate released;
        private @Nullable String look;
        private @Nullable String entitlement;
        private boolean restart;

        private Draft(Action action, String why) {
            this.action = action;
            this.why = why;
        }

        Draft installs(@Nullable String packages, Build build, @Nullable PartialDate day) {
            this.kb = packages;
            this.toBuild = build;
            this.released = day;
            return this;
        }

        Draft toBranch(BranchId branch) {
            this.toBranch = branch;
            return this;
        }

        Draft to(String what) {
            this.to = what;
            return this;
        }

        Draft look(String where) {
            this.look = where;
            return this;
        }

        Draft closes(List<CveId> flaws) {
            closes.addAll(flaws);
            return this;
        }

        Draft entitled(String words) {
            this.entitlement = words;
            return this;
        }

        Draft restart(boolean needed) {
            this.restart = needed;
            return this;
        }

        /// Words that are empty say nothing and are left out, here and below.
        Draft requires(String words) {
            return add(requires, words);
        }

        Draft pitfall(String words) {
            return add(pitfalls, words);
        }

        Draft source(String source) {
            return add(sources, source);
        }

        Draft sources(List<String> more) {
            sources.addAll(more);
            return this;
        }

        private Draft add(List<String> list, String words) {
            if (!words.isEmpty()) {
                list.add(words);
            }
            return this;
        }

        Step done() {
            return new Step(
                    action,
                    kb,
                    toBuild,
                    toBranch,
                    to,
                    released,
                    closes,
                    restart,
                    why,
                    look,
                    requires,
                    entitlement,
                    pitfalls,
                    sources);
        }
    }
}
