// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.duckdb.DuckDbStore;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Store;
import picocli.CommandLine.Option;

/// Where the store is.
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the store; else TIDEMARK_DATA, else a folder of the user's own"
                    + " ($XDG_DATA_HOME/tidemark, ~/.local/share/tidemark).")
    @Nullable
    Path data;

    /// The folder: as asked for, else as the environment says, else where the system keeps a user's data.
    Path folder(Map<String, String> environment) {
        if (data != null) {
            if (data.toString().isEmpty()) {
                throw TidemarkException.user("--data names no folder; '.' is the current one.");
            }
            return data;
        }
        var told = environment.getOrDefault("TIDEMARK_DATA", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        var shared = environment.getOrDefault("XDG_DATA_HOME", "");
        // The specification of these folders says to ignore a relative one.
        if (!shared.isEmpty() && Path.of(shared).isAbsolute()) {
            return Path.of(shared, "tidemark");
        }
        var local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!local.isEmpty()) {
            return Path.of(local, "Tidemark");
        }
        var home = environment.getOrDefault("HOME", "");
        if (home.isEmpty()) {
            throw TidemarkException.user("Nothing says where to keep data; name a folder with --data.");
        }
        return Path.of(home, ".local", "share", "tidemark");
    }

    /// Opens the store to add to it; makes it where there is none.
    Store open(Invocation invocation, Knowledge knowledge) {
        var folder = folder(invocation.environment());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw TidemarkException.user(folder + " is a file; name a folder for the store with --data.");
        }
        return DuckDbStore.open(folder, knowledge);
    }

    /// Whether there is a store; none where nothing says where it would be.
    ///
    /// @throws TidemarkException where the folder's name can hold none
    boolean exists(Invocation invocation) {
        Path folder;
        try {
            folder = folder(invocation.environment());
        } catch (TidemarkException e) {
            return false;
        }
        return DuckDbStore.isIn(folder);
    }

    /// Opens the store to add to it.
    ///
    /// @throws TidemarkException where there is none
    Store openExisting(Invocation invocation, Knowledge knowledge) {
        if (!exists(invocation)) {
            throw none(invocation);
        }
        return open(invocation, knowledge);
    }

    /// Opens the store to read it.
    ///
    /// @throws TidemarkException where there is none
    Store openToRead(Invocation invocation, Knowledge knowledge) {
        return DuckDbStore.openToRead(folder(invocation.environment()), knowledge)
                .orElseThrow(() -> none(invocation));
    }

    private TidemarkException none(Invocation invocation) {
        return TidemarkException.user("There is no store in " + folder(invocation.environment())
                + " yet; `tidemark ingest FILE` makes one, and --data names another folder.");
    }
}
