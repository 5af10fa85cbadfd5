// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which server a record is of, whatever it calls it, and where it does not say.
///
/// Some logs have the short name of a computer and others the full one. They are one server where only one full name
/// begins with the short one.
///
/// A record that names no computer is of the one that the collector around it names. Where no collector does, the
/// nearest folder or archive in which records name one server, and no other, belongs to that server. Where records
/// around it name several or none, the collection or the folder stands for the server.
final class ServerNames {
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, TreeSet<String>> spelled = new HashMap<>();
    private final CollectedRoots roots;
    private final Predicate<String> ofAny;

    /// @param roots what collectors say
    /// @param ofAny whether a folder of this name can be any server's
    ServerNames(CollectedRoots roots, Predicate<String> ofAny) {
        this.roots = roots;
        this.ofAny = ofAny;
    }

    /// A collector names this server.
    void state(String server) {
        spelled.computeIfAbsent(shortName(server), _ -> new TreeSet<>()).add(server);
    }

    /// A record of this file names this server.
    void add(String file, String server) {
        state(server);
        for (var scope : scopes(file)) {
            named.computeIfAbsent(scope, _ -> new TreeSet<>()).add(server);
        }
    }

    /// The first label in lower case; an address is its own.
    private static String shortName(String server) {
        var lower = server.toLowerCase(Locale.ROOT);
        int point = lower.indexOf('.');
        return point <= 0 || lower.chars().noneMatch(c -> c >= 'a' && c <= 'z') ? lower : lower.substring(0, point);
    }

    /// The one name of a server that records call by several.
    String known(String server) {
        var spellings = spelled.getOrDefault(shortName(server), new TreeSet<>(Set.of(server)));
        long full = spellings.stream()
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (full > 1) {
            return spellings.stream()
                    .filter(server::equalsIgnoreCase)
                    .findFirst()
                    .orElse(server);
        }
        return spellings.stream()
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(server);
    }

    /// The one name of a server that a record calls so.
    ///
    /// A short name of which there are several means the computer that the collector ran on, if it is called so.
    String known(String file, String server) {
        var host = roots.host(file).filter(stated -> shortName(stated).equals(shortName(server)));
        boolean isShort = server.indexOf('.') < 0;
        return known(host.isPresent() && isShort ? host.get() : server);
    }

    /// The server of a file whose records name none.
    String of(String file) {
        return roots.host(file).map(this::known).orElseGet(() -> byContent(file));
    }

    private String byContent(String file) {
        var inner = scopes(file);
        int root =
                roots.around(file).map(collected -> collected.root().length()).orElse(0);
        // What lies outside a collection may be another server's.
        for (int i = inner.size() - 1; i >= 0 && inner.get(i).length() >= root; i--) {
            var names = new TreeSet<String>();
            named.getOrDefault(inner.get(i), Set.of()).forEach(name -> names.add(known(name)));
            if (names.size() == 1) {
                return names.first();
            }
            if (names.size() > 1) {
                break;
            }
        }
        return roots.label(file).orElseGet(() -> label(file));
    }

    /// The nearest folder or archive whose name is not one that lies on every server; where all are such, the
    /// outermost.
    private String label(String file) {
        var parts = roots.parts(file);
        var outermost = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (!parts.get(i).isEmpty() && !ofAny.test(parts.get(i))) {
                return parts.get(i);
            }
            outermost = parts.get(i).isEmpty() ? outermost : parts.get(i);
        }
        return outermost;
    }

    /// The file and what lies around it, the outermost first.
    private List<String> scopes(String file) {
        var scopes = new ArrayList<String>();
        for (int at = 1; at < file.length(); at++) {
            if (roots.isMark(file, at)) {
                scopes.add(file.substring(0, at));
            }
        }
        scopes.add(file);
        return scopes;
    }
}
