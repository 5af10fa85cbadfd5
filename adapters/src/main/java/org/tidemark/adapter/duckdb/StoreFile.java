// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.tidemark.adapter.duckdb.Database.Access;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// The file of a store: made where it is not there, brought to this program's version where it is of an older one.
///
/// Making and migrating are guarded by a lock file besides DuckDB's own lock: both need the database closed for a
/// moment. A file is made under another name and moved into place when it is whole, and copied before it is changed.
final class StoreFile {
    static final String NAME = "tidemark.duckdb";
    private static final String VERSION_TABLE = "schema_version";

    private final Path file;
    private final List<Schema.Step> steps;

    /// @throws TidemarkException where DuckDB would take a part of the folder's name for something else
    StoreFile(Path folder, List<Schema.Step> steps) {
        this.file = folder.resolve(NAME);
        // Its driver takes what follows a semicolon for options, and DuckDB puts the name of the journal before a
        // question mark, in whatever way they are handed over.
        var path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0 || path.indexOf('?') >= 0) {
            throw TidemarkException.user("The folder " + folder
                    + " cannot hold a store: its whole path must be without ';' and '?'. Name another folder with"
                    + " --data.");
        }
        this.steps = List.copyOf(steps);
    }

    /// Whether there is a store. An empty file is none: a file system can leave one after a crash.
    boolean exists() {
        try {
            return Files.exists(file) && (Files.isDirectory(file) || Files.size(file) > 0);
        } catch (IOException e) {
            throw failed("cannot be read", e);
        }
    }

    Database open(Access access) {
        if (!exists()) {
            guarded(this::make);
        }
        var database = openIfCurrent(access);
        if (database.isEmpty()) {
            guarded(this::migrate);
            database = openIfCurrent(access);
        }
        return database.orElseThrow(() -> Failures.external("The store " + file + " is being changed; try again."));
    }

    /// Empty where the store is of an older version.
    private Optional<Database> openIfCurrent(Access access) {
        var database = Database.open(file, access);
        try {
            int version = version(database);
            if (version > steps.size()) {
                throw Failures.external("The store " + file + " is of version " + version
                        + ", and this Tidemark knows versions up to " + steps.size() + "; use a newer Tidemark.");
            }
            if (version == steps.size()) {
                return Optional.of(database);
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        database.close();
        return Optional.empty();
    }

    private int version(Database database) {
        return database.ask(connection -> {
            try (var tables = connection.prepareStatement(
                    "select count(*) from duckdb_tables() where table_name = ? and not temporary")) {
                tables.setString(1, VERSION_TABLE);
                try (var rows = tables.executeQuery()) {
                    if (!rows.next() || rows.getInt(1) == 0) {
                        throw Failures.external("The file " + file
                                + " is a DuckDB file, but no store of Tidemark; name another folder" + " with --data.");
                    }
                }
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select max(version) from " + VERSION_TABLE)) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private void make() throws IOException {
        if (exists()) {
            return; // Another process was quicker.
        }
        var fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(beside(fresh, ".wal"));
        try (var database = Database.open(fresh, Access.WRITE)) {
            database.run("begin transaction", "create table " + VERSION_TABLE + " (version integer not null)");
            climb(database, 0);
            database.run("commit");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void migrate() throws IOException {
        int version;
        try (var database = Database.open(file, Access.WRITE)) {
            version = version(database);
        }
        if (version >= steps.size()) {
            return; // Another process was quicker.
        }
        copy(version);
        try (var database = Database.open(file, Access.WRITE)) {
            database.run("begin transaction");
            climb(database, version);
            database.run("commit");
        }
    }

    private void climb(Database database, int version) {
        for (int at = version; at < steps.size(); at++) {
            database.run(steps.get(at).statements().toArray(String[]::new));
            database.run("insert into " + VERSION_TABLE + " values (" + (at + 1) + ")");
        }
    }

    /// The file is closed, so it is whole and has no journal beside it. While DuckDB has it open it must not be
    /// read
    /// from here: closing any handle on a file gives up the locks that the process holds on it (POSIX).
    private void copy(int version) throws IOException {
        var half = file.resolveSibling(NAME + ".bak.new");
        Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(half, beside(file, ".v" + version + ".bak"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private interface Change {
        void make() throws IOException;
    }

    private void guarded(Change change) {
        try {
            makeFolder();
            try (var channel = FileChannel.open(
                            beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid()) {
                    change.make();
                }
            }
        } catch (IOException e) {
            throw failed("cannot be made or brought to this version", e);
        }
    }

    /// What is found out about other people's servers is for its owner's eyes only.
    private void makeFolder() throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        var above = folder.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private TidemarkException failed(String what, IOException e) {
        return new TidemarkException(ErrorCode.EXTERNAL, "The store " + file + " " + what + ": " + said(e), e);
    }

    /// What Java says of a file is often no more than its name.
    private static String said(IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                "you may not write to " + denied.getFile() + ". Name another folder with --data.";
            case FileAlreadyExistsException there ->
                there.getFile() + " is a file where a folder is needed. Name another folder with --data.";
            case NoSuchFileException gone ->
                gone.getFile() + " is not there and cannot be made. Name another folder with --data.";
            case FileSystemException other
            when other.getReason() != null -> other.getFile() + ": " + other.getReason() + ".";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
