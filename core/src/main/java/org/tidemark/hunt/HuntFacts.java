// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What packs know that a record alone does not say: the parts and files that a product ships, and what
/// was published about intruders.
public record HuntFacts(ShippedParts parts, KnownFiles files, Indicators indicators) {
    public static final HuntFacts NONE = new HuntFacts(ShippedParts.NONE, KnownFiles.NONE, Indicators.NONE);

    /// The record with what is known of it. A file gets `listed`, `known`, `knownbad` and
    /// `unlistedpage` (a page that it was made from and that the product does not have), an entry of a
    /// configuration `shipped`; other records stay as they are.
    Trace with(Trace trace) {
        return switch (trace.kind()) {
            case FILE -> file(trace);
            case CONFIG -> part(trace);
            case IIS, HTTP_PROXY, ECP, OAB, CMDLET, RPS, REQUEST_FILTERING, EVENT_LOG, SCANNER, TASK -> trace;
        };
    }

    private Trace file(Trace trace) {
        var more = new HashMap<String, List<String>>();
        var hash = trace.first("sha256");
        var word = files.of(trace.first("path"), hash);
        if (word.listed()) {
            more.put("listed", List.of("yes"));
        }
        if (word.known() != null) {
            more.put("known", List.of(word.known() ? "yes" : "no"));
        }
        var bad = hash.isEmpty() ? List.<Indicators.Indicator>of() : indicators.of(Indicators.Type.SHA256, hash);
        if (!bad.isEmpty()) {
            more.put("knownbad", List.of("yes"));
            more.put(
                    "knownbadby", bad.stream().map(Indicators.Indicator::source).toList());
        }
        var strange = Stream.concat(
                        trace.values("virtualpath").stream(),
                        trace.values("compiledpage").stream().map(name -> "/" + name))
                .filter(page -> Boolean.FALSE.equals(files.hasPage(page)))
                .toList();
        if (!strange.isEmpty()) {
            more.put("unlistedpage", strange);
        }
        return and(trace, more);
    }

    private Trace part(Trace trace) {
        var shipped =
                parts.shipped(trace.first("entry"), trace.first("name"), trace.first("code"), trace.first("image"));
        return shipped == null ? trace : and(trace, Map.of("shipped", List.of(shipped)));
    }

    private static Trace and(Trace trace, Map<String, List<String>> more) {
        if (more.isEmpty()) {
            return trace;
        }
        var fields = new HashMap<>(trace.fields());
        fields.putAll(more);
        return new Trace(trace.kind(), fields, trace.time(), trace.server(), trace.place());
    }

    /// The facts of several packs as one.
    public static HuntFacts all(List<HuntFacts> packs) {
        return new HuntFacts(
                ShippedParts.all(packs.stream().map(HuntFacts::parts).toList()),
                KnownFiles.all(packs.stream().map(HuntFacts::files).toList()),
                Indicators.all(packs.stream().map(HuntFacts::indicators).toList()));
    }
}
