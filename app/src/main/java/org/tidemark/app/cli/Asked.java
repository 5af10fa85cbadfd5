// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// What options give as text.
final class Asked {
    private Asked() {}

    /// @throws TidemarkException where the text is no day
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TidemarkException(
                    ErrorCode.USER, "'" + Terminal.safe(text) + "' is no day; give one like 2021-03-09.", e);
        }
    }

    /// @throws TidemarkException where there is no such file
    static Path file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw noFile(file.toString());
        }
        return file;
    }

    static TidemarkException noFile(String named) {
        return TidemarkException.user("There is no file " + Terminal.safe(named) + ".");
    }
}
