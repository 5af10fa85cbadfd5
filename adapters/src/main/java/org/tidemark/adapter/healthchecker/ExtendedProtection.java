// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether Extended Protection holds on every directory of both web sites (CSS-Exchange,
/// `Get-ExtendedProtectionConfiguration`).
///
/// One directory below its value is enough for *off*. For *on* each directory that must have one has to be seen.
final class ExtendedProtection {
    private static final String FRONT = "default web site/";
    private static final String BACK = "exchange back end/";
    private static final String POWERSHELL = BACK + "powershell";
    private static final String FILTERED = BACK + "ews";

    /// Directories whose clients break at more than Allow.
    private static final List<String> FRONT_ALLOW =
            List.of("ews", "microsoft-server-activesync", "microsoft-server-activesync/proxy", "oab");

    private static final List<String> FRONT_REQUIRE = List.of("api", "ecp", "owa", "rpc", "mapi");

    private static final List<String> BACK_REQUIRE = List.of(
            "api",
            "ecp",
            "owa",
            "rpc",
            "ews",
            "microsoft-server-activesync",
            "microsoft-server-activesync/proxy",
            "oab",
            "powershell",
            "pushnotifications",
            "rpcwithcert",
            "mapi/emsmdb",
            "mapi/nspi");

    private final List<String> required;

    /// What is configured, by the lower-case path `site/directory`.
    interface Directories {
        /// The value; null where it is not seen.
        @Nullable
        String value(String path);

        /// Whether an address filter stands in for the value.
        boolean isFiltered(String path);
    }

    /// @param is2013 2013 has no API directory, and its two roles can stand on servers of their own
    /// @param role the roles as the directory names them; empty where they are not seen
    ExtendedProtection(boolean is2013, String role) {
        boolean clientAccess = !is2013 || !role.contains("Mailbox") || role.contains("ClientAccess");
        boolean mailbox = !is2013 || !role.contains("ClientAccess") || role.contains("Mailbox");
        var paths = new ArrayList<String>();
        if (clientAccess) {
            FRONT_ALLOW.forEach(name -> paths.add(FRONT + name));
            FRONT_REQUIRE.forEach(name -> paths.add(FRONT + name));
        }
        if (mailbox) {
            BACK_REQUIRE.forEach(name -> paths.add(BACK + name));
        } else {
            // PowerShell is judged on both sites whatever the role.
            paths.add(POWERSHELL);
        }
        if (is2013) {
            paths.remove(FRONT + "api");
            paths.remove(BACK + "api");
        }
        this.required = List.copyOf(paths);
    }

    /// @param complete whether nothing else could undo it: the registry was seen
    /// @return `on`, `off`, or null where what was seen does not decide
    @Nullable
    String state(Directories directories, boolean complete) {
        boolean all = complete;
        for (var path : required) {
            var value = directories.value(path);
            if (value == null) {
                all = false;
            } else if (!isSecure(path, value) && !(path.equals(FILTERED) && directories.isFiltered(path))) {
                return "off";
            }
        }
        return all ? "on" : null;
    }

    private static boolean isSecure(String path, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "require" -> true;
            case "allow" -> path.startsWith(FRONT) && FRONT_ALLOW.contains(path.substring(FRONT.length()));
            default -> false;
        };
    }
}
