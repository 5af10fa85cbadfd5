// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.export.InventedStore.HOSTILE;
import static org.tidemark.app.export.InventedStore.IMPRINT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.asset.Server;
import tools.jackson.databind.JsonNode;

/// Events as IntelMQ's harmonization wants them.
class IntelMqTest {
    private static final Path FIELDS = Path.of("src/test/resources/schemas/intelmq/fields.csv");

    /// The types of the fields of an event, and how long they may be.
    private static Map<String, String[]> fields() throws IOException {
        var fields = new HashMap<String, String[]>();
        for (var line : Files.readAllLines(FIELDS)) {
            var cells = line.split(",", -1);
            if (cells[0].equals("event")) {
                fields.put(cells[1], new String[] {cells[2], cells[3]});
            }
        }
        return fields;
    }

    @Test
    void every_field_is_one_of_the_harmonization_or_extra() throws IOException {
        var fields = fields();
        for (var event : events()) {
            for (var property : event.properties()) {
                var name = property.getKey();
                if (!name.startsWith("extra.")) {
                    assertThat(fields).containsKey(name);
                    check(name, fields.get(name), property.getValue());
                }
            }
        }
    }

    private static void check(String name, String[] type, JsonNode value) {
        var text = value.asString();
        assertThat(type[1].isEmpty() || text.length() <= Integer.parseInt(type[1]))
                .as(name + " is too long: " + text)
                .isTrue();
        var pattern = switch (type[0]) {
            case "ASN", "Integer" -> "[0-9]+";
            case "DateTime" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00";
            case "FQDN" -> "[a-z0-9_.-]+\\.[a-z]+";
            case "IPAddress" -> "[0-9.]+|[0-9A-Fa-f:]+";
            case "LowercaseString" -> "[^A-Z]+";
            case "UppercaseString" -> "[^a-z]+";
            case "TLP" -> "WHITE|GREEN|AMBER|RED";
            case "ClassificationTaxonomy" -> "vulnerable|intrusions";
            case "ClassificationType" -> "vulnerable-system|system-compromise";
            case "String" -> "(?s).+";
            default -> throw new AssertionError("no rule for " + type[0]);
        };
        assertThat(text).as(name).matches(pattern);
    }

    @Test
    void a_feeds_label_is_a_web_shell_and_a_hunt_a_compromise() {
        assertThat(events().stream()
                        .map(event -> event.path("classification.identifier").asString(""))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "vulnerable-exchange-server",
                        "exchange-server-webshell",
                        "exchange-server-compromised",
                        "server-compromised");
    }

    @Test
    void the_table_says_what_the_lines_say() {
        var store = InventedStore.ofAllKinds();
        var servers = store.exposed("proxylogon");
        var rows = rows(Exports.intelMqCsv(servers, IMPRINT));
        var lines = Exports.intelMqLines(servers, IMPRINT)
                .lines()
                .map(OfficialSchemas::read)
                .toList();

        assertThat(rows).hasSize(lines.size() + 1);
        var header = rows.getFirst();
        for (int i = 0; i < lines.size(); i++) {
            for (int column = 0; column < header.size(); column++) {
                var value = lines.get(i).path(header.get(column));
                var cell = rows.get(i + 1).get(column);
                var plain = cell.startsWith("'") ? cell.substring(1) : cell;
                if (value.isArray()) {
                    var all = new ArrayList<String>();
                    value.forEach(item -> all.add(item.asString()));
                    assertThat(plain).isEqualTo(String.join(",", all));
                } else {
                    assertThat(plain).isEqualTo(value.asString(""));
                }
            }
        }
    }

    @Test
    void no_cell_is_a_formula_and_no_text_commands_a_terminal() {
        var csv = Exports.intelMqCsv(InventedStore.ofAllKinds().exposed("proxylogon"), IMPRINT);

        assertThat(csv).contains("'=cmd");
        for (var row : rows(csv)) {
            assertThat(row).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
        }
        assertThat(csv.replace("\r\n", "").chars()).noneMatch(Character::isISOControl);
        assertThat(csv).doesNotContain("\u202e");
    }

    @Test
    void a_server_of_hostile_texts_keeps_none_where_a_type_is_asked_for() {
        var server = InventedStore.bundled()
                .server(new Server(HOSTILE, 70_000, HOSTILE, HOSTILE, null), "15.1.2176.2")
                .exposed("proxylogon");
        var event = OfficialSchemas.read(Exports.intelMqLines(server, IMPRINT));

        assertThat(event.has("source.ip")).isFalse();
        assertThat(event.has("source.fqdn")).isFalse();
        assertThat(event.has("source.port")).isFalse();
        assertThat(event.path("source.local_hostname").asString("")).startsWith("=cmd");
    }

    private static List<JsonNode> events() {
        return Exports.intelMqLines(InventedStore.ofAllKinds().exposed("proxylogon"), IMPRINT)
                .lines()
                .map(OfficialSchemas::read)
                .toList();
    }

    /// Reads a table by RFC 4180.
    private static List<List<String>> rows(String csv) {
        var rows = new ArrayList<List<String>>();
        for (var line : csv.lines().toList()) {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString());
            rows.add(cells);
        }
        return rows;
    }
}
