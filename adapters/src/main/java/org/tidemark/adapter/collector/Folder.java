// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of a listing as a tree. Names are compared without case, as Windows does.
final class Folder {
    private static final int DEEPEST = 8;

    private final String prefix;
    private final Map<String, Folder> folders = new TreeMap<>();
    private final Map<String, String> files = new HashMap<>();

    private Folder(String prefix) {
        this.prefix = prefix;
    }

    /// @param names with `/` between the parts
    static Folder of(Collection<String> names) {
        var root = new Folder("");
        names.forEach(root::add);
        return root;
    }

    private void add(String name) {
        var at = this;
        int from = 0;
        // What lies deeper than any test looks need not be told apart.
        for (int depth = 0; depth < DEEPEST; depth++) {
            int slash = name.indexOf('/', from);
            if (slash < 0) {
                break;
            }
            int next = slash + 1;
            at = at.folders.computeIfAbsent(
                    name.substring(from, slash).toLowerCase(Locale.ROOT), _ -> new Folder(name.substring(0, next)));
            from = next;
        }
        var rest = name.substring(from);
        at.files.putIfAbsent(rest.toLowerCase(Locale.ROOT), rest);
    }

    /// What the names in it begin with; empty for the outermost.
    String prefix() {
        return prefix;
    }

    Collection<Folder> folders() {
        return folders.values();
    }

    Set<String> folderNames() {
        return folders.keySet();
    }

    Set<String> fileNames() {
        return new HashSet<>(files.keySet());
    }

    /// A file as it is spelled; null where it is not there.
    @Nullable
    String file(String name) {
        var spelled = files.get(name);
        return spelled == null ? null : prefix + spelled;
    }

    boolean hasFile(Predicate<String> asked) {
        return files.keySet().stream().anyMatch(asked);
    }

    List<String> files(Predicate<String> asked) {
        return files.entrySet().stream()
                .filter(entry -> asked.test(entry.getKey()))
                .map(entry -> prefix + entry.getValue())
                .sorted()
                .toList();
    }

    /// All names in it and below, without its own prefix.
    List<String> names() {
        var names = new ArrayList<String>();
        gather(prefix.length(), names);
        return names;
    }

    private void gather(int from, List<String> names) {
        files.values().forEach(file -> names.add((prefix + file).substring(from)));
        folders.values().forEach(folder -> folder.gather(from, names));
    }

    /// A folder below by its path; null where it is not there.
    @Nullable
    Folder below(String... path) {
        Folder at = this;
        for (var name : path) {
            at = at == null ? null : at.folders.get(name);
        }
        return at;
    }

    boolean has(String... path) {
        return below(path) != null;
    }

    Stream<Folder> folders(Predicate<String> asked) {
        return folders.entrySet().stream()
                .filter(entry -> asked.test(entry.getKey()))
                .map(Map.Entry::getValue);
    }
}
