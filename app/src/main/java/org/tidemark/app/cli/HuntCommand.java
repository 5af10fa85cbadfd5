// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceReader;
import org.tidemark.adapter.Inputs;
import org.tidemark.adapter.Limits;
import org.tidemark.adapter.Passwords;
import org.tidemark.adapter.collector.KnownCollectors;
import org.tidemark.adapter.registry.EvidenceFormats;
import org.tidemark.advisory.Campaign;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.HuntBook;
import org.tidemark.hunt.HuntCampaign;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.run.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Option(names = "--rules", paramLabel = "DIR", description = "Also the Sigma rules in this folder; repeatable.")
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

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders and archives of evidence.")
    List<String> paths = new ArrayList<>();

    public HuntCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var knowledge = answer.knowledge();
        var asked = asked(knowledge);
        var loaded = new HuntRules();
        loaded.addPacks(knowledge);
        rules.forEach(loaded::addFolder);
        loaded.refused().forEach(answer::problem);
        var running =
                loaded.ready().stream().filter(rule -> isAsked(rule, asked)).toList();
        var taking = new HuntSink(
                new Hunter(running),
                new HuntBook(asked, running),
                answer,
                time("--since", since),
                time("--until", until));
        long skipped = read(answer, taking);
        return new HuntAnswer(answer, asked).tell(paths, taking, loaded, running.size(), skipped);
    }

    private long read(Answer answer, HuntSink taking) {
        var inputs = Inputs.of(paths, invocation.in());
        inputs.problems().forEach(answer::problem);
        long skipped = inputs.skipped();
        try (var progress = answer.progress("hunting", Progress.sizeOf(inputs))) {
            var reader =
                    new EvidenceReader(EvidenceFormats.ALL, Limits.DEFAULT, taking, new KnownCollectors(), passwords());
            reader.survey(inputs.inputs());
            for (var input : inputs.inputs()) {
                skipped += reader.read(input.through(in -> taking.counted(in, progress)));
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

    private static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw TidemarkException.user(
                    option + " takes a day like 2021-03-02 or a time like 2021-03-02T06:00:00Z, not '"
                            + Terminal.safe(text) + "'.");
        }
    }
}
