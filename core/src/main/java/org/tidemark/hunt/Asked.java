// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A source of evidence that rules ask: a kind, and of event logs the channel.
///
/// @param channel the channel; empty for all of the kind
record Asked(Kind kind, String channel) implements Comparable<Asked> {
    private static final Comparator<Asked> ORDER =
            Comparator.comparing(Asked::kind).thenComparing(Asked::channel, String.CASE_INSENSITIVE_ORDER);

    /// What a rule asks.
    static Stream<Asked> by(HuntRule rule) {
        return rule.kinds().stream()
                .flatMap(kind -> kind.hasChannels() && !rule.channels().isEmpty()
                        ? rule.channels().stream().map(channel -> new Asked(kind, channel))
                        : Stream.of(new Asked(kind, "")));
    }

    /// What the rules of a campaign ask, in order.
    static Set<Asked> by(HuntCampaign campaign, List<HuntRule> rules) {
        var asked = new TreeSet<Asked>();
        rules.stream()
                .filter(rule -> campaign.name().equals(rule.campaign()))
                .forEach(rule -> by(rule).forEach(asked::add));
        return asked;
    }

    /// Its name for people, in the plural.
    String title() {
        return channel.isEmpty() ? kind.title() : kind.title() + " (" + channel + ")";
    }

    /// The channel in the one case in which channels are compared.
    static String folded(String channel) {
        return channel.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Asked other) {
        return ORDER.compare(this, other);
    }
}
