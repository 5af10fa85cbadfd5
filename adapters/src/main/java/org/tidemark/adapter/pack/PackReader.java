// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Pack;
import org.tidemark.advisory.Product;
import org.tidemark.fault.TidemarkException;

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
        HuntFactFiles.check(files, faults);
        return read(content, files, faults);
    }

    /// Reads a pack from the form that [#prepare] wrote, which spares most of the time: nothing is parsed or
    /// hashed.
    ///
    /// @param image what was written
    /// @param stamp what was given when it was written
    /// @return empty where the image is of another version of the program or has another stamp
    public static Optional<Loaded> readPrepared(byte[] image, String stamp, PackFiles files) {
        return PreparedPack.open(image, stamp)
                .map(prepared -> read(PackContent.prepared(files, prepared), files, new Faults()));
    }

    /// Parses and hashes the files of a pack for [#readPrepared].
    ///
    /// @param stamp what tells this state of the files from every other one
    /// @throws TidemarkException with [ErrorCode#PACK] where the pack has faults
    public static byte[] prepare(PackFiles files, String stamp) {
        var faults = new Faults();
        var content = PackContent.read(files, faults);
        HuntFactFiles.check(files, faults);
        read(content, files, faults).usableOrThrow();
        return PreparedPack.write(content, stamp);
    }

    private static Loaded read(PackContent content, PackFiles files, Faults faults) {
        if (content.names().isEmpty() && !faults.none()) {
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
                new Pack(
                        sheet.id(), sheet.title(), sheet.vendor(), sheet.version(), sheet.dataAsOf(), content.sha256()),
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
