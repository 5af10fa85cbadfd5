// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import java.util.Locale;
import java.util.Optional;

/// Who may read a document: the labels of the Traffic Light Protocol 2.0 (FIRST, August 2022).
public enum Tlp {
    CLEAR("CLEAR", "WHITE"),
    GREEN("GREEN", "GREEN"),
    AMBER("AMBER", "AMBER"),
    /// The recipient's organisation only, without its clients.
    AMBER_STRICT("AMBER+STRICT", "AMBER"),
    RED("RED", "RED");

    private static final String PREFIX = "TLP:";

    private final String label;
    private final String old;

    Tlp(String label, String old) {
        this.label = label;
        this.old = old;
    }

    /// The label without `TLP:`.
    public String label() {
        return label;
    }

    /// The nearest label of version 1, which formats older than version 2 take. `AMBER` stands for `AMBER+STRICT`
    /// there, so a writer must say the restriction in words beside it.
    public String old() {
        return old;
    }

    /// Reads a label in any case, with `TLP:` or without, those of version 1 among them; empty where the text
    /// is none.
    public static Optional<Tlp> parse(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        var bare = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        for (var tlp : values()) {
            if (tlp.label.equals(bare) || (tlp == CLEAR && bare.equals(CLEAR.old))) {
                return Optional.of(tlp);
            }
        }
        return Optional.empty();
    }
}
