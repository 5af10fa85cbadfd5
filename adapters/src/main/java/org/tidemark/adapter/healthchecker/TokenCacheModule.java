// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Numbers;

/// The IIS module TokenCacheModule, which a Windows update of October 2023 repaired (CVE-2023-36434).
final class TokenCacheModule {
    /// The first repaired revision of cachtokn.dll by the three parts before it, which are those of Windows.
    private static final Map<String, Long> REPAIRED = Map.of(
            "8.0.9200", 24_514L,
            "8.5.9600", 21_613L,
            "10.0.14393", 6_343L,
            "10.0.17763", 4_968L,
            "10.0.20348", 2_029L);

    /// Windows Server 2025 was born with the repaired file.
    private static final long BORN_REPAIRED = 26_100;

    private TokenCacheModule() {}

    static @Nullable String state(PsObject iis) {
        var modules = iis.at("IISModulesInformation", "ModuleList").list();
        boolean listed = modules.isPresent() && !modules.get().isEmpty();
        if (listed && modules.get().stream().noneMatch(TokenCacheModule::isIt)) {
            return "removed";
        }
        var version = iis.at("IISTokenCacheModuleInformation", "ProductVersion").text();
        return version == null ? null : stateOf(version);
    }

    private static boolean isIt(PsObject module) {
        // A module of which nothing is left but its text may be any.
        var name = module.at("Name").text();
        return name == null || name.equalsIgnoreCase("TokenCacheModule");
    }

    static @Nullable String stateOf(String version) {
        var parts = List.of(version.strip().split("[. ]", -1));
        if (parts.size() < 4) {
            return null;
        }
        var revision = Numbers.whole(parts.get(3));
        var windows = Numbers.whole(parts.get(2));
        if (windows != null && windows >= BORN_REPAIRED) {
            return "updated";
        }
        var first = REPAIRED.get(String.join(".", parts.subList(0, 3)));
        return revision == null || first == null ? null : revision >= first ? "updated" : "vulnerable";
    }
}
