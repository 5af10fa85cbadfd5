// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a flaw: a CVE, or an advisory of the vendor that has none (`ADV190018`).
public record CveId(String value) implements Comparable<CveId> {
    private static final Pattern FORM = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,12}|ADV[0-9]{6,9}");

    public CveId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a CVE: " + value);
        }
    }

    /// Reads a name in any case; empty where the text is none.
    public static Optional<CveId> parse(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches() ? Optional.of(new CveId(upper)) : Optional.empty();
    }

    /// By year and number, so that `CVE-2021-9999` stands before `CVE-2021-26855`; the vendor's own names come
    /// last.
    @Override
    public int compareTo(CveId other) {
        if (value.startsWith("CVE") && other.value.startsWith("CVE")) {
            int byLength = Integer.compare(value.length(), other.value.length());
            int byYear = value.substring(0, 8).compareTo(other.value.substring(0, 8));
            return byYear != 0 ? byYear : byLength != 0 ? byLength : value.compareTo(other.value);
        }
        return value.startsWith("CVE") ? -1 : other.value.startsWith("CVE") ? 1 : value.compareTo(other.value);
    }

    // Written out, as for BranchId.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CveId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
