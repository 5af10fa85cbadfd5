// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order of the tests of recognition, as a table: `collectors/recognition.csv`.
class RecognitionOrderTest {
    private static final String ASKED = "TIDEMARK_SAMPLES";

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_list_of_names_is_of_the_first_collector_that_fits(Case one) {
        assertThat(recognised(List.of(one.names().split("\\|")), one.comment()))
                .as(one.why())
                .isEqualTo(one.expected());
    }

    record Case(String name, String comment, String names, String expected, String why) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        var rows = Table.of(Files.readString(Path.of("src/test/resources/collectors/recognition.csv")))
                .rows();
        assertThat(rows).hasSizeGreaterThan(30);
        return rows.stream()
                .map(row -> new Case(
                        row.get("case"), row.get("comment"), row.get("names"), row.get("expected"), row.get("why")));
    }

    private static String recognised(List<String> names, String comment) {
        var found = Recognition.in(Folder.of(names), comment);
        return found.isEmpty()
                ? "-"
                : found.stream()
                        .map(one -> one.collector() + "@" + one.folder().prefix())
                        .collect(Collectors.joining(" "));
    }

    /// Extra: the listings of real archives, where the samples lie beside the repository.
    @Test
    void listings_of_real_archives_are_recognised() throws IOException {
        var samples = folder();
        assumeTrue(Files.isDirectory(samples), "skipped: no folder of listings; name one by " + ASKED);
        var expected = Map.of(
                "export.zip", "VELOCIRAPTOR",
                "import.zip", "VELOCIRAPTOR",
                "import_hunt.zip", "VELOCIRAPTOR",
                "export_server_artifact.zip", "VELOCIRAPTOR_STORE",
                "invalid_dir.zip", "VELOCIRAPTOR",
                "unencrypted_collector.zip", "VELOCIRAPTOR_OLD",
                "encrypted_collector_password.zip", "VELOCIRAPTOR_LOCKED",
                "offline_encrypted.zip", "VELOCIRAPTOR_LOCKED");
        var listings = listings(Files.readAllLines(samples.resolve("velociraptor_fixture_listings.txt")));
        assertThat(listings.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        listings.forEach((archive, names) ->
                assertThat(recognised(names, "")).as(archive).startsWith(expected.get(archive) + "@"));
        var offline = names(Files.readAllLines(samples.resolve("velociraptor_offline_listing.txt")));
        assertThat(recognised(offline, "")).isEqualTo("VELOCIRAPTOR@");
        var kape = names(Files.readAllLines(samples.resolve("kape_listing.txt")));
        assertThat(recognised(kape, "")).startsWith("KAPE@");
    }

    private static Path folder() {
        var property = System.getProperty(ASKED);
        var asked = property != null ? property : System.getenv(ASKED);
        return Optional.ofNullable(asked)
                .map(Path::of)
                .orElse(Path.of("..", "..", "shared", "samples"))
                .resolve("collectors");
    }

    private static Map<String, List<String>> listings(List<String> lines) {
        var listings = new java.util.TreeMap<String, List<String>>();
        List<String> at = new ArrayList<>();
        for (var line : lines) {
            if (line.startsWith("# ")) {
                at = new ArrayList<>();
                var file = line.substring(2, line.indexOf(' ', 2));
                listings.put(file.substring(file.lastIndexOf('/') + 1), at);
            } else {
                at.addAll(names(List.of(line)));
            }
        }
        return listings;
    }

    /// A row of a listing has size, day and time before the name; folders end in a slash.
    private static List<String> names(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().split("\\d\\d:\\d\\d\\s+", 2))
                .filter(parts -> parts.length == 2 && parts[0].matches("\\d+\\s.*"))
                .map(parts -> parts[1])
                .filter(name -> !name.endsWith("/"))
                .toList();
    }
}
