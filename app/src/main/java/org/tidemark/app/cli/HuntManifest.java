// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.ContentHash;
import org.tidemark.adapter.Input;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Seen;

/// What a hunt read, so that somebody else can repeat it: each input with its hash and size, what was read in it as
/// which kind, and the versions of the program and of its knowledge.
///
/// JSON Lines: one `run`, an `input` for each file given, a `read` for each file, kind, server and channel found in
/// them, a `rules` for each file of a user's own rules.
final class HuntManifest {
    private final Path file;
    private final Row run;
    private final List<Row> inputs = new ArrayList<>();
    private final List<ContentHash.WhileReading> streams = new ArrayList<>();
    private final List<Row> read = new ArrayList<>();
    private final List<Row> rules = new ArrayList<>();

    /// @param version of the program
    HuntManifest(Path file, String version, Answer answer, List<String> paths, Instant started) {
        this.file = file;
        this.run = Row.of("run")
                .put("program", version)
                .put("started", started)
                .put("paths", paths)
                .put(
                        "packs",
                        answer.knowledge().packs().stream()
                                .map(Answer::packFields)
                                .toList());
    }

    /// Takes in an input before it is read.
    ///
    /// @return the input to read in its place
    Input input(Input input, Answer answer) {
        var path = input.path();
        if (path.isEmpty()) {
            var hashed = new ContentHash.WhileReading(input);
            streams.add(hashed);
            return hashed.input();
        }
        try {
            var hash = ContentHash.of(path.get());
            inputs.add(row("input", input.name(), hash)
                    .put("modified", Files.getLastModifiedTime(path.get()).toInstant()));
        } catch (IOException e) {
            answer.problem(Problem.in(
                    input.name(), "This file cannot be read for the manifest.", "Check the permissions on it."));
        }
        return input;
    }

    private static Row row(String type, String name, ContentHash hash) {
        return Row.of(type).put("file", name).put("sha256", hash.sha256()).put("bytes", hash.bytes());
    }

    /// Takes in what was read in a file.
    void read(String name, Seen seen) {
        read.add(Row.of("read")
                .put("file", name)
                .put("kind", seen.kind().id())
                .put("server", told(seen.server()))
                .put("channel", told(seen.channel()))
                .put("events", seen.events())
                .put("first", seen.first())
                .put("last", seen.last()));
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }

    /// Takes in a file of a user's own rules.
    void rules(Path rule) {
        try {
            rules.add(row("rules", rule.toString(), ContentHash.of(rule)));
        } catch (IOException e) {
            rules.add(Row.of("rules").put("file", rule.toString()).put("sha256", null));
        }
    }

    /// @throws TidemarkException where it cannot be written
    void write() {
        streams.forEach(stream -> stream.hash()
                .ifPresent(hash -> inputs.add(row("input", stream.input().name(), hash))));
        try (var out = Files.newOutputStream(file);
                var rows = new JsonRows(out)) {
            rows.write(run);
            inputs.forEach(rows::write);
            read.forEach(rows::write);
            rules.forEach(rows::write);
        } catch (IOException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL, "The manifest cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
