// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.notify.OwnerRow;

/// Any file that says who owns what, told apart by its content.
public final class OwnerFile {
    static final int MEBIBYTES = 64;

    private OwnerFile() {}

    /// @param bytes of the whole file
    /// @param file as the user would find it
    /// @param name of the list: a later file of the same name replaces it
    /// @param now security.txt files expire
    /// @return its rows, and what could not be read
    public static Outcome<OwnerRow> read(byte[] bytes, String file, String name, Instant now) throws IOException {
        var head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        var text = (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
        if (text.startsWith("{")) {
            return RegistryAnswer.read(bytes, file, name);
        }
        if (SecurityTxt.isOne(text)) {
            return SecurityTxt.read(bytes, file, name, now);
        }
        var lower = file.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || text.startsWith("- ")
                ? OwnerYaml.read(bytes, file, name)
                : OwnerCsv.read(bytes, file, name);
    }

    /// Reads a file, but no more of it than any of these may hold; one byte more shows that it is too large.
    ///
    /// @throws IOException where the stream cannot be read
    public static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes((MEBIBYTES << 20) + 1);
    }

    /// Whether a file is larger than any of these may be.
    public static boolean isTooLarge(byte[] bytes) {
        return bytes.length > MEBIBYTES << 20;
    }

    static Outcome<OwnerRow> nothing(String file, String cause, String cure) {
        return new Outcome<>(List.of(), List.of(Problem.in(file, cause, cure)));
    }
}
