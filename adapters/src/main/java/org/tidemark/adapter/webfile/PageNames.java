// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The pages that are named in what a web server made of them: the description of a compiled page, and
/// the library that several pages were compiled into.
final class PageNames {
    private static final int MOST = 200;
    private static final Pattern DESCRIBED = Pattern.compile("virtualPath=\"([^\"]{1,1000})\"");
    private static final String PATH = "~/[\\w./%() -]{1,300}?\\.(?:aspx|ashx|asmx|asp|asax|svc|cshtml)";
    private static final Pattern IN_LIBRARY = Pattern.compile("(?i)" + PATH);

    private PageNames() {}

    static List<String> inDescription(String text) {
        return found(DESCRIBED, text, 1);
    }

    /// Libraries hold text as UTF-16, at odd places and at even ones.
    static List<String> inLibrary(byte[] bytes, int length) {
        var names = new LinkedHashSet<String>();
        names.addAll(found(IN_LIBRARY, new String(bytes, 0, length & ~1, StandardCharsets.UTF_16LE), 0));
        if (length > 1) {
            int rest = (length - 1) & ~1;
            names.addAll(found(IN_LIBRARY, new String(bytes, 1, rest, StandardCharsets.UTF_16LE), 0));
        }
        return List.copyOf(names);
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        var names = new ArrayList<String>();
        var match = pattern.matcher(text);
        while (names.size() < MOST && match.find()) {
            var name = match.group(group);
            names.add(name.startsWith("~") ? name.substring(1) : name);
        }
        return names;
    }
}
