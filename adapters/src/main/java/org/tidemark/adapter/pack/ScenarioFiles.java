// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.run.ScenarioText;

/// `scenarios/<name>/scenario.yaml` and `mix.csv` beside it: what a simulated population lives through.
///
/// Only a simulation needs them, so they are read when it asks; what they say, its own reader knows.
public final class ScenarioFiles {
    private static final String SHEET = "scenario.yaml";
    private static final String MIX = "mix.csv";
    private static final Pattern FILE = Pattern.compile("scenarios/([^/]+)/(?:scenario\\.yaml|mix\\.csv)");

    private ScenarioFiles() {}

    static boolean isOne(String name) {
        return FILE.matcher(name).matches();
    }

    /// The scenarios of a pack in the order of their names.
    public static List<ScenarioText> read(PackFiles files) {
        var scenarios = new ArrayList<ScenarioText>();
        try {
            for (var name : files.names().stream().sorted().toList()) {
                var found = FILE.matcher(name);
                if (found.matches() && name.endsWith(SHEET)) {
                    var folder = name.substring(0, name.length() - SHEET.length());
                    scenarios.add(new ScenarioText(
                            found.group(1), files.display(folder), text(files, name), text(files, folder + MIX)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    /// Empty where there is none: then the reader of scenarios says what is missing.
    private static String text(PackFiles files, String name) throws IOException {
        if (!files.names().contains(name)) {
            return "";
        }
        try (var in = files.open(name)) {
            return new String(in.readNBytes(PackContent.LARGEST_TEXT), StandardCharsets.UTF_8);
        }
    }
}
