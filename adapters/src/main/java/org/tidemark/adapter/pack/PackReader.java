// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Pack;
import org.tidemark.advisory.Product;

/// Reads a knowledge pack and checks that it holds together.
///
/// Files are read in the order in which they refer to each other: products, releases, advisories, then what speaks of
/// them. All faults are told at once; a pack with a fault is not used at all, for a verdict from half a catalogue is
/// worse than none.
public final class PackReader {
    private PackReader() {}

    /// Reads a pack. Never throws for what is wrong with it.
    public static Loaded read(PackFiles files) {
        var faults = new Faults();
        var content = PackContent.read(files, faults);
        if (content.all().isEmpty() && !faults.none()) {
            return new Loaded.Refused(files.display(""), faults.inOrder(files.display("")));
        }
        FileNames.check(content, faults);
        var values = new Values(faults);
        var known = new Known(faults);

        var sheet = PackSheet.read(content, values, known);
        var releases = ReleasesTable.read(content, values, known);
        ProductChecks.afterReleases(known, faults);
        var advisories = AdvisoriesTable.read(content, values, known);
        var fixes = FixesTable.read(content, values, known);
        var statements = NotAffectedTable.read(content, fixes, values, known);
        var settings = SettingsSheet.read(content, values, known);
        var campaigns = CampaignSheets.read(content, values, known);
        var mitigations = MitigationsSheet.read(content, values, known);
        var fingerprints = FingerprintsSheet.read(content, values);
        var upgrades = UpgradesSheet.read(content, mitigations, values, known);
        var corrections = CorrectionsSheet.read(content, values);
        CorrectionChecks.run(corrections, known, faults);
        DateChecks.run(releases, corrections, faults);

        if (sheet == null || !faults.none()) {
            return new Loaded.Refused(files.display(""), faults.inOrder(files.display("")));
        }
        var products = new ArrayList<Product>();
        known.products().values().forEach(product -> products.add(product.product()));
        var catalogue = new Catalogue(
                new Pack(sheet.id(), sheet.title(), sheet.version(), sheet.dataAsOf(), content.sha256()),
                sheet.howTo(),
                products,
                items(releases),
                items(fixes),
                statements,
                advisories,
                settings,
                campaigns,
                mitigations,
                items(corrections),
                known.sourceTitles());
        return new Loaded.Usable(catalogue, fingerprints, upgrades);
    }

    private static <T> List<T> items(List<Placed<T>> placed) {
        var items = new ArrayList<T>(placed.size());
        for (var one : placed) {
            items.add(one.item());
        }
        return items;
    }
}
