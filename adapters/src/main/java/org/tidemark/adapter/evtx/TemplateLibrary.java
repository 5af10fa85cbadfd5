// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sound template definitions of a file by their identifiers. Every chunk has its own copies of those it uses:
/// where one is damaged or was written over, the copy of another chunk says the same.
final class TemplateLibrary {
    /// Logs have some hundred. The bound keeps a file of made-up definitions from filling memory.
    private static final int MOST_BYTES = 2 << 20;

    private final Map<Integer, Template> templates = new HashMap<>();
    private int bytes;

    void add(Template template, int size) {
        if (template.isSound() && template.isSelfContained() && bytes + size <= MOST_BYTES) {
            if (templates.putIfAbsent(template.id(), template) == null) {
                bytes += size;
            }
        }
    }

    @Nullable
    Template get(int id) {
        return templates.get(id);
    }
}
