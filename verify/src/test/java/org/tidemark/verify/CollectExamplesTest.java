// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The form of the files for collectors; whether they collect, only Windows can tell.
///
/// The keys are those of the guides of KapeFiles (Targets/TargetTemplate) and of Velociraptor (artifact
/// definition).
class CollectExamplesTest {
    private static final Path FOLDER = Path.of("..", "examples", "collect");
    private static final Set<String> TARGET_KEYS = Set.of(
            "Name",
            "Category",
            "Path",
            "FileMask",
            "Recursive",
            "Comment",
            "AlwaysAddToQueue",
            "SaveAsFileName",
            "MinSize",
            "MaxSize");

    @Test
    void the_target_for_kape_has_the_keys_of_a_target() throws IOException {
        var target = yaml("ExchangeBreakIn.tkape");
        assertThat(target.keySet())
                .extracting(String::valueOf)
                .containsExactly("Description", "Author", "Version", "Id", "RecreateDirectories", "Targets");
        assertThat(String.valueOf(target.get("Id")))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        for (var entry : (List<?>) target.get("Targets")) {
            var one = (Map<?, ?>) entry;
            assertThat(one.keySet()).extracting(String::valueOf).isSubsetOf(TARGET_KEYS);
            assertThat(one.get("Name")).isNotNull();
            assertThat(one.get("Category")).isNotNull();
            assertThat(String.valueOf(one.get("Path"))).matches("C:\\\\.*\\\\");
            var mask = String.valueOf(one.get("FileMask"));
            if (mask.startsWith("regex:")) {
                assertThat(Pattern.compile(mask.substring(6))).isNotNull();
            }
        }
    }

    @Test
    void the_artifact_for_velociraptor_has_the_keys_of_an_artifact_and_balanced_queries() throws IOException {
        var artifact = yaml("Custom.Windows.Exchange.BreakIn.yaml");
        assertThat(artifact.keySet())
                .extracting(String::valueOf)
                .isSubsetOf(Set.of("name", "author", "description", "type", "parameters", "precondition", "sources"));
        assertThat(artifact.get("name")).isEqualTo("Custom.Windows.Exchange.BreakIn");
        assertThat(artifact.get("type")).isEqualTo("CLIENT");
        for (var entry : (List<?>) artifact.get("sources")) {
            var query = String.valueOf(((Map<?, ?>) entry).get("query"));
            var bare = query.replaceAll("'[^']*'", "''");
            for (var pair : List.of("()", "{}")) {
                assertThat(count(bare, pair.charAt(0))).as(pair).isEqualTo(count(bare, pair.charAt(1)));
            }
            assertThat(query)
                    .contains("upload(")
                    .doesNotContainIgnoringCase("execve")
                    .doesNotContain("rm(");
        }
    }

    /// Words that change a server. What the script writes is below its destination, by two calls.
    @Test
    void the_script_reads_hashes_and_copies_and_nothing_else() throws IOException {
        var script = Files.readString(FOLDER.resolve("Collect-ExchangeEvidence.ps1"));
        assertThat(script)
                .doesNotContainPattern(
                        "(?i)\\b(Remove|Set|Stop|Start|Restart|Clear|Rename|Move|Disable|Enable|Invoke|Install)-(?!StrictMode)\\w+")
                .doesNotContainPattern("(?i)(?<![\\w.])(iex|iisreset|wevtutil|reg|sc|net|del|cmd)(\\.exe)?\\s")
                .doesNotContainPattern("(?i)https?:");
        assertThat(Pattern.compile("New-Item[^\\n]*").matcher(script).results().map(r -> r.group()))
                .allMatch(call -> call.contains("-ItemType Directory"))
                .hasSize(2);
        var bare =
                script.replaceAll("(?s)<#.*?#>", "").replaceAll("#[^\\n]*", "").replaceAll("'[^']*'", "''");
        for (var pair : List.of("()", "{}")) {
            assertThat(count(bare, pair.charAt(0))).as(pair).isEqualTo(count(bare, pair.charAt(1)));
        }
    }

    @Test
    void all_three_take_the_same_places_and_say_that_nobody_tried_them() throws IOException {
        for (var name : List.of(
                "ExchangeBreakIn.tkape", "Custom.Windows.Exchange.BreakIn.yaml", "Collect-ExchangeEvidence.ps1")) {
            var text = Files.readString(FOLDER.resolve(name)).replace('\\', '/');
            assertThat(text)
                    .as(name)
                    .contains(
                            "/Logging",
                            "inetpub/logs/LogFiles",
                            "winevt/Logs",
                            "inetpub/wwwroot",
                            "FrontEnd/HttpProxy",
                            "TransportRoles/Shared",
                            "inetsrv/config",
                            "Temporary ASP.NET Files",
                            "System32/Tasks",
                            "inetpub/history",
                            "HTTPERR",
                            "msert",
                            "ExchangeSetup")
                    .containsIgnoringCase("untested on Windows");
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Map<?, ?> yaml(String name) throws IOException {
        var load = new Load(LoadSettings.builder().setLabel(name).build());
        return (Map<?, ?>) load.loadFromString(Files.readString(FOLDER.resolve(name)));
    }
}
