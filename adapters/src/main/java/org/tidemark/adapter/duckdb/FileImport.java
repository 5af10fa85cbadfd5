// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.tidemark.advisory.Build;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Observation;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;
import org.tidemark.run.Imported;
import org.tidemark.run.Recall;
import org.tidemark.run.ScanDeclaration;
import org.tidemark.run.ServerId;
import org.tidemark.run.Store;
import org.tidemark.run.StoredFile;

/// One file on its way in: one transaction.
final class FileImport implements Store.Import {
    /// A file of nothing but bad lines must not fill the store.
    private static final int MOST_TOLD = 100;

    private final Database database;
    private final StoredFiles files;
    private final Recall recall;
    private final ScanDeclaration scan;
    private final Instant at;
    private final int id;
    private final OncePerContent places;
    private final OncePerContent findings;
    private final DuckDBAppender rows;
    private final Map<Part, Integer> parts = new LinkedHashMap<>();
    private final Set<String> formats = new TreeSet<>();
    private final List<Problem> told = new ArrayList<>();
    private final Map<LocalDate, Integer> days = new TreeMap<>();
    private long problems;
    private long observations;
    private boolean over;

    /// The file itself or a member of it.
    private record Part(String name, String format) {}

    FileImport(Database database, StoredFiles files, Recall recall, ScanDeclaration scan, Instant at) {
        this.database = database;
        this.files = files;
        this.recall = recall;
        this.scan = scan;
        this.at = at;
        database.run("begin transaction");
        this.id = files.nextId();
        this.places = new OncePerContent(database, "place");
        this.findings = new OncePerContent(database, "finding");
        this.rows = database.appender("observation");
    }

    @Override
    public void add(Observation seen) {
        formats.add(seen.source().format());
        if (!Store.Import.isKept(seen)) {
            return;
        }
        observations++;
        days.merge(Looked.day(seen, scan, at), 1, Integer::sum);
        database.append(() -> {
            long place = place(seen);
            long finding = finding(seen);
            rows.beginRow().append(ServerId.of(seen).number());
            Values.append(rows, seen.seenAt());
            rows.append(place).append(finding).append(id).append(part(seen.source()));
            rows.append(seen.source().line());
            rows.endRow();
        });
    }

    private int part(Sighting.Source source) {
        return parts.computeIfAbsent(new Part(source.file(), source.format()), _ -> parts.size());
    }

    private long place(Observation seen) throws SQLException {
        var server = seen.server();
        var content = OncePerContent.content(
                server.ip(), server.port(), server.host(), server.name(), server.certificate(), seen.attributes());
        return places.put(content, row -> {
            row.append(server.ip()).append(server.port()).append(server.host()).append(server.name());
            row.append(server.certificate());
            for (var name : Schema.ATTRIBUTE_COLUMNS) {
                row.append(seen.attributes().get(name));
            }
            var others = new HashMap<>(seen.attributes());
            Schema.ATTRIBUTE_COLUMNS.forEach(others::remove);
            row.append(others);
        });
    }

    private long finding(Observation seen) throws SQLException {
        var flags = seen.flags().stream().map(Flag::id).toList();
        var builds = seen.builds().stream().map(Build::toString).toList();
        var packages = seen.packages().stream().sorted().toList();
        boolean narrowed = recall.isNarrowed(seen);
        var build = seen.build();
        var content = OncePerContent.content(
                seen.family(),
                build,
                narrowed,
                seen.method(),
                seen.confidence(),
                flags,
                builds,
                packages,
                seen.settings(),
                seen.reason(),
                seen.hindered());
        return findings.put(content, row -> {
            row.append(seen.family());
            for (int i = 0; i < 4; i++) {
                row.append(build == null || i >= build.size() ? null : Integer.valueOf(build.part(i)));
            }
            row.append(narrowed).append(seen.method()).append(seen.confidence().id());
            row.append(flags)
                    .append(builds)
                    .append(packages)
                    .append(seen.settings())
                    .append(seen.reason())
                    .append(seen.hindered());
        });
    }

    @Override
    public void problem(Problem problem) {
        problems++;
        if (told.size() < MOST_TOLD) {
            told.add(problem);
        }
    }

    @Override
    public Imported finish(Store.Content content) {
        var known = files.find(content.sha256());
        if (known.isPresent()) {
            close();
            return new Imported.AlreadyIn(known.get());
        }
        var file = new StoredFile(
                content.sha256(),
                content.name(),
                content.bytes(),
                at,
                content.records(),
                observations,
                problems,
                told,
                List.copyOf(formats));
        places.settle();
        findings.settle();
        database.append(rows::close);
        files.put(id, file, scan);
        putParts();
        putDays();
        database.run("commit");
        over = true;
        return new Imported.New(file);
    }

    private void putParts() {
        database.append(() -> {
            try (var appender = database.appender("part")) {
                for (var part : parts.entrySet()) {
                    appender.beginRow().append(id).append(part.getValue().intValue());
                    appender.append(part.getKey().name())
                            .append(part.getKey().format())
                            .endRow();
                }
            }
        });
    }

    private void putDays() {
        var whole = Looked.dayOf(scan);
        if (whole != null) {
            // A scan that found nothing has looked all the same.
            days.putIfAbsent(whole, 0);
        }
        database.append(() -> {
            try (var appender = database.appender("file_day")) {
                for (var day : days.keySet()) {
                    appender.beginRow()
                            .append(id)
                            .append(day)
                            .append(whole != null)
                            .endRow();
                }
            }
        });
    }

    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        // An appender writes what it still holds when it is closed: that must be inside the transaction.
        try {
            places.close();
            findings.close();
            database.append(rows::close);
        } finally {
            database.run("rollback");
        }
    }
}
