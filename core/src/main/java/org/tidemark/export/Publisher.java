// SPDX-License-Identifier: Apache-2.0
package org.tidemark.export;

import org.jspecify.annotations.Nullable;

/// Who publishes a document and answers for it.
///
/// @param name the organisation
/// @param url a web address that it controls, which tells it from all others
/// @param domain the host of that address
/// @param contact a mail address; null where none is given
public record Publisher(
        String name, String url, String domain, @Nullable String contact) {
    public Publisher {
        if (name.isBlank() || url.isBlank() || domain.isBlank()) {
            throw new IllegalArgumentException("a publisher has a name and an address");
        }
    }
}
