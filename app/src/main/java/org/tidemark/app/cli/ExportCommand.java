// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.export.Imprint;
import org.tidemark.export.Publisher;
import org.tidemark.export.Tlp;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the store holds, for other programs.
@Command(
        name = "export",
        description = "Write the servers in the store and their flaws in a format that other programs read.",
        footer = {
            "",
            "csaf: advisories and status of the builds in use (CSAF 2.0); stix: a bundle (STIX 2.1); ocsf: findings"
                    + " (OCSF 1.8.0); ssvc: decision points; intelmq: events; xarf: abuse reports (X-ARF 4)."
                    + " docs/exports.md says what each holds and what it cannot say.",
            "",
            "The same store gives the same bytes. Files appear whole or not at all.",
            "",
            "Exit status: 0 when everything is written, 2 for a mistake in what was asked, 3 when the store is in use"
                    + " or damaged, or a file cannot be written."
        })
public final class ExportCommand extends PackCommand {
    private final String version;

    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    FlawOptions flaws = new FlawOptions();

    @Mixin
    PublisherOptions publisher = new PublisherOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "csaf, stix, ocsf, ssvc, intelmq or xarf.")
    ExportFormat format = ExportFormat.OCSF;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            required = true,
            description = "A file named *.json, *.jsonl or *.csv, or a folder, which is made where there is none.")
    Path out = Path.of("");

    public ExportCommand(Invocation invocation, Packs packs, String version) {
        super(invocation, packs);
        this.version = version;
    }

    @Override
    int answer(Answer answer) {
        answer.columns("written", List.of("file", "format", "records"));
        var named = publisher.publisher().orElse(null);
        check(named);
        var label = publisher.label();
        var topics = new ExportTopics(answer.knowledge(), flaws);
        var place = ExportPlace.of(out, format);
        try (var store = FollowedStore.openForServers(data, invocation, answer)) {
            var servers = new ExportServers(store, answer.knowledge(), topics);
            var run = new ExportRun(
                    answer,
                    place,
                    topics,
                    servers,
                    new Imprint(named, label.orElse(Tlp.AMBER_STRICT), version),
                    new Imprint(named, label.orElse(Tlp.CLEAR), version));
            return run.write(format);
        }
    }

    private void check(@Nullable Publisher named) {
        if (named == null && format.needsPublisher()) {
            throw TidemarkException.user(
                    "The format " + format.id() + " says who publishes it: give --publisher NAME and"
                            + " --publisher-url URL" + (format.needsContact() ? ", and --contact MAIL." : "."));
        }
        if (named != null && named.contact() == null && format.needsContact()) {
            throw TidemarkException.user(
                    "A report of the format " + format.id() + " says whom to write to: give --contact MAIL.");
        }
    }
}
