// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.adapter.ContentHash;
import org.tidemark.adapter.owners.OwnerFile;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.OwnerRow;
import org.tidemark.run.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes lists of owners in.
@Command(
        name = "import",
        description = {
            "Take in who owns what: tables (CSV) and YAML that somebody keeps by hand, answers of address registries"
                    + " (RDAP) and security.txt files that were fetched beforehand. Nothing is looked up.",
            "A file of a name that is in already replaces it."
        },
        footer = {"", OwnersCommand.STATUS})
final class OwnersImport extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call the list; the file's own name where this is not given.")
    String name = "";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders; - is standard input.")
    List<String> files = new ArrayList<>();

    private long taken;
    private long unchanged;
    private long rows;

    OwnersImport(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        if (!name.isEmpty() && files.size() > 1) {
            throw TidemarkException.user("--name names one list, and " + files.size() + " files are given.");
        }
        var wanted = wanted();
        try (var store = data.open(invocation, answer.knowledge())) {
            wanted.forEach((list, file) -> take(store, answer, list, file));
            if (answer.forPeople()) {
                answer.people()
                        .println(Figures.number(taken) + (taken == 1 ? " list" : " lists") + " taken in with "
                                + Figures.number(rows) + (rows == 1 ? " row" : " rows")
                                + (unchanged == 0 ? "." : "; " + unchanged + " did not change."));
            }
            return answer.finish(Row.of("summary")
                    .put("lists", taken)
                    .put("unchanged", unchanged)
                    .put("rows", rows));
        }
    }

    /// Every file by the name of its list.
    private SortedMap<String, String> wanted() {
        var wanted = new TreeMap<String, String>();
        for (var file : files) {
            if (file.equals("-")) {
                add(wanted, name.isEmpty() ? "-" : name, file);
            } else if (Files.isDirectory(Path.of(file))) {
                inside(Path.of(file))
                        .forEach(each -> add(wanted, each.getFileName().toString(), each.toString()));
            } else {
                var path = Asked.file(Path.of(file));
                add(wanted, name.isEmpty() ? String.valueOf(path.getFileName()) : name, file);
            }
        }
        return wanted;
    }

    private static void add(Map<String, String> wanted, String list, String file) {
        var other = wanted.put(list, file);
        if (other != null && !other.equals(file)) {
            throw TidemarkException.user("Two files are called " + Terminal.safe(list)
                    + ", and the second would replace the first; give them one by one with --name.");
        }
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.USER, "The folder " + folder + " cannot be read.", e);
        }
    }

    private void take(Store store, Answer answer, String list, String file) {
        byte[] bytes;
        List<OwnerRow> read;
        try (var in = file.equals("-") ? invocation.in() : Files.newInputStream(Path.of(file))) {
            bytes = OwnerFile.bytes(in);
            if (OwnerFile.isTooLarge(bytes)) {
                answer.problem(Problem.in(file, "The file is too large for a list of owners.", "Split it."));
                return;
            }
            var outcome = OwnerFile.read(bytes, file, list, invocation.clock().instant());
            outcome.problems().forEach(answer::problem);
            read = outcome.items();
            if (read.isEmpty()) {
                return;
            }
            store(store, list, bytes, read);
        } catch (IOException e) {
            answer.problem(Problem.in(file, "The file cannot be read.", "Look at who may read it."));
        }
    }

    private void store(Store store, String list, byte[] bytes, List<OwnerRow> read) {
        var hash = HexFormat.of().formatHex(ContentHash.digest().digest(bytes));
        if (store.owners().take(list, hash, read, invocation.clock().instant())) {
            taken++;
            rows += read.size();
        } else {
            unchanged++;
        }
    }
}
