// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Unpacks a gzip file with Java's own stream and throws away what comes out: `Inflate FILE`.
final class Inflate {
    private Inflate() {}

    public static void main(String[] args) throws IOException {
        var bytes = new byte[1 << 16];
        try (var in = new GZIPInputStream(Files.newInputStream(Path.of(args[0])), 1 << 16)) {
            while (in.read(bytes) >= 0) {
                // nothing
            }
        }
    }
}
