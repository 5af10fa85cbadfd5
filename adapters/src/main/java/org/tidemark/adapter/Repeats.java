// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Which files were read before: the same log as it was and in a shadow copy, or an archive beside its unpacked folder.
///
/// The same are files of one collection with one path, one size and one hash (SHA-256). Files that only look
/// alike are all
/// read.
final class Repeats {
    private static final Pattern PACKED = Pattern.compile("(?i)\\.(?:zip|7z|tar|tgz|tar\\.gz|gz|zst|xz)(?=[/\\\\])");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");

    private final Map<Key, Known> read = new HashMap<>();

    private record Key(String place, long size) {}

    /// What a file read before had in it: the hash, taken only where another may be the same.
    private interface Known {
        byte[] sha256() throws IOException;
    }

    boolean isRepeated(Spot spot, long size, MemberReader.Content content) throws IOException {
        var before = size <= 0 || spot.named() ? null : read.get(key(spot, size));
        if (before == null) {
            return false;
        }
        var hash = before.sha256();
        read.put(key(spot, size), () -> hash);
        return MessageDigest.isEqual(hashOf(content), hash);
    }

    private static byte[] hashOf(MemberReader.Content content) throws IOException {
        var hash = ContentHash.digest();
        try (var in = new DigestInputStream(content.open(), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hash.digest();
    }

    /// Remembers a file that can be opened again. One that somebody asked for by its name is read in any case.
    void remember(Spot spot, long size, MemberReader.Content content) {
        if (size > 0 && !spot.named()) {
            read.putIfAbsent(key(spot, size), () -> hashOf(content));
        }
    }

    /// Remembers a file that can be read once only, when it was read to its end. One that somebody asked for by
    /// its name is read in any case.
    InputStream watched(Spot spot, long size, InputStream in) {
        return size <= 0 || spot.named() ? in : new Watched(in, key(spot, size));
    }

    private static Key key(Spot spot, long size) {
        var path = spot.origin().path();
        var collection = spot.around().collection(spot.name());
        var place = path == null || collection.isEmpty()
                ? PACKED.matcher(spot.place()).replaceAll("")
                : collection + "|" + DRIVE.matcher(path).replaceFirst("");
        return new Key(place.replace('\\', '/').toLowerCase(Locale.ROOT), size);
    }

    private final class Watched extends WatchedStream {
        private final Key key;
        private final MessageDigest hash = ContentHash.digest();
        private long count;

        Watched(InputStream in, Key key) {
            super(in);
            this.key = key;
        }

        @Override
        protected void seen(byte[] bytes, int from, int length) {
            hash.update(bytes, from, length);
            count += length;
            if (count == key.size) {
                var sha256 = hash.digest();
                read.putIfAbsent(key, () -> sha256);
            }
        }
    }
}
