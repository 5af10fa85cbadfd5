// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.tidemark.run.Knowledge;

/// Loads the knowledge packs: the bundled ones, and those in folders that replace them.
public interface Packs {
    /// @param folders packs that replace a bundled one of the same id, or come besides
    Knowledge load(List<Path> folders);
}
