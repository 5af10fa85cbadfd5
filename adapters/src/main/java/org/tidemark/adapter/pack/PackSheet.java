// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.HowTo;

/// `pack.yaml`: what the pack is, which products it knows, and who its facts come from.
///
/// @param vendor who makes its products; empty where it does not say
/// @param version the version of its data
/// @param dataAsOf the day of its newest fact
record PackSheet(String id, String title, String vendor, String version, LocalDate dataAsOf, HowTo howTo) {
    static final String FILE = "pack.yaml";
    private static final int SCHEMA = 1;
    private static final List<String> NEEDED =
            List.of("schema", "id", "title", "version", "data-as-of", "products", "sources");
    private static final List<String> ALLOWED = List.of("vendor", "how-to");

    /// Reads the sheet. Products and sources go into `known`; null where something of the head is missing or wrong.
    static @Nullable PackSheet read(PackContent content, Values values, Known known) {
        var faults = values.faults();
        var tree = YamlTree.read(content, FILE, faults);
        if (tree == null) {
            if (!content.has(FILE)) {
                faults.in(
                        content.display(FILE), "A pack needs this file.", "Add it, or name the folder that holds it.");
            }
            return null;
        }
        var keys = YamlKeys.open(tree, NEEDED, ALLOWED, faults);
        if (keys == null) {
            return null;
        }
        checkSchema(values, keys.cell("schema"));
        readSources(keys.under("sources"), values, known);
        ProductsSheet.read(keys.items("products"), values, known);
        return head(keys, values);
    }

    private static void checkSchema(Values values, Cell cell) {
        var schema = values.number(cell);
        if (schema != null && schema != SCHEMA) {
            values.faults()
                    .at(
                            cell,
                            "This program reads packs of schema 1, not " + schema + ".",
                            "Use a newer program, or a pack of schema 1.");
        }
    }

    private static @Nullable PackSheet head(YamlKeys keys, Values values) {
        var id = values.text(keys.cell("id"));
        if (id != null && !id.chars().allMatch(PackSheet::mayStandInId)) {
            values.faults().at(keys.cell("id"), "`" + id + "` is no id.", "Use small letters, digits and `-`.");
        }
        var title = values.text(keys.cell("title"));
        var vendor = values.text(keys.cell("vendor"));
        var version = values.text(keys.cell("version"));
        var dataAsOf = values.day(keys.cell("data-as-of"));
        if (dataAsOf != null && !dataAsOf.isDay()) {
            values.faults().at(keys.cell("data-as-of"), "A month is not enough.", "Write a day, like 2021-03-02.");
        }
        var howTo = howTo(keys.under("how-to"), values);
        if (id == null || title == null || version == null || dataAsOf == null || howTo == null) {
            return null;
        }
        return new PackSheet(id, title, vendor == null ? "" : vendor, version, dataAsOf.last(), howTo);
    }

    private static boolean mayStandInId(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static @Nullable HowTo howTo(@Nullable YamlTree tree, Values values) {
        if (tree == null) {
            return HowTo.UNSAID;
        }
        var keys = YamlKeys.open(tree, List.of("build", "packages"), List.of(), values.faults());
        if (keys == null) {
            return null;
        }
        var build = values.text(keys.cell("build"));
        var packages = values.text(keys.cell("packages"));
        return build == null || packages == null ? null : new HowTo(build, packages);
    }

    private static void readSources(@Nullable YamlTree tree, Values values, Known known) {
        if (!(tree instanceof YamlTree.Keys sources)) {
            if (tree != null) {
                values.faults()
                        .at(tree.file(), tree.line(), "`sources` takes tags.", "Write `TAG: {title: …, licence: …}`.");
            }
            return;
        }
        sources.entries().forEach((tag, value) -> {
            var keys = YamlKeys.open(value, List.of("title", "licence"), List.of(), values.faults());
            var title = keys == null ? null : values.text(keys.cell("title"));
            if (keys != null) {
                values.text(keys.cell("licence"));
            }
            known.addSource(tag, title == null ? tag : title);
        });
    }
}
