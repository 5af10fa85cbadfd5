// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import org.jspecify.annotations.Nullable;

/// The files of a pack as trees and rows: what their text says before anybody asks what it means.
interface Syntax {
    /// The tree of a YAML file; null where there is none or it cannot be read. Its faults are handed over.
    @Nullable
    YamlTree tree(String name, Faults faults);

    /// The rows of a CSV file; null where there is none or it cannot be read. Its faults are handed over.
    CsvTable.@Nullable Raw records(String name, Faults faults);

    /// The hash of the pack, lower-case hex.
    String hash();
}
