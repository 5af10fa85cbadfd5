// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The access token that a front end gives a back end in the query (`X-Rps-CAT`), and that an intruder
/// makes himself: whom he played.
///
/// Base64 of letters, each followed by its value: V version, T type, C compressed, A authentication, L
/// logon name, U the user's SID, G groups, E extensions. A value has its length in a byte before it
/// (public write-ups of ProxyShell).
///
/// @param logonName the account; empty where the token has none
/// @param sid the account's SID; empty where the token has none
record AccessToken(String logonName, String sid) {
    private static final String NAME = "x-rps-cat";
    private static final Pattern VALUE = Pattern.compile("(?i)x-rps-cat=([A-Za-z0-9+/_ -]{8,8000})");

    /// The token in a query whose `%xx` are undone; null where there is none that can be read.
    static @Nullable AccessToken in(String query) {
        if (!mayHave(query)) {
            return null;
        }
        var found = VALUE.matcher(query);
        if (!found.find()) {
            return null;
        }
        var text = found.group(1).strip().replace(' ', '+').replace('-', '+').replace('_', '/');
        int whole = text.length() % 4 == 1 ? text.length() - 1 : text.length();
        try {
            return read(Base64.getDecoder().decode(text.substring(0, whole)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Hardly any query has one, and this is asked of many.
    private static boolean mayHave(String query) {
        for (int at = query.indexOf('='); at >= 0; at = query.indexOf('=', at + 1)) {
            if (query.regionMatches(true, at - NAME.length(), NAME, 0, NAME.length())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable AccessToken read(byte[] token) {
        var name = "";
        var sid = "";
        int at = 0;
        while (at + 1 < token.length) {
            int length = token[at + 1] & 0xFF;
            switch (token[at]) {
                case 'V', 'T', 'C', 'A' -> at += 2 + length;
                case 'L' -> {
                    name = text(token, at + 2, length);
                    at += 2 + length;
                }
                case 'U' -> {
                    sid = text(token, at + 2, length);
                    at += 2 + length;
                }
                default -> at = token.length; // groups and what follows say no more of who it is
            }
        }
        return name.isEmpty() && sid.isEmpty() ? null : new AccessToken(name, sid);
    }

    private static String text(byte[] token, int from, int length) {
        int to = Math.min(from + length, token.length);
        return from >= to ? "" : new String(token, from, to - from, StandardCharsets.UTF_8);
    }
}
