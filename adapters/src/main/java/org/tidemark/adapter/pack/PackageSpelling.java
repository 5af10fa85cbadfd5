// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import org.tidemark.advisory.UpdatePackages;

/// How packages are written in a cell: `KB1;KB2`, `KB1+KB2`. Those needed together stand in alphabetical order.
final class PackageSpelling {
    private PackageSpelling() {}

    static String of(UpdatePackages packages) {
        var alternatives = new ArrayList<String>();
        for (var set : packages.alternatives()) {
            var names = new ArrayList<>(set);
            names.sort(null);
            alternatives.add(String.join("+", names));
        }
        return String.join(";", alternatives);
    }
}
