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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Product;
import org.tidemark.advisory.Subject;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Confidence;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.run.Recall;

/// Rows of a query as observations.
///
/// A population shows the same few hundred findings over and over, so each is read from its columns once.
final class ObservationRows {
    private static final int MOST_REMEMBERED = 4_000;

    /// What a query must select first, and in this order.
    private enum Column {
        SEEN_AT(1, "o.seen_at"),
        LINE(2, "o.line"),
        SOURCE(3, "r.name"),
        FORMAT(4, "r.format"),
        IP(5, "p.ip"),
        PORT(6, "p.port"),
        HOST(7, "p.host"),
        NAME(8, "p.name"),
        CERTIFICATE(9, "p.certificate"),
        COUNTRY(10, "p.country"),
        ASN(11, "p.asn"),
        SECTOR(12, "p.sector"),
        ATTRIBUTES(13, "p.attributes"),
        FINDING(14, "x.id"),
        FAMILY(15, "x.family"),
        BUILD1(16, "x.build1"),
        BUILD2(17, "x.build2"),
        BUILD3(18, "x.build3"),
        BUILD4(19, "x.build4"),
        NARROWED(20, "x.narrowed"),
        METHOD(21, "x.method"),
        CONFIDENCE(22, "x.confidence"),
        FLAGS(23, "x.flags"),
        BUILDS(24, "x.builds"),
        PACKAGES(25, "x.packages"),
        SETTINGS(26, "x.settings"),
        REASON(27, "x.reason"),
        HINDERED(28, "x.hindered");

        private final int number;
        private final String sql;

        Column(int number, String sql) {
            this.number = number;
            this.sql = sql;
        }

        int number() {
            return number;
        }
    }

    /// How many columns are read here.
    static final int WIDTH = Column.values().length;

    static final String COLUMNS =
            Stream.of(Column.values()).map(column -> column.sql).collect(Collectors.joining(", "));

    /// The same columns of a finding by itself: of a server of which nothing is said.
    static final String FINDING_ALONE = Stream.of(Column.values())
            .map(column -> switch (column) {
                case SOURCE, FORMAT -> "''";
                case ATTRIBUTES -> "map {}";
                default -> column.sql.startsWith("x.") ? column.sql : "null";
            })
            .collect(Collectors.joining(", "));

    /// What `observation o` is joined to.
    static final String JOINS = """
            join place p on p.id = o.place
            join finding x on x.id = o.finding
            join part r on r.file = o.file and r.part = o.part
            """;

    private final Recall recall;
    private final Map<Long, Finding> known = new HashMap<>();

    ObservationRows(Recall recall) {
        this.recall = recall;
    }

    private record Finding(
            @Nullable String family,
            @Nullable Build build,
            @Nullable Product product,
            @Nullable Subject subject,
            String method,
            Confidence confidence,
            Set<Flag> flags,
            List<Build> builds,
            String reason,
            Set<String> packages,
            Map<String, String> settings,
            Map<String, Boolean> hindered) {}

    long findingNumber(ResultSet row) throws SQLException {
        return row.getLong(Column.FINDING.number());
    }

    Observation read(ResultSet row) throws SQLException {
        var finding = finding(row);
        var source = new Sighting.Source(
                text(row, Column.SOURCE), Values.number(row, Column.LINE.number()), text(row, Column.FORMAT));
        return new Observation(
                server(row),
                Values.instantOrNull(row, Column.SEEN_AT.number()),
                finding.family(),
                finding.build(),
                finding.product(),
                finding.subject(),
                finding.method(),
                finding.confidence(),
                finding.flags(),
                finding.builds(),
                finding.reason(),
                finding.packages(),
                finding.settings(),
                finding.hindered(),
                attributes(row),
                source);
    }

    private Finding finding(ResultSet row) throws SQLException {
        long id = row.getLong(Column.FINDING.number());
        var finding = known.get(id);
        if (finding == null) {
            finding = readFinding(row);
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(id, finding);
        }
        return finding;
    }

    private Finding readFinding(ResultSet row) throws SQLException {
        var family = row.getString(Column.FAMILY.number());
        var build = build(row);
        var method = text(row, Column.METHOD);
        var subject = recall.subject(family, build, method, row.getBoolean(Column.NARROWED.number()));
        var builds = Values.texts(row, Column.BUILDS.number()).stream()
                .flatMap(text -> Build.parse(text).stream())
                .toList();
        return new Finding(
                family,
                build,
                subject == null ? null : subject.knownProduct().orElse(null),
                subject,
                method,
                Confidence.valueOf(text(row, Column.CONFIDENCE).toUpperCase(Locale.ROOT)),
                flags(Values.texts(row, Column.FLAGS.number())),
                builds,
                text(row, Column.REASON),
                new HashSet<>(Values.texts(row, Column.PACKAGES.number())),
                Values.map(row, Column.SETTINGS.number()),
                hindered(row));
    }

    private static String text(ResultSet row, Column column) throws SQLException {
        return row.getString(column.number());
    }

    private static Server server(ResultSet row) throws SQLException {
        return new Server(
                row.getString(Column.IP.number()),
                Values.integer(row, Column.PORT.number()),
                row.getString(Column.HOST.number()),
                row.getString(Column.NAME.number()),
                row.getString(Column.CERTIFICATE.number()));
    }

    private static @Nullable Build build(ResultSet row) throws SQLException {
        var parts = new ArrayList<Integer>(4);
        for (var column : EnumSet.range(Column.BUILD1, Column.BUILD4)) {
            var part = Values.integer(row, column.number());
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

    private static Map<String, Boolean> hindered(ResultSet row) throws SQLException {
        var hindered = new HashMap<String, Boolean>();
        Values.map(row, Column.HINDERED.number()).forEach((cve, is) -> hindered.put(cve, Boolean.valueOf(is)));
        return hindered;
    }

    private static Map<String, String> attributes(ResultSet row) throws SQLException {
        var attributes = Values.map(row, Column.ATTRIBUTES.number());
        int column = Column.COUNTRY.number();
        for (var name : Schema.ATTRIBUTE_COLUMNS) {
            var value = row.getString(column++);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }
}
