// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Campaign;

/// `campaigns/<name>/campaign.yaml`: the named waves, each in a folder of its own.
final class CampaignSheets {
    static final String FOLDER = "campaigns/";
    static final String FILE = "campaign.yaml";
    private static final List<String> NEEDED = List.of(
            "name", "title", "cves", "why", "disclosed", "fix-released", "hunt-from", "logs-can-show", "sources");
    private static final List<String> ALLOWED = List.of("first-exploited", "mass-exploitation", "aliases", "entry");

    private final Values values;
    private final Known known;

    private CampaignSheets(Values values, Known known) {
        this.values = values;
        this.known = known;
    }

    static List<Campaign> read(PackContent content, Values values, Known known) {
        var sheets = new CampaignSheets(values, known);
        var campaigns = new ArrayList<Campaign>();
        for (var folder : folders(content)) {
            var name = FOLDER + folder + "/" + FILE;
            if (!content.has(name)) {
                values.faults()
                        .in(
                                content.display(name),
                                "The campaign has no campaign.yaml.",
                                "Add it, or take the folder out.");
                continue;
            }
            var tree = YamlTree.read(content, name, values.faults());
            var keys = tree == null ? null : YamlKeys.open(tree, NEEDED, ALLOWED, values.faults());
            var campaign = keys == null ? null : sheets.campaign(keys, folder);
            if (campaign != null) {
                campaigns.add(campaign);
            }
        }
        return campaigns;
    }

    private static Iterable<String> folders(PackContent content) {
        var folders = new TreeSet<String>();
        for (var file : content.names()) {
            if (file.startsWith(FOLDER)) {
                int end = file.indexOf('/', FOLDER.length());
                folders.add(end < 0 ? file.substring(FOLDER.length()) : file.substring(FOLDER.length(), end));
            }
        }
        return folders;
    }

    private @Nullable Campaign campaign(YamlKeys keys, String folder) {
        var name = values.text(keys.cell("name"));
        if (name != null && !name.equals(folder)) {
            values.faults().at(keys.cell("name"), "It stands in the folder `" + folder + "`.", "Give both one name.");
        }
        var title = values.text(keys.cell("title"));
        var cves = SettingsSheet.flaws(keys.cells("cves"), values, known);
        if (keys.cells("cves").isEmpty()) {
            values.faults().at(keys.at("cves"), "A campaign needs flaws.", "Name them in the order of the attack.");
        }
        var entry = SettingsSheet.flaws(keys.cells("entry"), values, known);
        if (!cves.containsAll(entry)) {
            values.faults()
                    .at(keys.at("entry"), "An entry is no flaw of the campaign.", "Name flaws that stand in `cves`.");
        }
        var why = values.text(keys.cell("why"));
        var disclosed = values.days(keys.cells("disclosed"));
        var fixed = values.days(keys.cells("fix-released"));
        var first = values.optionalDay(keys.cell("first-exploited"));
        var mass = values.optionalDay(keys.cell("mass-exploitation"));
        var from = values.day(keys.cell("hunt-from"));
        var logs = values.yes(keys.cell("logs-can-show"));
        var aliases = Cell.texts(keys.cells("aliases"));
        var sources = Cell.texts(keys.cells("sources"));
        if (name == null || title == null || why == null || from == null || logs == null) {
            return null;
        }
        return new Campaign(name, title, aliases, cves, entry, why, first, disclosed, fixed, mass, from, logs, sources);
    }
}
