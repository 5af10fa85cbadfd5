// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.published;

import java.time.LocalDate;

/// How many vulnerable servers somebody said there were on a day.
///
/// @param label who counted, short; may be empty
/// @param source where it can be read; may be empty
public record PublishedCount(LocalDate date, long value, String label, String source) {
    public PublishedCount {
        if (value < 0) {
            throw new IllegalArgumentException("a published number of " + value);
        }
    }
}
