// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

/// Where a file stands on its way to a reader.
///
/// @param file the file as the user would find it; members of archives are joined with `!`
/// @param name its name in the folder or archive around it, with `/` between the parts
/// @param named whether somebody asked for this very file
/// @param around what is known of the folder or archive around it
record Spot(String file, String name, boolean named, Surroundings around) {
    Origin origin() {
        return around.origin(file, name);
    }

    /// A member of this archive.
    Spot member(Member member, Surroundings inside) {
        return new Spot(file + "!" + member.spelled(), member.plain(), false, inside);
    }
}
