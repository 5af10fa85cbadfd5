// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.List;

/// Which files a pack may have, so that a misspelt name is not simply ignored.
final class FileNames {
    private static final List<String> KNOWN = List.of(
            PackSheet.FILE,
            ReleasesTable.FILE,
            FixesTable.FILE,
            AdvisoriesTable.FILE,
            NotAffectedTable.FILE,
            KevHistoryTable.FILE,
            SettingsSheet.FILE,
            MitigationsSheet.FILE,
            CorrectionsSheet.FILE,
            FingerprintsSheet.FILE,
            UpgradesSheet.FILE,
            RequirementsTable.FILE,
            CoexistenceTable.FILE,
            PlaybookFile.FILE,
            HuntFactFiles.SHIPPED,
            HuntFactFiles.KNOWN_FILES,
            HuntFactFiles.INDICATORS,
            // For people.
            "PROVENANCE.md",
            "README.md");
    private static final List<String> NEEDED = List.of(ReleasesTable.FILE, AdvisoriesTable.FILE, FixesTable.FILE);

    private FileNames() {}

    static void check(PackContent content, Faults faults) {
        for (var name : content.names()) {
            if (!KNOWN.contains(name)
                    && !name.startsWith(CampaignSheets.FOLDER)
                    && !name.startsWith(HuntFiles.FOLDER)
                    && !ScenarioFiles.isOne(name)) {
                faults.in(
                        content.display(name),
                        "A pack has no file of this name.",
                        "Correct the name, or take the file out of the pack.");
            }
        }
        for (var name : NEEDED) {
            if (!content.has(name)) {
                faults.in(content.display(name), "A pack needs this file.", "Add it; a header row alone is enough.");
            }
        }
    }
}
