// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.asset.TextHash;

/// What a place says of which server it is, as numbers. 0 stands for what it does not say.
///
/// @param name the name that the server gave itself
/// @param certificate its certificate
/// @param host the DNS name it was asked by
/// @param address its address
/// @param port the port, or a number of its own where none is said
public record Clues(long name, long certificate, long host, long address, long port) {

    public static Clues of(Server server) {
        return new Clues(
                hash("name", server.name()),
                hash("certificate", server.certificate()),
                hash("host", withoutDot(server.host())),
                server.ip() == null ? 0 : hash("address", Address.plain(server.ip())),
                hash("port", server.port() == null ? "-" : server.port().toString()));
    }

    private static @Nullable String withoutDot(@Nullable String host) {
        return host != null && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static long hash(String kind, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        long hash = TextHash.of(kind + "|" + text.strip().toLowerCase(Locale.ROOT));
        return hash == 0 ? 1 : hash;
    }

    /// Whether it says more than an address. An address alone is whoever holds it that day.
    public boolean isNamed() {
        return name != 0 || certificate != 0 || host != 0;
    }

    /// Whether it says nothing but a name, as an inventory may.
    boolean isNameAlone() {
        return address == 0 && host == 0 && certificate == 0;
    }

    /// Name and certificate: the strongest there is.
    long nameAndCertificate() {
        return both(1, name, certificate);
    }

    /// Name and host name.
    long nameAndHost() {
        return both(2, name, host);
    }

    long certificateAlone() {
        return both(3, certificate, certificate);
    }

    long hostAndPort() {
        return both(4, host, port);
    }

    /// The key of address and port.
    public long endpoint() {
        return both(5, address, port);
    }

    long nameAlone() {
        return both(6, name, name);
    }

    /// All keys under which a server can be found again, the strongest first; 0 for those that cannot be made.
    public long[] keys() {
        return new long[] {
            nameAndCertificate(), nameAndHost(), certificateAlone(), hostAndPort(), endpoint(), nameAlone()
        };
    }

    /// The parts are 64 bits of SHA-256 each, so mixing them keeps them apart (the constants and shifts are
    /// those of
    /// SplitMix64, Steele et al. 2014).
    private static long both(int kind, long one, long other) {
        if (one == 0 || other == 0) {
            return 0;
        }
        long mixed = mix(mix(one + kind) + other);
        return mixed == 0 ? 1 : mixed;
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
