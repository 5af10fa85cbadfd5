// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a request asked for, as one text: path and query together, `%xx` undone once, and slashes that stand side by
/// side as one. A path that is hidden in the query, or by its spelling, shows.
final class AskedFor {
    private static final Pattern SLASHES = Pattern.compile("//+");

    private AskedFor() {}

    static String of(Map<String, List<String>> fields, String stemField, String queryField) {
        var stem = value(fields, stemField);
        var query = value(fields, queryField);
        var whole = query.isEmpty() || query.equals("-") ? stem : stem + (query.startsWith("?") ? "" : "?") + query;
        return SLASHES.matcher(Percent.decoded(whole)).replaceAll("/");
    }

    private static String value(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }
}
