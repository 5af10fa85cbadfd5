// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.regex.Pattern;

/// What a collection is called: the name of its folder or archive, without what collectors add to it.
final class Label {
    private static final Pattern PACKED = Pattern.compile("(?i)(?:\\.(?:zip|7z|tar|tgz|gz|zst|xz))+$");
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)Collection-(.+)-\\d{4}-\\d\\d-\\d\\dT.*"),
            Pattern.compile("(?i)(.+)-C\\.[0-9a-f]{16}(?:-F\\..*)?"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}_(.+)"));

    private Label() {}

    /// @param place the folder or archive with `/` between its parts; what lies around a folder of a drive names it
    static String of(String place) {
        var last = last(place);
        if (Paths.driveLetter(last) != null && place.length() > last.length() + 1) {
            return of(place.substring(0, place.lastIndexOf(last)));
        }
        var name = PACKED.matcher(last).replaceFirst("");
        for (var form : FORMS) {
            var found = form.matcher(name);
            if (found.matches()) {
                return found.group(1);
            }
        }
        return name;
    }

    /// The last part of a place.
    static String last(String place) {
        int end = place.length();
        while (end > 0 && isMark(place.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && !isMark(place.charAt(from - 1))) {
            from--;
        }
        return place.substring(from, end);
    }

    private static boolean isMark(char c) {
        return c == '/' || c == '\\';
    }
}
