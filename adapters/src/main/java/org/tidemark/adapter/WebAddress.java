// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What can be told from a URL, or from a host with or without a port, as a tool wrote it.
///
/// @param host the name or address, without brackets; null where there is none
/// @param port the port, said or by the scheme; null where neither is there
/// @param path the path without query; null where there is none
public record WebAddress(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String path) {
    public static final WebAddress NONE = new WebAddress(null, null, null);

    /// Reads `https://host:port/path?query`, `host:port/path`, `host`, `[2001:db8::1]:443`, `2001:db8::1`.
    public static WebAddress of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var rest = text.strip();
        int scheme = rest.indexOf("://");
        Integer byScheme = null;
        if (scheme >= 0) {
            byScheme = portOf(rest.substring(0, scheme));
            rest = rest.substring(scheme + 3);
        }
        int path = firstOf(rest, "/?#");
        var authority = path < 0 ? rest : rest.substring(0, path);
        var address = authority(authority.substring(authority.lastIndexOf('@') + 1));
        // A URL without a path asks for the root; of a bare host nothing of the kind is said.
        var asked = path < 0 ? null : path(rest.substring(path));
        var shown = asked == null && scheme >= 0 ? "/" : asked;
        return new WebAddress(address.host, address.port != null ? address.port : byScheme, shown);
    }

    /// The port that a scheme stands for.
    public static @Nullable Integer portOf(@Nullable String scheme) {
        return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> 443;
            case "http" -> 80;
            default -> null;
        };
    }

    /// The path without query and fragment; null where nothing is left.
    public static @Nullable String path(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int end = firstOf(text, "?#");
        var path = end < 0 ? text : text.substring(0, end);
        return path.isBlank() ? null : path;
    }

    private static WebAddress authority(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close > 0) {
                var after = text.substring(close + 1);
                return host(text.substring(1, close), after.startsWith(":") ? after.substring(1) : null);
            }
        }
        int colon = text.lastIndexOf(':');
        boolean oneColon = colon >= 0 && text.indexOf(':') == colon;
        return oneColon ? host(text.substring(0, colon), text.substring(colon + 1)) : host(text, null);
    }

    private static WebAddress host(String host, @Nullable String port) {
        return new WebAddress(host.isBlank() ? null : host, Numbers.port(port), null);
    }

    /// Whether a text is an IP address rather than a name.
    public static boolean isIp(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        if (text.indexOf(':') >= 0) {
            int scope = text.indexOf('%');
            return (scope < 0 ? text : text.substring(0, scope))
                    .chars()
                    .allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
        }
        var parts = text.split("\\.", 5);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            var number = Numbers.whole(part);
            if (number == null || number < 0 || number > 255) {
                return false;
            }
        }
        return true;
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
