// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import org.tidemark.fault.Problem;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// Takes what is read of evidence, in the order of the input.
public interface EvidenceSink {
    /// Whether a record of these bytes can matter at all. What cannot is counted and not given out.
    boolean wants(Kind kind, byte[] bytes, int from, int to);

    /// Tells which rows of a kind can matter, to several threads at once.
    default RowScreen screen(Kind kind) {
        return RowScreen.EVERYTHING;
    }

    /// Who may look through rows ahead of the reading.
    default Workers workers() {
        return Workers.NONE;
    }

    void trace(Trace trace);

    /// What a file held, at its end; one for each server that it names.
    void seen(String file, Seen seen);

    void problem(Problem problem);

    /// What is known of the collection that files stand in. May be told in parts, each with the same root.
    default void collected(Collected collected) {}

    /// A file of a kind that is there and cannot be read.
    ///
    /// @param reason one sentence
    default void unreadable(String file, Kind kind, String reason) {}

    /// What follows holds members of this archive: `!` behind its name parts them from it.
    default void archive(String file) {}

    /// How much of the beginning of a file of the web site it wants to see as it is.
    default int wantedContent() {
        return 0;
    }

    /// The beginning of a file of which a record was just given.
    default void content(Trace trace, byte[] bytes, int length) {}

    /// A file that was left alone because the very same was read before.
    default void repeated(String file) {}

    /// How many bytes of evidence a file gave, once nothing was packed around it any more.
    default void bytes(long count) {}
}
