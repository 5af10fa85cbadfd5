// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.Inputs;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Passwords;
import org.tidemark.adapter.collector.KnownCollectors;
import org.tidemark.adapter.collector.ServerFolders;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.adapter.yara.YaraRules;
import org.tidemark.advisory.Campaign;
import org.tidemark.app.report.ReportPage;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntBook;
import org.tidemark.hunt.HuntCampaign;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Was this server broken into? Collected evidence held against rules.
@Command(
        name = "hunt",
        description =
                "Say whether collected evidence shows a break-in, how far it got, and what the evidence cannot show.",
        footer = {
            "",
            "Exit status: 0 when nothing was found, 1 when anything was, 2 for a mistake in what was asked, 3 when part"
                    + " of the evidence could not be read or there was none. Nothing found is not the same as safe:"
                    + " read what was covered."
        })
public final class HuntCommand extends PackCommand {
    private static final long LARGEST_PASSWORD_FILE = 1 << 20;

    @Mixin
    CampaignOptions campaigns = new CampaignOptions();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Also the Sigma and YARA rules in this folder; repeatable.")
    List<Path> rules = new ArrayList<>();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Passwords of encrypted archives, one a line; all are tried.")
    @Nullable
    Path passwordFile;

    @Option(names = "--since", paramLabel = "TIME", description = "Only records from this day or time on (UTC).")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only records before this day or time (UTC).")
    @Nullable
    String until;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a report: one HTML file that needs no network.")
    @Nullable
    Path html;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Also write what was read, with SHA-256, size and kind, so that somebody can repeat it.")
    @Nullable
    Path manifest;

    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--no-store",
            description = "Keep nothing. Else what the hunt says is kept in the store, where there is one or --data"
                    + " names it.")
    boolean unkept;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders and archives of evidence.")
    List<String> paths = new ArrayList<>();

    public HuntCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        checkFiles();
        var period = Period.of(since, until);
        var asked = asked(answer.knowledge());
        var listing = manifest(answer);
        var loaded = loaded(answer);
        try (var yara = loaded.wholeFiles().orElse(null)) {
            loaded.refused().forEach(answer::problem);
            loaded.hint().ifPresent(answer::hint);
            return hunted(answer, asked, period, listing, loaded, yara);
        }
    }

    private int hunted(
            Answer answer,
            List<HuntCampaign> asked,
            Period period,
            @Nullable HuntManifest listing,
            HuntRules loaded,
            @Nullable YaraRules yara) {
        var running =
                loaded.ready().stream().filter(rule -> isAsked(rule, asked)).toList();
        var taking = new HuntSink(
                new Hunter(running, answer.knowledge().huntFacts()),
                new HuntBook(asked, running, ServerFolders::areOfAny),
                answer,
                listing,
                period,
                yara);
        long skipped = read(answer, taking, listing);
        var result = taking.finish();
        var told = new HuntAnswer(answer, asked, period);
        write(told, result, listing, loaded);
        keep(answer, result);
        int rulesRun = running.size() + (yara == null ? 0 : yara.count());
        return told.tell(paths, result, taking, loaded, rulesRun, skipped);
    }

    private HuntRules loaded(Answer answer) {
        var loaded = new HuntRules();
        loaded.addPacks(answer.knowledge());
        rules.forEach(loaded::addFolder);
        return loaded;
    }

    private void write(HuntAnswer told, HuntResult result, @Nullable HuntManifest listing, HuntRules loaded) {
        if (html != null) {
            ReportPage.write(told.report(result, invocation, paths), html);
        }
        if (listing != null) {
            loaded.files().forEach(listing::rules);
            listing.write();
        }
    }

    /// What a hunt said belongs beside what scans say of the same servers. An answer that cannot be kept is
    /// still an
    /// answer.
    private void keep(Answer answer, HuntResult result) {
        boolean asked = data.data != null;
        if (unkept || result.hunted().isEmpty() || !(asked || data.exists(invocation))) {
            return;
        }
        var packs = answer.knowledge().packs().stream()
                .map(pack -> pack.id() + " " + pack.version() + " " + pack.sha256())
                .toList();
        try (var store = data.open(invocation, answer.knowledge())) {
            store.keep(result, packs, invocation.clock().instant());
        } catch (TidemarkException e) {
            answer.problem(Problem.in(
                    data.folder(invocation.environment()).toString(),
                    "What the hunt said was not kept in the store. " + e.getMessage(),
                    "Run it again later, or with --no-store."));
        }
    }

    private void checkFiles() {
        if (html != null) {
            ReportPage.check(html);
        }
        if (manifest != null) {
            ReportPage.check(manifest, "The manifest", "--manifest");
        }
    }

    private @Nullable HuntManifest manifest(Answer answer) {
        if (manifest == null) {
            return null;
        }
        var version = spec == null ? "" : String.join(" ", spec.root().version());
        return new HuntManifest(
                manifest, version, answer, paths, invocation.clock().instant());
    }

    private long read(Answer answer, HuntSink taking, @Nullable HuntManifest listing) {
        var inputs = Inputs.ofEvidence(paths, invocation.in());
        inputs.problems().forEach(answer::problem);
        long skipped = inputs.skipped();
        try (var progress = answer.progress("hunting", Progress.sizeOf(inputs))) {
            var reader =
                    new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taking, new KnownCollectors(), passwords());
            reader.survey(inputs.inputs());
            for (var input : inputs.inputs()) {
                var listed = listing == null ? input : listing.input(input, answer);
                skipped += reader.read(listed.through(in -> taking.counted(in, progress)));
            }
        }
        return skipped;
    }

    private Passwords passwords() {
        if (passwordFile == null) {
            return Passwords.none();
        }
        try {
            if (Files.size(passwordFile) > LARGEST_PASSWORD_FILE) {
                throw TidemarkException.user("The file " + Terminal.safe(passwordFile.toString())
                        + " is too large for a list of passwords: one a line.");
            }
            // An editor of Windows may have set a mark before the first one.
            var text = Files.readString(passwordFile);
            return Passwords.of((text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw TidemarkException.user("The file of passwords " + Terminal.safe(passwordFile.toString())
                    + " cannot be read: it must be a text file in UTF-8.");
        }
    }

    private static boolean isAsked(HuntRule rule, List<HuntCampaign> asked) {
        return rule.campaign() == null
                || asked.stream().anyMatch(campaign -> campaign.name().equals(rule.campaign()));
    }

    private List<HuntCampaign> asked(Knowledge knowledge) {
        campaigns.check(knowledge);
        return knowledge.families().stream()
                .map(Knowledge.Family::catalogue)
                .flatMap(pack -> (campaigns.isEmpty() ? pack.campaigns() : campaigns.named(pack)).stream())
                .map(HuntCommand::campaign)
                .toList();
    }

    private static HuntCampaign campaign(Campaign campaign) {
        return new HuntCampaign(
                campaign.name(),
                campaign.title(),
                campaign.cves().stream().map(Object::toString).toList(),
                campaign.huntFrom().first(),
                campaign.logsCanShow());
    }
}
