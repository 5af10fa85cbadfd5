// SPDX-License-Identifier: Apache-2.0
package org.tidemark.advisory;

import java.util.List;

/// How a disagreement or an error of the sources was settled.
///
/// @param id a short name, unique in its pack
/// @param subject what it is about: a release by its build, a fix by flaw and branch
/// @param field the column it is about
/// @param claims who says what
/// @param decision what was done
/// @param value the value that the pack holds; empty where it stays open
/// @param reason why, one or two sentences
/// @param source who or what settles it
public record Correction(
        String id,
        String subject,
        String field,
        List<Claim> claims,
        Decision decision,
        String value,
        String reason,
        String source) {

    public record Claim(String by, String value) {}

    public enum Decision {
        /// One claim is wrong; the pack holds the other.
        CORRECTED,
        /// Both are names of the same thing.
        ALIAS,
        /// Not settled; the pack keeps both and says so.
        OPEN
    }

    public Correction {
        claims = List.copyOf(claims);
    }
}
