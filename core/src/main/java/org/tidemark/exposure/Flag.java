// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.Locale;

/// What is special about an observation. The first four leave it out of counts.
public enum Flag {
    /// The vendor's own service.
    CLOUD,
    /// A page that copies the product's and lives elsewhere.
    PHISHING_COPY,
    /// Something that pretends to be the product.
    IMPOSTOR,
    /// Perhaps a trap for attackers: a suspicion, so family and build stay.
    HONEYPOT,
    /// Evidence disagrees; every build is kept.
    MIXED,
    /// The sensor cut the page off.
    TRUNCATED_BODY,
    /// One owner with many addresses.
    HOSTED_FARM,
    /// A feed says that the server was found broken into.
    COMPROMISED_TAG;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in answers, `phishing-copy`.
    public String id() {
        return id;
    }

    public boolean excludes() {
        return compareTo(HONEYPOT) <= 0;
    }
}
