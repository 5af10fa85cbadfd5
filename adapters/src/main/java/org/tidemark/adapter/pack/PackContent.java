// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a pack, read once: the readers of all tables and sheets take them from here.
final class PackContent {
    /// Far above what a pack needs, and low enough that a wrong folder cannot fill the memory.
    static final int MOST_FILES = 10_000;

    static final int LARGEST_FILE = 16 << 20;
    static final int LARGEST_TEXT = 4 << 20;
    static final int LARGEST_PACK = 128 << 20;

    private final PackFiles files;
    private final Faults faults;
    private final TreeMap<String, byte[]> bytes = new TreeMap<>();
    private long total;
    private @Nullable Syntax syntax;

    private PackContent(PackFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    static PackContent read(PackFiles files, Faults faults) {
        var content = new PackContent(files, faults);
        content.loadAll();
        content.syntax = Ahead.start(content);
        return content;
    }

    /// A pack whose files were parsed before.
    static PackContent prepared(PackFiles files, PreparedPack prepared) {
        var content = new PackContent(files, new Faults());
        prepared.names().forEach(name -> content.bytes.put(name, new byte[0]));
        content.syntax = prepared;
        return content;
    }

    private void loadAll() {
        try {
            var names = files.names();
            if (names.size() > MOST_FILES) {
                faults.in(
                        files.display(""),
                        "The pack has " + names.size() + " files; " + MOST_FILES + " is the most.",
                        "Check that this is the folder of one pack.");
                return;
            }
            for (var name : names) {
                load(name);
            }
        } catch (IOException e) {
            faults.in(
                    files.display(""), "The pack cannot be listed: " + told(e), "Check that it is there and readable.");
        }
    }

    private void load(String name) {
        try (var in = files.open(name)) {
            var read = in.readNBytes(LARGEST_FILE + 1);
            total += read.length;
            if (read.length > LARGEST_FILE || total > LARGEST_PACK) {
                faults.in(
                        files.display(name),
                        "The file is too large: a file of a pack has 16 MiB at most, and a pack 128 MiB.",
                        "Take the file out of the pack, or split it.");
                return;
            }
            bytes.put(name, read);
        } catch (IOException e) {
            faults.in(
                    files.display(name), "The file cannot be read: " + told(e), "Check that it is there and readable.");
        }
    }

    private static String told(IOException e) {
        return e instanceof NoSuchFileException ? "it is not there." : e.getMessage() + ".";
    }

    /// The names of all files, in order.
    Set<String> names() {
        return bytes.keySet();
    }

    boolean has(String name) {
        return bytes.containsKey(name);
    }

    String display(String name) {
        return files.display(name);
    }

    Syntax syntax() {
        return Objects.requireNonNull(syntax, "begun when all files were read");
    }

    /// A text file; null where there is none or it is no UTF-8, which has then been reported.
    @Nullable
    String text(String name, Faults faults) {
        var read = bytes.get(name);
        if (read == null) {
            return null;
        }
        if (read.length > LARGEST_TEXT) {
            faults.in(display(name), "The file is larger than 4 MiB.", "Split it, or leave out what is not needed.");
            return null;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            faults.in(display(name), "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }

    /// The hash of the pack, lower-case hex.
    String sha256() {
        return syntax().hash();
    }

    /// Works the hash out: over all files in the order of their names. Name and content go in with their length
    /// before
    /// them, so that no two packs run together to the same bytes.
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            bytes.forEach((name, content) -> {
                feed(digest, name.getBytes(StandardCharsets.UTF_8));
                feed(digest, content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void feed(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).array());
        digest.update(part);
    }
}
