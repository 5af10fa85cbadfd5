// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.Optional;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;

/// Knows the programs that collect evidence: what their folders and archives look like, and the records that they keep.
public interface Collectors {
    /// What is known of a folder or archive that was given. What its collector says goes to the sink.
    Surroundings of(Listing listing, EvidenceSink sink);

    /// What to say of a file that is nothing but a wrapping around evidence that nobody here can open, such as an
    /// image of a disk.
    ///
    /// @param beginning its first bytes, unpacked
    Optional<Problem> refusal(byte[] beginning, String file);

    /// The kind of evidence that a file of this path on a server is; empty where its place does not tell.
    Optional<Kind> kind(String path);

    /// The kind of evidence that a file of this path must be; empty where files of other sorts lie there too.
    default Optional<Kind> expected(String path) {
        return Optional.empty();
    }

    /// A file with its path on the server, where it was copied without the upper part of that and its folders
    /// tell it.
    ///
    /// @param name its name with the folders that it lies in
    default Origin placed(Origin origin, String name) {
        return origin;
    }

    /// Nobody is known.
    static Collectors none() {
        return new Collectors() {
            @Override
            public Surroundings of(Listing listing, EvidenceSink sink) {
                return Surroundings.UNKNOWN;
            }

            @Override
            public Optional<Problem> refusal(byte[] beginning, String file) {
                return Optional.empty();
            }

            @Override
            public Optional<Kind> kind(String path) {
                return Optional.empty();
            }
        };
    }
}
