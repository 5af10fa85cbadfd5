// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The directories as the checker lists them.
final class ListedDirectories implements ExtendedProtection.Directories {
    private final Map<String, PsObject> byPath = new HashMap<>();

    ListedDirectories(PsObject list) {
        for (var directory : list.list().orElse(List.of())) {
            var name = directory.at("VirtualDirectoryName").text();
            if (name != null) {
                byPath.put(name.toLowerCase(Locale.ROOT), directory);
            }
        }
    }

    @Override
    public @Nullable String value(String path) {
        var directory = byPath.getOrDefault(path, PsObject.UNSEEN);
        var value = directory.at("ExtendedProtection").text();
        return value != null
                ? value
                : directory.at("Configuration", "ExtendedProtection").text();
    }

    @Override
    public boolean isFiltered(String path) {
        return byPath.getOrDefault(path, PsObject.UNSEEN)
                .at("Configuration", "MitigationSettings", "AllowUnlisted")
                .isFalse();
    }
}
