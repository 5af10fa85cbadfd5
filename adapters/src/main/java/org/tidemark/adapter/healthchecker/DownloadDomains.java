// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.WebAddress;

/// Whether attachments come from a host of their own (CVE-2021-1730): the organisation's switch is on, both host names
/// are set, and neither is the host of the web client itself.
final class DownloadDomains {
    private static final String DIRECTORY = "owa (Default Web Site)";
    private static final List<String> DOWNLOADS = List.of("ExternalDownloadHostName", "InternalDownloadHostName");
    private static final List<String> CLIENTS = List.of("InternalUrl", "ExternalUrl");

    private DownloadDomains() {}

    /// @return `on`, `off`, or null where what was seen does not decide
    static @Nullable String state(PsObject enabled, PsObject directories) {
        if (enabled.isFalse()) {
            return "off";
        }
        if (!enabled.isTrue()) {
            return null;
        }
        String state = null;
        for (var directory : directories.at("GetOwaVirtualDirectory").list().orElse(List.of())) {
            if (DIRECTORY.equalsIgnoreCase(directory.at("Name").text())) {
                state = stateOf(directory);
                if (!"on".equals(state)) {
                    return state;
                }
            }
        }
        return state;
    }

    private static @Nullable String stateOf(PsObject directory) {
        for (var member : DOWNLOADS) {
            if (!directory.has(member)) {
                return null;
            }
            var download = directory.at(member).text();
            if (download == null || CLIENTS.stream().anyMatch(client -> isHostOf(directory.at(client), download))) {
                return "off";
            }
        }
        return CLIENTS.stream().allMatch(directory::has) ? "on" : null;
    }

    private static boolean isHostOf(PsObject url, String download) {
        return download.strip().equalsIgnoreCase(WebAddress.of(url.text()).host());
    }
}
