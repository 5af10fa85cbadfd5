// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.FamilyIdentifier;
import org.tidemark.exposure.Flag;
import org.tidemark.exposure.Identifier;
import org.tidemark.exposure.Sighting;

/// What evidence means, as `decisions/fingerprints.csv` states it.
class FingerprintDecisionTest {
    private static final Identifier IDENTIFIER = identifier();

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return VerdictDecisionTest.rows("decisions/fingerprints.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        "line " + row.getStartingLineNumber() + ": " + row.getFields(), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        var server = Server.at("192.0.2.1", 443).withHost("server.example");
        var source = new Sighting.Source("table.csv", row.getStartingLineNumber(), "table");

        var seen = IDENTIFIER.identify(new Sighting(server, null, evidence(row), Map.of(), source));

        assertThat(text(seen.family())).as(seen.toString()).isEqualTo(row.getField("family"));
        assertThat(text(seen.build())).as(seen.toString()).isEqualTo(row.getField("build"));
        assertThat(seen.method()).as(seen.toString()).isEqualTo(row.getField("method"));
        assertThat(seen.confidence().id()).as(seen.toString()).isEqualTo(row.getField("confidence"));
        assertThat(String.join(" ", seen.flags().stream().map(Flag::id).sorted().toList()))
                .as(seen.toString())
                .isEqualTo(row.getField("flags"));
        assertThat(seen.reason()).isNotBlank();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<Evidence> evidence(NamedCsvRecord row) {
        var evidence = new ArrayList<Evidence>();
        var headers = new ArrayList<Evidence.Header>();
        for (var header : parts(row.getField("headers"))) {
            int colon = header.indexOf(": ");
            headers.add(new Evidence.Header(header.substring(0, colon), header.substring(colon + 2)));
        }
        if (!headers.isEmpty() || !row.getField("body").isEmpty()) {
            var path = row.getField("path").isEmpty() ? "/owa/auth/logon.aspx" : row.getField("path");
            evidence.add(new Evidence.HttpAnswer("server.example", path, 200, headers, row.getField("body"), false));
        }
        if (!row.getField("banner").isEmpty()) {
            evidence.add(new Evidence.Banner("", row.getField("banner")));
        }
        if (!row.getField("icon").isEmpty()) {
            evidence.add(new Evidence.IconHash(Integer.parseInt(row.getField("icon"))));
        }
        for (var stated : parts(row.getField("stated"))) {
            int colon = stated.indexOf(':');
            evidence.add(stated(stated.substring(0, colon), stated.substring(colon + 1)));
        }
        for (var tag : row.getField("tags").split(" ", -1)) {
            if (!tag.isEmpty()) {
                evidence.add(new Evidence.Tag(tag));
            }
        }
        return evidence;
    }

    private static Evidence stated(String basis, String text) {
        return switch (basis) {
            case "file" -> new Evidence.StatedVersion(Evidence.Basis.FILE, text);
            case "report" -> new Evidence.StatedVersion(Evidence.Basis.REPORT, text);
            case "inventory" -> new Evidence.StatedVersion(Evidence.Basis.INVENTORY, text);
            case "name" -> new Evidence.StatedName(text);
            default -> throw new IllegalArgumentException(basis);
        };
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" \\| ", -1));
    }

    private static Identifier identifier() {
        var usable = PackReader.read(PackFiles.bundled(FingerprintDecisionTest.class.getClassLoader(), "exchange"))
                .usableOrThrow();
        var subjects = new SubjectReader(usable.catalogue());
        return new Identifier(List.of(new FamilyIdentifier(usable.catalogue(), subjects, usable.fingerprints())));
    }
}
