// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;

/// Counts of what was seen: families, and what is left out of them.
final class Tally {
    private final Map<String, Long> families = new TreeMap<>();
    private final Map<String, Long> excluded = new LinkedHashMap<>();
    private long others;

    Tally() {
        for (var flag : Flag.values()) {
            if (flag.excludes()) {
                excluded.put(flag.id(), 0L);
            }
        }
    }

    void add(Observation seen) {
        if (seen.excluded()) {
            seen.flags().stream()
                    .filter(Flag::excludes)
                    .findFirst()
                    .ifPresent(f -> excluded.merge(f.id(), 1L, Long::sum));
        } else if (seen.family() == null) {
            others++;
        } else {
            families.merge(seen.family(), 1L, Long::sum);
        }
    }

    void addOthers(long records) {
        others += records;
    }

    Map<String, Long> families() {
        return families;
    }

    Map<String, Long> excluded() {
        return excluded;
    }

    /// Records of nothing that a pack knows.
    long others() {
        return others;
    }

    /// All of it as a sentence for people, without what is none.
    String words() {
        var words = new ArrayList<String>();
        families.forEach((family, count) -> words.add(count + (count == 1 ? " server of " : " servers of ") + family));
        if (families.isEmpty()) {
            words.add("No server of a known product");
        }
        if (others > 0) {
            words.add(others + (others == 1 ? " other record" : " other records"));
        }
        excluded.forEach((flag, count) -> {
            if (count > 0) {
                words.add(count + " " + flag + " left out");
            }
        });
        return String.join(", ", words);
    }

    long known() {
        return families.values().stream().mapToLong(Long::longValue).sum();
    }
}
