// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Gives a server to records that name none, by where their file lies.
///
/// The nearest folder or archive around a file in which records name one server, and no other, belongs to that server.
/// Where records around it name several or none, the folder stands for the server.
final class ServerNames {
    private static final Pattern PART = Pattern.compile("[/\\\\!]");

    private final Map<String, Set<String>> named = new HashMap<>();

    /// A record of this file names this server.
    void add(String file, String server) {
        for (var scope : scopes(file)) {
            named.computeIfAbsent(scope, _ -> new TreeSet<>()).add(server);
        }
    }

    /// The server of a file whose records name none.
    String of(String file) {
        var inner = scopes(file);
        for (int i = inner.size() - 1; i >= 0; i--) {
            var names = named.getOrDefault(inner.get(i), Set.of());
            if (names.size() == 1) {
                return names.iterator().next();
            }
            if (names.size() > 1) {
                break;
            }
        }
        return label(file);
    }

    private static String label(String file) {
        var parts = PART.split(file, -1);
        return parts.length > 1 && !parts[parts.length - 2].isEmpty()
                ? parts[parts.length - 2]
                : parts[parts.length - 1];
    }

    /// The file and what lies around it, the outermost first.
    private static List<String> scopes(String file) {
        var scopes = new ArrayList<String>();
        var marks = PART.matcher(file);
        while (marks.find()) {
            if (marks.start() > 0) {
                scopes.add(file.substring(0, marks.start()));
            }
        }
        scopes.add(file);
        return scopes;
    }
}
