// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.List;
import java.util.Locale;

/// The formats of exports, and the files that each is written to.
enum ExportFormat {
    CSAF,
    STIX,
    OCSF,
    SSVC,
    INTELMQ,
    XARF;

    /// How the names of its files end, where it is written to one file; none where a standard names them.
    List<String> endings() {
        return switch (this) {
            case CSAF -> List.of();
            case STIX -> List.of(".json");
            case SSVC -> List.of(".json", ".jsonl");
            case OCSF, XARF -> List.of(".jsonl");
            case INTELMQ -> List.of(".csv", ".jsonl");
        };
    }

    /// Its name in answers and options.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsPublisher() {
        return this == CSAF || this == XARF;
    }

    boolean needsContact() {
        return this == XARF;
    }
}
