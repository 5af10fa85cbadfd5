// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files as they lie on a drive: `C/Windows/…` in one of its spellings, or without a drive, which then is taken as C:.
record Copy(boolean hasDrive, @Nullable String host) implements Layout {
    @Override
    public @Nullable String path(String name) {
        List<String> parts = Paths.parts(name);
        return hasDrive ? Paths.withDrive(parts) : parts.size() < 2 ? null : Paths.below("C", parts);
    }
}
