// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The pages that a record speaks of, by their names: what is written by one record and asked for by another is the
/// same thing.
final class Pages {
    /// What web servers run on request. A name is judged together with a grade, never alone.
    private static final Pattern PAGE =
            Pattern.compile("(?i)[\\w.~-]{1,100}\\.(?:aspx|ashx|asmx|asp|php|jspx?|cfm)\\b");

    private Pages() {}

    /// Names in lower case, without folders.
    static Set<String> in(Finding finding) {
        var pages = new TreeSet<String>();
        for (var value : finding.evidence().values()) {
            var found = PAGE.matcher(value);
            while (found.find()) {
                pages.add(found.group().toLowerCase(Locale.ROOT));
            }
        }
        var path = finding.place().path();
        if (finding.kind() == Kind.FILE && path != null) {
            pages.add(path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT));
        }
        return pages;
    }
}
