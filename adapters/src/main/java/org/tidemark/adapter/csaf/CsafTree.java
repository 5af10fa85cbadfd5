// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.csaf;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.JsonText;

/// The product tree (3.2.2): vendor, product, level, build, each inside the one before.
final class CsafTree {
    private CsafTree() {}

    /// @param vendor empty where nobody says
    static void write(JsonText json, String vendor, Collection<CsafItem> items) {
        var products = new LinkedHashMap<String, Map<String, List<CsafItem>>>();
        for (var item : items) {
            products.computeIfAbsent(item.product(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(item.level(), _ -> new java.util.ArrayList<>())
                    .add(item);
        }
        json.object("product_tree").list("branches");
        if (vendor.isEmpty()) {
            products(json, products);
        } else {
            open(json, "vendor", vendor);
            products(json, products);
            close(json);
        }
        json.endList().end();
    }

    private static void products(JsonText json, Map<String, Map<String, List<CsafItem>>> products) {
        products.forEach((product, levels) -> {
            open(json, "product_name", product);
            levels.forEach((level, items) -> level(json, level, items));
            close(json);
        });
    }

    private static void level(JsonText json, String level, List<CsafItem> items) {
        if (level.isEmpty()) {
            items.forEach(item -> leaf(json, item));
            return;
        }
        open(json, "service_pack", level);
        items.forEach(item -> leaf(json, item));
        close(json);
    }

    private static void leaf(JsonText json, CsafItem item) {
        json.object()
                .text("category", "product_version")
                .text("name", item.version())
                .object("product")
                .text("name", item.fullName())
                .text("product_id", item.id())
                .end()
                .end();
    }

    private static void open(JsonText json, String category, String name) {
        json.object().text("category", category).text("name", name).list("branches");
    }

    private static void close(JsonText json) {
        json.endList().end();
    }
}
