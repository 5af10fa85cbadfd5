// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

/// A server's state on a day, and whether any scan of that day covered it.
///
/// @param notCovered no scan of the day covered it, so the state is the last one known; never for servers that are gone
public record Standing(State state, boolean notCovered) {
    private static final int PRESENCE = 3;
    private static final int GONE = 2;
    private static final int NOT_COVERED = 4;

    /// Reads what a store keeps of a server: a letter and a number.
    ///
    /// @param letter see [Letter]; outside counts as undecided, for the server has been inside since
    /// @param presence 0 seen, 1 missed once by a scan that covered it, 2 gone; 4 more where nothing covered it
    public static Standing of(char letter, int presence) {
        if ((presence & PRESENCE) == GONE) {
            return new Standing(State.GONE, false);
        }
        var state = switch (letter) {
            case Letter.VULNERABLE -> State.VULNERABLE;
            case Letter.PATCHED -> State.PATCHED;
            case Letter.MITIGATED -> State.MITIGATED;
            default -> State.UNKNOWN;
        };
        return new Standing(state, (presence & NOT_COVERED) != 0);
    }
}
