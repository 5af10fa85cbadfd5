// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The tables of the store, as steps from one version to the next; the first step makes them. Each is an SQL
/// file beside
/// this class, which is read when a store is made or brought up: one that is of this version never asks.
///
/// What repeats from scan to scan stands once and is named by the hash of its content: a `place` is what a server is
/// known by, a `finding` what was concluded of it. An `observation` joins the two with a time and a source, some 30
/// bytes for each server and scan.
final class Schema {
    /// Attributes with a column of their own, since populations are compared by them.
    static final List<String> ATTRIBUTE_COLUMNS = List.of("country", "asn", "sector");

    /// What brings a store to the next version.
    interface Step {
        List<String> statements();
    }

    /// Never changed and never shortened: a store of any age must find its way from here.
    static final List<Step> STEPS = List.of(
            () -> file("1-facts.sql"),
            () -> file("2-hunts.sql"),
            () -> file("3-followed.sql"),
            () -> file("4-owners.sql"),
            () -> file("5-notices.sql"));

    private static final Pattern END = Pattern.compile(";\\s*(?:\\R|\\z)");

    private Schema() {}

    /// The statements of a file; each ends with a semicolon at the end of its line.
    private static List<String> file(String name) {
        try (var in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            return END.splitAsStream(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
