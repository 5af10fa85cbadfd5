// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// A server's state on a day, and whether any scan of that day covered it.
///
/// @param notCovered no scan of the day covered it, so the state is the last one known; never for servers that are gone
public record Standing(State state, boolean notCovered) {
    /// Reads what a store keeps of a server: a letter and a number.
    ///
    /// @param letter see [Letter]; outside counts as undecided, for the server has been inside since
    /// @param kept see [Presence]
    public static Standing of(char letter, int kept) {
        var presence = Presence.of(kept);
        if (presence == Presence.GONE) {
            return new Standing(State.GONE, false);
        }
        var state = switch (letter) {
            case Letter.VULNERABLE -> State.VULNERABLE;
            case Letter.PATCHED -> State.PATCHED;
            case Letter.MITIGATED -> State.MITIGATED;
            default -> State.UNKNOWN;
        };
        return new Standing(state, presence == Presence.NOT_COVERED);
    }
}
