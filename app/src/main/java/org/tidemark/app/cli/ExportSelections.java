// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.adapter.priority.TableFiles;
import org.tidemark.advisory.Catalogue;
import org.tidemark.export.OpenQuestions;
import org.tidemark.priority.Circumstances;
import org.tidemark.priority.Prioritiser;
import org.tidemark.priority.PriorityTables;
import org.tidemark.priority.Urgency;

/// What the decision tables say of each flaw that is open or undecided on a server.
final class ExportSelections {
    private final ExportTopics topics;
    private final OpenQuestions questions;
    private final Instant lastSeen;

    /// One flaw.
    ///
    /// @param at the time of the newest fact that it rests on
    record Chosen(Urgency urgency, Instant at) {
        String fileName() {
            return "tidemark-ssvc-" + urgency.cve().value().toLowerCase(Locale.ROOT) + ".json";
        }
    }

    ExportSelections(ExportTopics topics, OpenQuestions questions, Instant lastSeen) {
        this.topics = topics;
        this.questions = questions;
        this.lastSeen = lastSeen;
    }

    List<Chosen> lists() {
        var tables = TableFiles.read(ExportSelections.class.getClassLoader());
        var lists = new ArrayList<Chosen>();
        topics.catalogues().forEach(catalogue -> add(tables, catalogue, lists));
        return lists;
    }

    private void add(PriorityTables tables, Catalogue catalogue, List<Chosen> lists) {
        var day = catalogue.pack().dataAsOf();
        var prioritiser = new Prioritiser(tables, catalogue, day);
        var facts = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var cve : topics.of(catalogue)) {
            var reached = questions.reached(catalogue.pack().id(), cve);
            // Of what nobody has seen from the internet nobody knows whether it can be reached from there.
            reached.map(seen -> new Circumstances(seen ? Boolean.TRUE : null, null))
                    .map(circumstances -> prioritiser.of(cve, circumstances))
                    .ifPresent(urgency -> lists.add(new Chosen(urgency, lastSeen.isAfter(facts) ? lastSeen : facts)));
        }
    }
}
