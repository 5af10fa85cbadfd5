// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// A member of an archive, before anything of it is read.
///
/// @param name its name as the archive spells it
/// @param size how many bytes it has unpacked; negative where only reading tells
/// @param index its place in the archive's own order
/// @param link whether it is a link, or anything else that has no content of its own
/// @param locked whether a password is needed
record Member(String name, long size, int index, boolean link, boolean locked) {
    /// The name with `/` between its parts and none before the first.
    ///
    /// Windows writes backslashes, and some programs write names that begin at the root.
    String plain() {
        var plain = name.replace('\\', '/');
        int from = 0;
        while (from < plain.length() && plain.charAt(from) == '/') {
            from++;
        }
        return plain.startsWith("./", from) ? plain.substring(from + 2) : plain.substring(from);
    }

    /// The name as the user would find it: as the archive spells it, without what says nothing at its beginning.
    String spelled() {
        return name.substring(name.length() - plain().length());
    }

    /// Whether the name tries to lead out of the archive.
    boolean isSlip() {
        return ("/" + plain() + "/").contains("/../");
    }
}
