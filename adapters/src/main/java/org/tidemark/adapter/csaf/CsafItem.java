// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.util.List;
import java.util.Optional;
import org.tidemark.advisory.CveId;
import org.tidemark.export.Flaw;

/// A leaf of a product tree, with what is said of its flaws.
///
/// @param id its `product_id`, once in a document (tests 6.1.1 and 6.1.2)
/// @param product the product's name
/// @param level the level inside it, a cumulative update say; empty where there is none or it is not known
/// @param version the build, without a word that stands for a range (test 6.1.31)
/// @param fullName with all of it
record CsafItem(String id, String product, String level, String version, String fullName, List<Flaw> flaws) {
    CsafItem {
        flaws = List.copyOf(flaws);
    }

    Optional<Flaw> on(CveId cve) {
        return flaws.stream().filter(flaw -> flaw.cve().equals(cve)).findFirst();
    }
}
