// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.NewFile;
import org.tidemark.adapter.csaf.CsafDocument;
import org.tidemark.adapter.intelmq.IntelMqCsv;
import org.tidemark.adapter.intelmq.IntelMqLines;
import org.tidemark.adapter.ocsf.OcsfLines;
import org.tidemark.adapter.ssvc.SelectionList;
import org.tidemark.adapter.stix.StixBundle;
import org.tidemark.adapter.xarf.XarfFolder;
import org.tidemark.adapter.xarf.XarfLines;
import org.tidemark.adapter.xarf.XarfReports;
import org.tidemark.export.Background;
import org.tidemark.export.Imprint;
import org.tidemark.export.InstalledBuilds;
import org.tidemark.export.OpenQuestions;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import tools.jackson.core.JacksonException;

/// One export: writes the files and tells of each.
final class ExportRun {
    private final Answer answer;
    private final ExportPlace place;
    private final ExportTopics topics;
    private final ExportServers servers;
    private final Background background;
    /// On what names servers.
    private final Imprint imprint;
    /// On what names none.
    private final Imprint open;

    private long files;
    private long records;
    private long withoutForm;

    ExportRun(
            Answer answer,
            ExportPlace place,
            ExportTopics topics,
            ExportServers servers,
            Imprint imprint,
            Imprint open) {
        this.answer = answer;
        this.place = place;
        this.topics = topics;
        this.servers = servers;
        this.background = new Background(topics.catalogues());
        this.imprint = imprint;
        this.open = open;
    }

    /// Writes everything and gives the exit status.
    int write(ExportFormat format) {
        try {
            switch (format) {
                case CSAF -> csaf();
                case STIX -> stix();
                case OCSF -> ocsf();
                case SSVC -> ssvc();
                case INTELMQ -> intelMq();
                case XARF -> xarf();
            }
        } catch (IOException | UncheckedIOException | JacksonException e) {
            throw new TidemarkException(ErrorCode.EXTERNAL, "The export cannot be written: " + e.getMessage() + ".", e);
        }
        if (withoutForm > 0) {
            answer.hint(withoutForm + " open flaws or break-ins have no form in " + format.id()
                    + ": of a server whose port is not known, or without a CVE number.");
        }
        return answer.finish(servers.counts(Row.of("summary")
                        .put("format", format.id())
                        .put("files", files)
                        .put("records", records))
                .put("withoutForm", withoutForm));
    }

    private void csaf() throws IOException {
        var documents = topics.documents();
        var builds = new LinkedHashMap<Integer, InstalledBuilds>();
        for (int i = 0; i < documents.size(); i++) {
            var topic = documents.get(i);
            builds.put(i, new InstalledBuilds(topic.catalogue().pack().id(), topic.cves()));
        }
        servers.each(exposed -> builds.values().forEach(each -> each.accept(exposed)));
        boolean isInUse = false;
        for (Map.Entry<Integer, InstalledBuilds> entry : builds.entrySet()) {
            var topic = documents.get(entry.getKey());
            document(CsafDocument.advisory(topic, open));
            var installed = entry.getValue().all();
            if (!installed.isEmpty()) {
                isInUse = true;
                document(CsafDocument.vex(topic, imprint, installed, servers.lastSeen(), servers.imports()));
            }
        }
        if (!isInUse) {
            answer.hint("No server runs any of these products, so there is no document on the builds in use.");
        }
    }

    private void document(CsafDocument document) throws IOException {
        var at = place.file(document.fileName());
        try (var file = NewFile.at(at)) {
            document.write(file.out());
            file.finish();
        }
        written(at, ExportFormat.CSAF, 1, "document");
    }

    private void stix() throws IOException {
        var at = place.file("tidemark-stix.json");
        try (var file = NewFile.at(at)) {
            long objects;
            try (var bundle = new StixBundle(file.out(), topics.everything(), background, imprint)) {
                servers.each(bundle);
                objects = bundle.written();
            }
            file.finish();
            written(at, ExportFormat.STIX, objects, "object");
        }
    }

    private void ocsf() throws IOException {
        var at = place.file("tidemark-ocsf.jsonl");
        try (var file = NewFile.at(at)) {
            long events;
            try (var lines = new OcsfLines(file.out(), background, imprint)) {
                servers.each(lines);
                events = lines.written();
            }
            file.finish();
            written(at, ExportFormat.OCSF, events, "event");
        }
    }

    private void ssvc() throws IOException {
        var questions = new OpenQuestions();
        servers.each(questions);
        var lists = new ExportSelections(topics, questions, servers.lastSeen()).lists();
        if (lists.isEmpty()) {
            answer.hint("No server has any of these flaws open or undecided, so there is nothing to select.");
        }
        if (place.folder().isPresent()) {
            for (var list : lists) {
                selections(place.file(list.fileName()), List.of(list));
            }
        } else if (place.takes(".jsonl") || lists.size() == 1) {
            selections(place.file(""), lists);
        } else if (!lists.isEmpty()) {
            throw TidemarkException.user("A selection list is about one flaw, and here are " + lists.size()
                    + ": name a folder or a file like *.jsonl with --out, or one flaw with --cve.");
        }
    }

    private void selections(Path at, List<ExportSelections.Chosen> lists) throws IOException {
        try (var file = NewFile.at(at)) {
            try (var json = place.isLines() ? JsonText.lines(file.out()) : JsonText.document(file.out())) {
                lists.forEach(list -> SelectionList.write(json, list.urgency(), list.at()));
            }
            file.finish();
        }
        written(at, ExportFormat.SSVC, lists.size(), "selection list");
    }

    private void intelMq() throws IOException {
        var csvAt = place.file("tidemark-intelmq.csv");
        var linesAt = place.file("tidemark-intelmq.jsonl");
        try (var csvFile = place.takes(".csv") ? NewFile.at(csvAt) : null;
                var linesFile = place.takes(".jsonl") ? NewFile.at(linesAt) : null) {
            long events;
            try (var csv = new IntelMqCsv(csvFile == null ? OutputStream.nullOutputStream() : csvFile.out(), imprint);
                    var lines = new IntelMqLines(
                            linesFile == null ? OutputStream.nullOutputStream() : linesFile.out(), imprint)) {
                servers.each(exposed -> {
                    csv.accept(exposed);
                    lines.accept(exposed);
                });
                events = lines.written();
            }
            if (csvFile != null) {
                csvFile.finish();
                written(csvAt, ExportFormat.INTELMQ, events, "event");
            }
            if (linesFile != null) {
                linesFile.finish();
                written(linesAt, ExportFormat.INTELMQ, events, "event");
            }
        }
    }

    private void xarf() throws IOException {
        var reports = new XarfReports(background, imprint);
        var folder = place.folder();
        if (folder.isPresent()) {
            var sink = new XarfFolder(folder.get(), reports);
            servers.each(sink);
            told(folder.get(), ExportFormat.XARF, sink.written(), sink.written(), "report");
        } else {
            var at = place.file("");
            try (var file = NewFile.at(at)) {
                long count;
                try (var lines = new XarfLines(file.out(), reports)) {
                    servers.each(lines);
                    count = lines.written();
                }
                file.finish();
                written(at, ExportFormat.XARF, count, "report");
            }
        }
        withoutForm = reports.leftOut();
    }

    private void written(Path at, ExportFormat format, long count, String what) {
        told(at, format, 1, count, what);
    }

    private void told(Path at, ExportFormat format, long filesMore, long count, String what) {
        files += filesMore;
        records += count;
        answer.row(Row.of("written")
                .put("file", at.toString())
                .put("format", format.id())
                .put("records", count));
        if (answer.forPeople()) {
            answer.people()
                    .println(Terminal.safe(at.toString()) + ": " + Figures.number(count) + " " + what
                            + (count == 1 ? "" : "s") + ".");
        }
    }
}
