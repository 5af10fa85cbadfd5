// SPDX-License-Identifier: Apache-2.0
package org.tidemark.simulate;

import org.jspecify.annotations.Nullable;

/// One server as a sensor saw it once.
///
/// @param server its number, which no file of a scan shows
/// @param place how far the scan was, from 0 to 1
/// @param host its host name; null where it has none
/// @param name the front end's name; null where the answer has none
/// @param build the build that was read, whole
/// @param parts how many parts of it the evidence shows
/// @param tagged what the feed's sensor found out besides
/// @param subject what its certificate is made out to; null where that says nothing
/// @param certificate what tells its certificate from others
/// @param key the same of the certificate's key
/// @param damaged whether the row was damaged on its way
public record Seen(
        int server,
        double place,
        int address,
        @Nullable String host,
        @Nullable String name,
        Scenario.Country country,
        String sector,
        String build,
        int parts,
        Tagged tagged,
        @Nullable String subject,
        long certificate,
        long key,
        boolean damaged) {

    /// What the feed's sensor found out.
    public enum Tagged {
        NOTHING,
        FLAW,
        MITIGATED
    }

    /// The number of the autonomous system.
    public int system() {
        return Addresses.system(address);
    }

    /// The address as text.
    public String ip() {
        return Addresses.text(address);
    }

    /// The build as the evidence shows it.
    public String shownBuild() {
        return parts == 4 ? build : build.substring(0, build.lastIndexOf('.'));
    }
}
