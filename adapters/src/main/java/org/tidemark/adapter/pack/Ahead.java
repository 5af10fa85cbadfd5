// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// What needs no other file is done beforehand, on two threads: parsing, and the hash.
///
/// A start of the program waits for the pack, and most of that time goes to parsers that are not compiled yet. Whoever
/// needs a result that nobody has begun works it out himself, so a machine with one processor loses nothing. What comes
/// out does not depend on who did it.
final class Ahead implements Syntax {
    /// The largest first, and those last that are needed last or cost little.
    private static final List<String> ORDER =
            List.of(PackSheet.FILE, CorrectionsSheet.FILE, FingerprintsSheet.FILE, SettingsSheet.FILE);

    /// A parsed file, and what was wrong with it.
    private record Parsed<T>(@Nullable T file, Faults faults) {}

    private final Map<String, FutureTask<Parsed<YamlTree>>> trees = new HashMap<>();
    private final Map<String, FutureTask<Parsed<CsvTable.Raw>>> tables = new HashMap<>();
    private final FutureTask<String> hash;

    private Ahead(PackContent content) {
        for (var name : content.names()) {
            if (name.endsWith(".yaml")) {
                trees.put(name, new FutureTask<>(() -> tree(content, name)));
            } else if (name.endsWith(".csv") && !HuntFactFiles.isOne(name)) {
                tables.put(name, new FutureTask<>(() -> table(content, name)));
            }
        }
        hash = new FutureTask<>(content::digest);
    }

    /// Begins: trees and hash on a second thread, and the tables on this one.
    static Ahead start(PackContent content) {
        var ahead = new Ahead(content);
        var work = new ArrayList<FutureTask<?>>();
        for (var name : ORDER) {
            var task = ahead.trees.get(name);
            if (task != null) {
                work.add(task);
            }
        }
        work.add(ahead.hash);
        Thread.ofPlatform().daemon().name("pack").start(() -> work.forEach(FutureTask::run));
        ahead.tables.forEach((name, task) -> {
            if (!name.contains("/")) {
                task.run();
            }
        });
        return ahead;
    }

    private static Parsed<YamlTree> tree(PackContent content, String name) {
        var faults = new Faults();
        return new Parsed<>(YamlTree.parse(content, name, faults), faults);
    }

    private static Parsed<CsvTable.Raw> table(PackContent content, String name) {
        var faults = new Faults();
        return new Parsed<>(CsvTable.parse(content, name, faults), faults);
    }

    @Override
    public @Nullable YamlTree tree(String name, Faults faults) {
        return taken(trees.get(name), faults);
    }

    @Override
    public CsvTable.@Nullable Raw records(String name, Faults faults) {
        return taken(tables.get(name), faults);
    }

    private static <T> @Nullable T taken(@Nullable FutureTask<Parsed<T>> task, Faults faults) {
        if (task == null) {
            return null;
        }
        var parsed = await(task);
        faults.takeAll(parsed.faults());
        return parsed.file();
    }

    @Override
    public String hash() {
        return await(hash);
    }

    private static <T> T await(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a pack was read", e);
        }
    }
}
