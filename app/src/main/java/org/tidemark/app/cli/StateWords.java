// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.jspecify.annotations.Nullable;
import org.tidemark.track.Condition;
import org.tidemark.track.Letter;
import org.tidemark.track.Presence;

/// What a server is to a campaign, in a word.
final class StateWords {
    private StateWords() {}

    /// @param condition null where the server was not there before
    /// @param place of the campaign's letter
    static String of(@Nullable Condition condition, int place, Presence presence) {
        if (condition == null) {
            return "not seen";
        }
        char letter = condition.states().charAt(place);
        if (letter == Letter.OUTSIDE) {
            return "outside";
        }
        if (presence == Presence.GONE) {
            return "gone";
        }
        return switch (letter) {
            case Letter.VULNERABLE -> "vulnerable";
            case Letter.PATCHED -> "patched";
            case Letter.MITIGATED -> "mitigated";
            default -> "unknown";
        };
    }
}
