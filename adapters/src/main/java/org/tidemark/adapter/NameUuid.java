// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs that are made of a name, so that the same thing has the same one in every run (RFC 9562, 5.5: version 5).
public final class NameUuid {
    /// What Tidemark names itself, for all that no standard gives a name space for.
    public static final UUID OWN = of(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:tidemark:export");

    private static final int BYTES = 16;
    private static final int VERSION_AT = 6;
    private static final int VARIANT_AT = 8;

    private NameUuid() {}

    public static UUID of(UUID space, String name) {
        var digest = sha1();
        digest.update(ByteBuffer.allocate(BYTES)
                .putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits())
                .flip());
        var bytes = digest.digest(name.getBytes(StandardCharsets.UTF_8));
        bytes[VERSION_AT] = (byte) ((bytes[VERSION_AT] & 0x0f) | 0x50);
        bytes[VARIANT_AT] = (byte) ((bytes[VARIANT_AT] & 0x3f) | 0x80);
        var halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    /// One of our own name space, of a name in parts. Each is written with its length, so that no two lists of
    /// parts
    /// make one name, whatever stands in them.
    public static UUID own(String... parts) {
        var name = new StringBuilder();
        for (var part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return of(OWN, name.toString());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
