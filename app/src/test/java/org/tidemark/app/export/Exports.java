// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.csaf.CsafDocument;
import org.tidemark.adapter.intelmq.IntelMqCsv;
import org.tidemark.adapter.intelmq.IntelMqLines;
import org.tidemark.adapter.ocsf.OcsfLines;
import org.tidemark.adapter.priority.TableFiles;
import org.tidemark.adapter.ssvc.SelectionList;
import org.tidemark.adapter.stix.StixBundle;
import org.tidemark.adapter.xarf.XarfLines;
import org.tidemark.adapter.xarf.XarfReports;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.InstalledBuilds;
import org.tidemark.export.OpenQuestions;
import org.tidemark.export.Topic;
import org.tidemark.priority.Circumstances;
import org.tidemark.priority.Prioritiser;

/// Exports as texts.
final class Exports {
    private Exports() {}

    static String text(CsafDocument document) {
        var out = new ByteArrayOutputStream();
        document.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static String vex(Topic topic, Collection<Exposed> servers, Imprint imprint) {
        var installed = new InstalledBuilds(topic.catalogue().pack().id(), topic.cves());
        servers.forEach(installed);
        return text(CsafDocument.vex(topic, imprint, installed.all(), InventedStore.lastSeen(), 3));
    }

    static String stix(List<Topic> topics, Collection<Exposed> servers, Background background, Imprint imprint) {
        var out = new ByteArrayOutputStream();
        try (var bundle = new StixBundle(out, topics, background, imprint)) {
            servers.forEach(bundle);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String ocsf(Collection<Exposed> servers, Background background, Imprint imprint) {
        var out = new ByteArrayOutputStream();
        try (var lines = new OcsfLines(out, background, imprint)) {
            servers.forEach(lines);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String xarf(Collection<Exposed> servers, Background background, Imprint imprint) {
        var out = new ByteArrayOutputStream();
        try (var lines = new XarfLines(out, new XarfReports(background, imprint))) {
            servers.forEach(lines);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// A list for each flaw of the pack that is open or undecided.
    static List<String> ssvc(Collection<Exposed> servers, InventedStore store) {
        var questions = new OpenQuestions();
        servers.forEach(questions);
        var pack = store.catalogue().pack();
        var prioritiser =
                new Prioritiser(TableFiles.read(Exports.class.getClassLoader()), store.catalogue(), pack.dataAsOf());
        var lists = new ArrayList<String>();
        for (var advisory : store.catalogue().advisories()) {
            questions.reached(pack.id(), advisory.cve()).ifPresent(reached -> {
                var out = new ByteArrayOutputStream();
                try (var json = JsonText.document(out)) {
                    var circumstances = new Circumstances(reached ? Boolean.TRUE : null, null);
                    SelectionList.write(json, prioritiser.of(advisory.cve(), circumstances), InventedStore.lastSeen());
                }
                lists.add(out.toString(StandardCharsets.UTF_8));
            });
        }
        return lists;
    }

    static String intelMqLines(Collection<Exposed> servers, Imprint imprint) {
        var out = new ByteArrayOutputStream();
        try (var lines = new IntelMqLines(out, imprint)) {
            servers.forEach(lines);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static String intelMqCsv(Collection<Exposed> servers, Imprint imprint) {
        var out = new ByteArrayOutputStream();
        try (var csv = new IntelMqCsv(out, imprint)) {
            servers.forEach(csv);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
