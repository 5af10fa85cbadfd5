// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the investigation package of Defender for Endpoint holds. Where files lay is lost in it.
final class Defender implements Layout {
    private final @Nullable String host;

    Defender(Folder folder, Records records) {
        var information = folder.below("system information");
        var file = information == null ? null : information.file("systeminformation.txt");
        // The labels are translated; only the English one is known.
        host = Records.labelled(records.text(file), List.of("Host Name:"));
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String path(String name) {
        return null;
    }
}
