// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import com.google.re2j.Pattern;
import java.util.List;
import org.tidemark.hunt.TextTest;

/// A text in which a pattern is found somewhere.
///
/// @param signs the pieces of which a text that matches holds some, as [TextTest#signs] has them
record Regex(Pattern pattern, List<List<String>> signs) implements TextTest {
    @Override
    public boolean test(String text) {
        return pattern.matcher(text).find();
    }

    /// The engine takes linear time, and a long one.
    @Override
    public int cost() {
        return 50;
    }
}
