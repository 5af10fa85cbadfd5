// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// Where a file stands on its way to a reader.
///
/// @param file the file as the user would find it; members of archives are joined with `!`
/// @param place the same with `/` between all parts, those of names and those of archives: what compares places reads
///     this, since a name may hold a `!` of its own
/// @param name its name in the folder or archive around it, with `/` between the parts
/// @param named whether somebody asked for this very file
/// @param around what is known of the folder or archive around it
record Spot(String file, String place, String name, boolean named, Surroundings around) {
    Origin origin() {
        return around.origin(file, name);
    }

    /// A member of this archive.
    Spot member(Member member, Surroundings inside) {
        return new Spot(file + "!" + member.spelled(), place + "/" + member.plain(), member.plain(), false, inside);
    }
}
