// SPDX-License-Identifier: Apache-2.0
package org.tidemark.asset;

import org.jspecify.annotations.Nullable;

/// Where a server was seen and what it called itself. All of it is text from outside.
///
/// @param ip the address; null where only a name is known
/// @param port the port; null where it is not said
/// @param host the DNS name it was asked by
/// @param name the name it gave itself: its computer name
/// @param certificate SHA-256 of the leaf certificate or of its key, lower-case hex
public record Server(
        @Nullable String ip,
        @Nullable Integer port,
        @Nullable String host,
        @Nullable String name,
        @Nullable String certificate) {
    public static final Server UNKNOWN = new Server(null, null, null, null, null);

    public static Server at(@Nullable String ip, @Nullable Integer port) {
        return new Server(ip, port, null, null, null);
    }

    public Server withHost(@Nullable String other) {
        return new Server(ip, port, other, name, certificate);
    }

    public Server withName(@Nullable String other) {
        return new Server(ip, port, host, other, certificate);
    }

    public Server withCertificate(@Nullable String other) {
        return new Server(ip, port, host, name, other);
    }

    /// The shortest text that tells this server from others of the same input.
    public String display() {
        var where = ip != null ? ip : host != null ? host : name;
        if (where == null) {
            return "?";
        }
        if (port == null) {
            return where;
        }
        return (where.indexOf(':') >= 0 ? "[" + where + "]" : where) + ":" + port;
    }
}
