// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One mapping of a YAML file, read by its keys.
///
/// Unknown and missing keys are reported when it is opened; what is asked for afterwards need not be checked again.
final class YamlKeys {
    private final YamlTree.Keys keys;
    private final Faults faults;

    private YamlKeys(YamlTree.Keys keys, Faults faults) {
        this.keys = keys;
        this.faults = faults;
    }

    /// Opens a mapping; null where the tree is none, which has then been reported.
    ///
    /// @param needed keys that must be there
    /// @param allowed keys that may be there besides
    static @Nullable YamlKeys open(YamlTree tree, List<String> needed, List<String> allowed, Faults faults) {
        if (!(tree instanceof YamlTree.Keys keys)) {
            faults.at(
                    tree.file(),
                    tree.line(),
                    "Here must stand keys with values.",
                    "Write " + told(needed, allowed) + ".");
            return null;
        }
        keys.entries().forEach((key, value) -> {
            if (!needed.contains(key) && !allowed.contains(key)) {
                faults.at(
                        value.file(),
                        value.line(),
                        "The key `" + key + "` is unknown.",
                        "The keys are " + told(needed, allowed) + ".");
            }
        });
        for (var key : needed) {
            if (!keys.entries().containsKey(key)) {
                faults.at(keys.file(), keys.line(), "The key `" + key + "` is missing.", "Add it.");
            }
        }
        return new YamlKeys(keys, faults);
    }

    private static String told(List<String> needed, List<String> allowed) {
        var all = new ArrayList<>(needed);
        all.addAll(allowed);
        return String.join(", ", all);
    }

    /// The place of the mapping itself.
    Cell at(String name) {
        return Cell.absent(keys.file(), keys.line(), name);
    }

    /// A single value; an absent cell where the key is not there.
    Cell cell(String key) {
        var value = keys.entries().get(key);
        if (value instanceof YamlTree.Text text) {
            return text.cell();
        }
        if (value != null) {
            faults.at(value.file(), value.line(), "`" + key + "` takes one value.", "Write it after the colon.");
        }
        return Cell.absent(keys.file(), keys.line(), key);
    }

    /// The values of a list; none where the key is not there.
    List<Cell> cells(String key) {
        var cells = new ArrayList<Cell>();
        for (var item : items(key)) {
            if (item instanceof YamlTree.Text text) {
                cells.add(text.cell());
            } else {
                faults.at(item.file(), item.line(), "`" + key + "` takes a list of values.", "Write [one, another].");
            }
        }
        return cells;
    }

    /// The entries of a list; none where the key is not there.
    List<YamlTree> items(String key) {
        var value = keys.entries().get(key);
        if (value instanceof YamlTree.Items list) {
            return list.items();
        }
        if (value != null) {
            faults.at(value.file(), value.line(), "`" + key + "` takes a list.", "Write [] for an empty one.");
        }
        return List.of();
    }

    /// What stands under a key, whatever it is.
    @Nullable
    YamlTree under(String key) {
        return keys.entries().get(key);
    }
}
