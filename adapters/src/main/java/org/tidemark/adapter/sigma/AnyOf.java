// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.hunt.Signs;
import org.tidemark.hunt.TextTest;

/// A text of which one test at least holds.
record AnyOf(List<TextTest> tests) implements TextTest {
    @Override
    public int cost() {
        return tests.stream().mapToInt(TextTest::cost).sum();
    }

    @Override
    public boolean test(String text) {
        return tests.stream().anyMatch(test -> test.test(text));
    }

    /// One of the surest pieces of each.
    @Override
    public List<List<String>> signs() {
        var pieces = new ArrayList<String>();
        for (var test : tests) {
            var signs = new Signs(test.signs());
            if (signs.clauses().isEmpty()) {
                return List.of();
            }
            pieces.addAll(signs.clauses().get(signs.surest()));
        }
        return List.of(pieces);
    }
}
