// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.Inputs;
import org.tidemark.adapter.sidefile.ScanSideFile;
import org.tidemark.fault.Problem;
import org.tidemark.run.Imported;
import org.tidemark.run.ScanDeclaration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes scan output and inventories into the store.
@Command(
        name = "ingest",
        description = "Take scan output and inventories into the store. A file that is in already changes nothing, and"
                + " one that could not be taken in whole leaves nothing behind.",
        footer = {
            "",
            "What a scan covered is said in FILE.scan.yaml beside it (sensor, method, ports, ranges,"
                    + " complete, startedAt, endedAt) or by the options of the same names. Exit status: 0 when"
                    + " everything is in, 2 for a mistake in what was asked, 3 when part of the input could not be read"
                    + " or the store is in use."
        })
public final class IngestCommand extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Mixin
    ScanOptions scan = new ScanOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders to read; - is standard input.")
    List<String> files = new ArrayList<>();

    public IngestCommand(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        var declared = scan.declaration();
        var knowledge = answer.knowledge();
        var inputs = Inputs.of(files, invocation.in());
        var rows = new ImportRows(answer);
        inputs.problems().forEach(answer::problem);
        orphans(inputs).forEach(answer::problem);
        long skipped = inputs.skipped();
        try (var store = data.open(invocation, knowledge);
                var progress = answer.progress("importing", Progress.sizeOf(inputs));
                var reader = Reading.reader(knowledge.identifier(), true)) {
            var importing = new Importing(store, reader, answer, progress, invocation.clock());
            for (var input : inputs.inputs()) {
                take(input, declared, importing, answer).ifPresent(imported -> rows.tell(input.name(), imported));
            }
            skipped += importing.skipped();
            store.track(invocation.clock().instant(), new Following(answer));
        }
        return rows.finish(skipped);
    }

    /// A file whose side file is wrong stays out: once it is in, importing it again would change nothing.
    private static Optional<Imported> take(Input input, ScanDeclaration declared, Importing importing, Answer answer) {
        var side = input.path().map(IngestCommand::sideFile).filter(Files::exists);
        if (side.isEmpty()) {
            return importing.take(input, declared);
        }
        var read = ScanSideFile.read(side.get());
        read.problems().forEach(answer::problem);
        return read.items().stream().findFirst().flatMap(scan -> importing.take(input, scan.overriddenBy(declared)));
    }

    private static Path sideFile(Path file) {
        return Path.of(file + Inputs.SIDE_FILE);
    }

    private static List<Problem> orphans(Inputs inputs) {
        var beside = new HashSet<Path>();
        inputs.inputs()
                .forEach(input -> input.path().map(IngestCommand::sideFile).ifPresent(path -> beside.add(plain(path))));
        return inputs.sideFiles().stream()
                .filter(side -> !beside.contains(plain(side)))
                .map(side -> Problem.in(
                        side.toString(),
                        "This side file declares a scan that is not among the files.",
                        "Name the file that it belongs to as well."))
                .toList();
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
