// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.List;
import org.tidemark.advisory.Catalogue;
import org.tidemark.exposure.Fingerprints;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.plan.UpgradeFacts;

/// What came of reading a pack: a catalogue, or everything that is wrong with it.
public sealed interface Loaded {

    /// The pack holds together.
    record Usable(Catalogue catalogue, Fingerprints fingerprints, UpgradeFacts upgrades) implements Loaded {}

    /// The pack does not hold together and nothing of it may be used.
    ///
    /// @param pack where it came from
    /// @param faults every fault, by file and line; never empty
    record Refused(String pack, List<Problem> faults) implements Loaded {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// The pack where it can be used.
    ///
    /// @throws TidemarkException with [ErrorCode#PACK] where the pack was refused; the message lists the first
    /// faults
    default Usable usableOrThrow() {
        return switch (this) {
            case Usable usable -> usable;
            case Refused refused -> throw new TidemarkException(ErrorCode.PACK, told(refused));
        };
    }

    /// The catalogue, as [#usableOrThrow].
    default Catalogue orThrow() {
        return usableOrThrow().catalogue();
    }

    private static String told(Refused refused) {
        int shown = Math.min(refused.faults().size(), 20);
        var text = new StringBuilder("The knowledge pack " + refused.pack() + " has "
                + refused.faults().size() + (refused.faults().size() == 1 ? " fault." : " faults."));
        for (var fault : refused.faults().subList(0, shown)) {
            var place = fault.place();
            text.append("\n  ").append(place.file());
            if (place.line() != null) {
                text.append(':').append(place.line());
            }
            text.append(": ").append(fault.cause()).append(' ').append(fault.cure());
        }
        if (shown < refused.faults().size()) {
            text.append("\n  … and ").append(refused.faults().size() - shown).append(" more.");
        }
        return text.toString();
    }
}
