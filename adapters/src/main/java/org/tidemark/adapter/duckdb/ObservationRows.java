// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.run.Recall;

/// Rows of a query as observations.
final class ObservationRows {
    /// What a query selects to be read here, from `observation o` joined to the others.
    static final String COLUMNS =
            """
            o.seen_at, p.ip, p.port, p.host, p.name, p.certificate, p.country, p.asn, p.sector, p.attributes,
            x.family, x.build1, x.build2, x.build3, x.build4, x.narrowed, x.method, x.confidence, x.flags, x.builds,
            x.packages, x.settings, x.reason, r.name as source, o.line, r.format
            """;

    static final String JOINS =
            """
            join place p on p.id = o.place
            join finding x on x.id = o.finding
            join part r on r.file = o.file and r.part = o.part
            """;

    private final Recall recall;

    ObservationRows(Recall recall) {
        this.recall = recall;
    }

    Observation read(ResultSet row) throws SQLException {
        var family = Values.text(row, "family");
        var build = build(row);
        var method = row.getString("method");
        var subject = recall.subject(family, build, method, row.getBoolean("narrowed"));
        var builds = Values.texts(row, "builds").stream()
                .flatMap(text -> Build.parse(text).stream())
                .toList();
        return new Observation(
                server(row),
                Values.instantOrNull(row, "seen_at"),
                family,
                build,
                subject == null ? null : subject.knownProduct().orElse(null),
                subject,
                method,
                Confidence.valueOf(row.getString("confidence").toUpperCase(Locale.ROOT)),
                flags(Values.texts(row, "flags")),
                builds,
                row.getString("reason"),
                new HashSet<>(Values.texts(row, "packages")),
                Values.map(row, "settings"),
                attributes(row),
                new Sighting.Source(row.getString("source"), Values.number(row, "line"), row.getString("format")));
    }

    private static Server server(ResultSet row) throws SQLException {
        return new Server(
                Values.text(row, "ip"),
                Values.integer(row, "port"),
                Values.text(row, "host"),
                Values.text(row, "name"),
                Values.text(row, "certificate"));
    }

    private static @Nullable Build build(ResultSet row) throws SQLException {
        var parts = new ArrayList<Integer>(4);
        for (int i = 1; i <= 4; i++) {
            var part = Values.integer(row, "build" + i);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : new Build(parts);
    }

    private static EnumSet<Flag> flags(List<String> ids) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var flag : Flag.values()) {
            if (ids.contains(flag.id())) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static Map<String, String> attributes(ResultSet row) throws SQLException {
        var attributes = new HashMap<>(Values.map(row, "attributes"));
        for (var name : Schema.ATTRIBUTE_COLUMNS) {
            var value = Values.text(row, name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }
}
