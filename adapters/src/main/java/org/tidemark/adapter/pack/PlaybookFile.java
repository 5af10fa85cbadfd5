// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;
import org.tidemark.hunt.Playbook;
import org.tidemark.hunt.Stage;

/// `playbook.md` of a pack, and of each campaign: what to do, phase by phase. A page for people that is data as well.
///
/// Headings of the second level are phases, points below them are steps. A step may begin with the lowest grade from
/// which it is told, as in `[exploited]`; without one it is told of every attempt. Text before the first phase is for
/// who reads the file.
public final class PlaybookFile {
    static final String FILE = "playbook.md";
    private static final Pattern NAME = Pattern.compile("campaigns/([^/]+)/playbook\\.md");
    private static final Pattern MARK = Pattern.compile("\\[([a-z_ ]+)] (.*)");

    private PlaybookFile() {}

    /// The playbook of each campaign that the pack has one for, the pack's own steps among them; those of the pack
    /// alone stand under the empty name.
    ///
    /// @throws TidemarkException where a file is not as it must be
    public static Map<String, Playbook> read(PackFiles files) {
        try {
            var general = files.names().contains(FILE) ? read(files, FILE) : Playbook.EMPTY;
            var all = new TreeMap<String, Playbook>();
            all.put("", general);
            for (var name : files.names().stream().sorted().toList()) {
                var found = NAME.matcher(name);
                if (found.matches()) {
                    all.put(found.group(1), general.with(read(files, name)));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Playbook read(PackFiles files, String name) throws IOException {
        try (var in = files.open(name)) {
            var text = new String(in.readNBytes(PackContent.LARGEST_TEXT), StandardCharsets.UTF_8);
            return parse(files.display(name), text.lines().toList());
        }
    }

    private static Playbook parse(String file, List<String> lines) {
        var steps = new ArrayList<Playbook.Step>();
        Playbook.@Nullable Phase phase = null;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            int number = i + 1;
            if (line.startsWith("## ")) {
                phase = Playbook.Phase.of(line.substring(3).strip())
                        .orElseThrow(() -> fault(
                                file,
                                number,
                                "This is no phase. Phases are: "
                                        + String.join(
                                                ", ",
                                                Stream.of(Playbook.Phase.values())
                                                        .map(Playbook.Phase::title)
                                                        .toList())
                                        + "."));
            } else if (phase != null && !line.isEmpty()) {
                steps.add(step(file, number, phase, line));
            }
        }
        return new Playbook(steps);
    }

    private static Playbook.Step step(String file, int line, Playbook.Phase phase, String text) {
        if (!text.startsWith("- ")) {
            throw fault(file, line, "Below a phase only points stand, each in one line that begins with a dash.");
        }
        var marked = MARK.matcher(text.substring(2));
        return marked.matches()
                ? new Playbook.Step(phase, stage(file, line, marked.group(1)), marked.group(2))
                : new Playbook.Step(phase, Stage.ATTEMPTED, text.substring(2));
    }

    private static Stage stage(String file, int line, String name) {
        return Stream.of(Stage.values())
                .filter(stage ->
                        stage.name().equals(name.toUpperCase(Locale.ROOT).replace(' ', '_')))
                .findFirst()
                .orElseThrow(() -> fault(file, line, "There is no grade [" + name + "]."));
    }

    private static TidemarkException fault(String file, int line, String cause) {
        return new TidemarkException(ErrorCode.PACK, file + ":" + line + ": " + cause);
    }
}
