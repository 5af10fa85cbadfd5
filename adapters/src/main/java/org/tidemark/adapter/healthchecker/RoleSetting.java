// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.List;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.SettingSeen;

/// The role, of which one only decides anything: an Edge server has no web services at all.
final class RoleSetting {
    private RoleSetting() {}

    static boolean isEdge(PsObject directory) {
        var role = directory.at("ServerRole").text();
        return directory.at("IsEdgeServer").isTrue() || "Edge".equalsIgnoreCase(role);
    }

    static void add(PsObject directory, List<Evidence> evidence) {
        if (isEdge(directory)) {
            evidence.add(new SettingSeen("server-role", "edge"));
        }
    }
}
