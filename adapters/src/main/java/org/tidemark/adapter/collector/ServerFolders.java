// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of folders that say nothing of whose they are: every server has them, or every collection.
public final class ServerFolders {
    private static final Pattern NAMES = read();
    private static final Pattern PACKED = Pattern.compile("(?i)(?:\\.(?:zip|7z|tar|tgz|gz|zst|xz))+$");

    private ServerFolders() {}

    private static Pattern read() {
        try (var in = ServerFolders.class.getResourceAsStream("server-folders.txt")) {
            if (in == null) {
                throw new IllegalStateException("server-folders.txt was not packaged");
            }
            return Pattern.compile(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .collect(Collectors.joining("|")),
                    Pattern.CASE_INSENSITIVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a folder or archive of this name can be any server's.
    public static boolean areOfAny(String name) {
        return NAMES.matcher(PACKED.matcher(name).replaceFirst("")).matches();
    }
}
