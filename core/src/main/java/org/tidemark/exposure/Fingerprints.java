// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.List;
import java.util.Optional;
import org.tidemark.advisory.Build;

/// How one pack tells its product from what was seen.
///
/// @param ordered the fingerprints, the most trusted first
/// @param lookalikes what looks like the product and is not, or perhaps is not
/// @param farms name suffixes of hosts that serve many addresses of one owner
/// @param needles byte strings of which one is in every record that any of the fingerprints could hit
/// @param openHeader since which build a header is sent without logging in
/// @param compromisedTags labels of feeds that say that a server was found broken into
/// @param nameHeader the header in which a server tells its own name; empty for none
/// @param rewrites rules that put the parts of a header's number in order
public record Fingerprints(
        List<Fingerprint> ordered,
        List<Lookalike> lookalikes,
        List<String> farms,
        List<String> needles,
        Optional<OpenHeader> openHeader,
        List<String> compromisedTags,
        String nameHeader,
        List<Rewrite> rewrites) {
    public static final Fingerprints NONE =
            new Fingerprints(List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), "", List.of());

    public Fingerprints {
        ordered = List.copyOf(ordered);
        lookalikes = List.copyOf(lookalikes);
        farms = List.copyOf(farms);
        needles = List.copyOf(needles);
        compromisedTags = List.copyOf(compromisedTags);
        rewrites = List.copyOf(rewrites);
    }

    /// Something told apart.
    ///
    /// @param all signs that must all be there, each in any piece of evidence
    /// @param reason one sentence
    public record Lookalike(Flag flag, List<Sign> all, String reason) {
        public Lookalike {
            all = List.copyOf(all);
        }
    }

    /// Builds that surely send a header to anybody, and builds that surely do not; of the others it is not known.
    ///
    /// @param header the header
    /// @param paths the paths that it is sent on
    /// @param companion a header that shows that no proxy took this one away
    /// @param surelyWith ranges of builds, both ends included
    /// @param surelyWithout ranges of builds, both ends included
    public record OpenHeader(
            String header, List<String> paths, String companion, List<Span> surelyWith, List<Span> surelyWithout) {
        public OpenHeader {
            paths = List.copyOf(paths);
            surelyWith = List.copyOf(surelyWith);
            surelyWithout = List.copyOf(surelyWithout);
        }

        public boolean surelySends(Build build) {
            return surelyWith.stream().anyMatch(span -> span.holds(build));
        }

        public boolean surelyDoesNotSend(Build build) {
            return surelyWithout.stream().anyMatch(span -> span.holds(build));
        }
    }

    /// Builds between two, both included.
    public record Span(Build from, Build to) {
        boolean holds(Build build) {
            return from.compareTo(build) <= 0 && build.compareTo(to) <= 0;
        }
    }

    /// A number whose parts stand in another order: the parts of what is read, by index, in the order of a build;
    /// what is left out makes the result a set.
    ///
    /// @param method the fingerprint that it applies to
    /// @param whenPart the index of a part that must be zero for the rule to apply
    /// @param order the indexes that make the build
    public record Rewrite(String method, int whenPart, List<Integer> order) {
        public Rewrite {
            order = List.copyOf(order);
        }
    }
}
