// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Branch;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.ServerVerdicts;
import org.tidemark.exposure.Sighting;

/// Observations and servers as rows.
final class ServerRows {
    /// What a feed's label for a server that was broken into is worth: something was found left on it.
    private static final String TAGGED = "IMPLANTED";

    private ServerRows() {}

    static Row observation(Observation seen) {
        var row = Row.of("observation")
                .put("server", server(seen.server()))
                .put("seenAt", seen.seenAt())
                .put("family", seen.family())
                .put("build", seen.build())
                .put("parts", seen.build() == null ? null : seen.build().size())
                .put("product", seen.product() == null ? null : seen.product().name())
                .put("method", seen.method())
                .put("confidence", seen.confidence().id())
                .put("flags", seen.flags().stream().map(Flag::id).toList());
        if (seen.builds().size() > 1) {
            row.put("builds", seen.builds().stream().map(Build::toString).toList());
        }
        return row.put("reason", seen.reason())
                .put(
                        "packages",
                        seen.packages().isEmpty()
                                ? null
                                : seen.packages().stream().sorted().toList())
                .put("settings", seen.settings().isEmpty() ? null : new java.util.TreeMap<>(seen.settings()))
                .put("attributes", seen.attributes().isEmpty() ? null : new java.util.TreeMap<>(seen.attributes()))
                .put("source", source(seen.source()));
    }

    static Row server(Observation seen, ServerVerdicts verdicts) {
        var campaigns = new LinkedHashMap<String, String>();
        verdicts.campaigns().forEach((name, kind) -> campaigns.put(name, kind.name()));
        var subject = seen.subject();
        return Row.of("server")
                .put("server", server(seen.server()))
                .put("seenAt", seen.seenAt())
                .put("family", seen.family())
                .put("build", seen.build())
                .put("parts", seen.build() == null ? null : seen.build().size())
                .put("product", seen.product() == null ? null : seen.product().name())
                .put(
                        "branch",
                        subject == null
                                ? null
                                : subject.knownBranch().map(Branch::id).orElse(null))
                .put(
                        "support",
                        verdicts.support() == null ? null : verdicts.support().label())
                .put("campaigns", campaigns)
                .put("openCves", verdicts.open())
                .put("unknownCves", verdicts.undecided())
                .put("mitigatedBy", mitigatedBy(seen))
                .put("compromise", seen.flags().contains(Flag.COMPROMISED_TAG) ? TAGGED : null)
                .put("method", seen.method())
                .put("confidence", seen.confidence().id())
                .put("flags", seen.flags().stream().map(Flag::id).toList())
                .put(
                        "builds",
                        seen.builds().size() > 1
                                ? seen.builds().stream().map(Build::toString).toList()
                                : null)
                .put("source", source(seen.source()));
    }

    /// What a feed or an owner reports; by what it is done they do not say.
    private static List<String> mitigatedBy(Observation seen) {
        return seen.hindered().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(each -> "reported for " + each.getKey())
                .sorted()
                .toList();
    }

    static Map<String, @Nullable Object> server(Server server) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("ip", server.ip());
        fields.put("port", server.port());
        fields.put("host", server.host());
        fields.put("name", server.name());
        if (server.certificate() != null) {
            fields.put("certificate", server.certificate());
        }
        return fields;
    }

    static Map<String, @Nullable Object> source(Sighting.Source source) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("file", source.file());
        fields.put("line", source.line());
        fields.put("format", source.format());
        return fields;
    }
}
