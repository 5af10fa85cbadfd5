// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.List;
import org.tidemark.fault.Problem;

/// A file that the store holds.
///
/// @param sha256 the hash of its bytes, lower-case hex: what tells files apart
/// @param name the name under which it came in
/// @param bytes its size
/// @param records how many records were read of it
/// @param observations how many of these were kept
/// @param problems how many parts of it could not be read
/// @param told the first of these
/// @param formats the readers that read it
public record StoredFile(
        String sha256,
        String name,
        long bytes,
        Instant importedAt,
        long records,
        long observations,
        long problems,
        List<Problem> told,
        List<String> formats) {
    public StoredFile {
        told = List.copyOf(told);
        formats = List.copyOf(formats);
    }
}
