// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Sign;

/// Signs: `{header: x-feserver}`, `{body: text}`, `{icon: [1768726119]}` and the like.
final class SignSheet {
    private static final List<String> KEYS =
            List.of("header", "is", "contains", "shapes", "body", "banner", "banner-coded", "icon", "tag");

    private final Faults faults;

    SignSheet(Values values) {
        this.faults = values.faults();
    }

    List<Sign> list(YamlKeys entry, String key) {
        var signs = new ArrayList<Sign>();
        for (var item : entry.items(key)) {
            var keys = YamlKeys.open(item, List.of(), KEYS, faults);
            var sign = keys == null ? null : sign(keys);
            if (sign != null) {
                signs.add(sign);
            } else if (keys != null) {
                faults.at(keys.at("sign"), "This is no sign.", "Write one like {header: x-name} or {body: text}.");
            }
        }
        return signs;
    }

    private @Nullable Sign sign(YamlKeys keys) {
        if (!keys.cell("header").isEmpty()) {
            return ofHeader(keys, keys.cell("header").text());
        }
        if (!keys.cell("body").isEmpty()) {
            return new Sign.BodyContains(keys.cell("body").text());
        }
        if (!keys.cell("banner").isEmpty()) {
            return new Sign.BannerContains(keys.cell("banner").text());
        }
        if (!keys.cell("banner-coded").isEmpty()) {
            return new Sign.BannerCoded(keys.cell("banner-coded").text());
        }
        if (!keys.cell("tag").isEmpty()) {
            return new Sign.TagIs(keys.cell("tag").text());
        }
        return icon(keys);
    }

    private static Sign ofHeader(YamlKeys keys, String header) {
        if (!keys.cell("is").isEmpty()) {
            return new Sign.HeaderIs(header, keys.cell("is").text());
        }
        if (!keys.cell("contains").isEmpty()) {
            return new Sign.HeaderContains(header, keys.cell("contains").text());
        }
        var shapes = Cell.texts(keys.cells("shapes"));
        return shapes.isEmpty() ? new Sign.HeaderPresent(header) : new Sign.HeaderShape(header, shapes);
    }

    private @Nullable Sign icon(YamlKeys keys) {
        var hashes = new HashSet<Integer>();
        for (var cell : keys.cells("icon")) {
            try {
                hashes.add(Integer.valueOf(cell.text()));
            } catch (NumberFormatException e) {
                faults.at(cell, "`" + cell.text() + "` is no 32-bit number.", "Write the hash as scanners show it.");
            }
        }
        return hashes.isEmpty() ? null : new Sign.IconIs(hashes);
    }
}
