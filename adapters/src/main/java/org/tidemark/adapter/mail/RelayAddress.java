// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where mail is handed over.
///
/// @param user null where the relay asks for nobody
/// @param passwordFile a file with the password alone; null where there is none
public record RelayAddress(
        String host,
        int port,
        Tls tls,
        @Nullable String user,
        @Nullable Path passwordFile) {

    /// How the way to the relay is kept private.
    public enum Tls {
        /// Begun in the clear and secured before anything is said; refused where the relay cannot (RFC 3207).
        STARTTLS,
        /// From the first byte on (RFC 8314).
        IMPLICIT,
        /// Not at all: for a relay on the same machine.
        NONE;

        static Optional<Tls> of(String text) {
            return Arrays.stream(values())
                    .filter(tls -> tls.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }
    }
}
