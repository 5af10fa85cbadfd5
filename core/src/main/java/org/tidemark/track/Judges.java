// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;

/// The judges of all packs together: one string of letters for every campaign of every pack.
public final class Judges {
    private final Map<String, Judge> families;
    private final List<Campaign> campaigns;

    /// @param families by the pack's id, in a fixed order
    public Judges(Map<String, Judge> families) {
        this.families = new LinkedHashMap<>(families);
        this.campaigns = families.values().stream()
                .flatMap(judge -> judge.campaigns().stream())
                .toList();
    }

    /// All campaigns, in the order of the letters.
    public List<Campaign> campaigns() {
        return campaigns;
    }

    /// The place of a campaign's letter, from 0; -1 where no pack has the campaign.
    public int place(String campaign) {
        for (int i = 0; i < campaigns.size(); i++) {
            if (campaigns.get(i).name().equals(campaign)) {
                return i;
            }
        }
        return -1;
    }

    /// What a server is after a look at it.
    ///
    /// The condition before stays where the look shows nothing that it does not say: the same branch, the same
    /// letters, and no more exactly.
    ///
    /// @param before null at first sight
    public Condition after(@Nullable Condition before, Known look, LocalDate day) {
        var judge = look.family() == null ? null : families.get(look.family());
        if (judge == null) {
            return new Condition(look, null, null, outside(campaigns.size()));
        }
        var known = judge.after(before == null ? null : before.known(), look, day);
        var now = padded(judge, judge.condition(known));
        return before != null && saysAsMuch(before, now) ? before : now;
    }

    private Condition padded(Judge judge, Condition own) {
        var letters = new StringBuilder();
        families.values()
                .forEach(each -> letters.append(
                        each == judge ? own.states() : outside(each.campaigns().size())));
        return new Condition(own.known(), own.product(), own.branch(), letters.toString());
    }

    private static String outside(int campaigns) {
        return String.valueOf(Letter.OUTSIDE).repeat(campaigns);
    }

    private static boolean saysAsMuch(Condition before, Condition now) {
        var then = before.known();
        var known = now.known();
        boolean least = !then.builds().isEmpty()
                && then.builds().size() <= known.builds().size();
        return before.states().equals(now.states())
                && Objects.equals(before.branch(), now.branch())
                && then.mitigated().equals(known.mitigated())
                && then.outside() == known.outside()
                && then.mixed() == known.mixed()
                && (least || known.builds().isEmpty());
    }

    /// Whether the vendor made updates for each branch on a day, by the branch's name.
    public Map<String, String> supportAt(LocalDate day) {
        var support = new LinkedHashMap<String, String>();
        families.values().forEach(judge -> support.putAll(judge.supportAt(day)));
        return support;
    }
}
