// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.grouping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.ServerIndex;
import org.tidemark.track.TrendQuestion.Where;

/// In which group of somebody's list a server is. The most specific match wins, and its country comes last.
public final class Grouping {
    private final ServerIndex<String> index;
    private final Map<String, String> countries;

    private Grouping(Builder builder) {
        this.index = builder.index.build();
        this.countries = Map.copyOf(builder.countries);
    }

    /// Gathers what a list says; of two rows that name the same, the first holds. Each method tells whether the
    /// text
    /// is what it should be.
    static final class Builder {
        private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

        private final ServerIndex.Builder<String> index = new ServerIndex.Builder<>();
        private final Map<String, String> countries = new HashMap<>();

        /// @param text an address, a host name or a computer name
        boolean server(String text, String group) {
            index.server(text, group);
            return true;
        }

        boolean range(String text, String group) {
            return index.range(text, group);
        }

        boolean domain(String text, String group) {
            return index.domain(text, group);
        }

        boolean network(String text, String group) {
            return index.network(text, group);
        }

        boolean country(String text, String group) {
            boolean is = COUNTRY.matcher(text).matches();
            if (is) {
                countries.putIfAbsent(text.toUpperCase(Locale.ROOT), group);
            }
            return is;
        }

        Grouping build() {
            return new Grouping(this);
        }
    }

    /// The group of a server; null where the list does not name it.
    public @Nullable String of(Where where) {
        var hits = index.of(where.server(), where.asn());
        if (!hits.isEmpty()) {
            return hits.getFirst().value();
        }
        var country = where.country();
        return country == null ? null : countries.get(country.toUpperCase(Locale.ROOT));
    }
}
