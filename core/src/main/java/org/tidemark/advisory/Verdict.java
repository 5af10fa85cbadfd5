// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an installation has a flaw. Each case carries what proves it.
public sealed interface Verdict {

    /// Below the first fixed build of its branch, or a setting undoes the fix.
    ///
    /// @param fix the earliest release that holds the fix; null where none was out, or where a setting is the cure
    record Vulnerable(@Nullable FixedIn fix) implements Verdict {}

    /// Positive evidence that the fix is in.
    ///
    /// @param by what proves it: a release, an update's number or a setting
    record Fixed(String by) implements Verdict {}

    /// A statement says that this product, branch or role does not have the flaw.
    ///
    /// @param by who says so
    record NotApplicable(String by) implements Verdict {}

    /// The source makes no statement about this branch, which is not older than every branch that it lists.
    record NotListed(List<String> listed) implements Verdict {
        public NotListed {
            listed = List.copyOf(listed);
        }
    }

    /// The branch is older than every branch that the source lists, and nothing says that it is safe.
    ///
    /// @param oldestListed the oldest branch or product that the source lists
    record AssumedVulnerable(String oldestListed) implements Verdict {}

    /// The update is in, and the fix holds only if settings are switched on that nobody has looked at.
    record DependsOnSetting(List<Setting> settings) implements Verdict {
        public DependsOnSetting {
            settings = List.copyOf(settings);
        }
    }

    /// The evidence does not decide.
    ///
    /// @param evidenceNeeded what would, and how to get it
    record Unknown(String evidenceNeeded) implements Verdict {}

    /// The earliest release that holds a fix.
    ///
    /// @param kb its packages; empty where no number is known
    /// @param build its build
    /// @param builds every published number of it
    /// @param released the day it came out; null where no source says
    record FixedIn(
            String kb,
            Build build,
            List<Build> builds,
            @Nullable PartialDate released) {
        public FixedIn {
            builds = List.copyOf(builds);
        }
    }

    /// The name that other programs know it by.
    default Kind kind() {
        return switch (this) {
            case Vulnerable _ -> Kind.VULNERABLE;
            case AssumedVulnerable _ -> Kind.ASSUMED_VULNERABLE;
            case DependsOnSetting _ -> Kind.DEPENDS_ON_SETTING;
            case Unknown _ -> Kind.UNKNOWN;
            case NotListed _ -> Kind.NOT_LISTED;
            case Fixed _ -> Kind.FIXED;
            case NotApplicable _ -> Kind.NOT_APPLICABLE;
        };
    }

    /// The names of the verdicts, worst first: a campaign's verdict is the worst of its flaws.
    enum Kind {
        VULNERABLE,
        ASSUMED_VULNERABLE,
        DEPENDS_ON_SETTING,
        UNKNOWN,
        NOT_LISTED,
        FIXED,
        NOT_APPLICABLE;

        /// Whether it must be counted as open.
        public boolean isOpen() {
            return this == VULNERABLE || this == ASSUMED_VULNERABLE;
        }

        /// Whether nothing is left to do or to find out.
        public boolean isSettledSafe() {
            return this == FIXED || this == NOT_APPLICABLE;
        }

        public static Kind worst(Kind left, Kind right) {
            return left.compareTo(right) <= 0 ? left : right;
        }
    }
}
