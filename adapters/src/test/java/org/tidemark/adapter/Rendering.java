// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Sighting;
import org.tidemark.fault.Problem;

/// Writes down what a reader gave, short enough to be read in a diff: bodies as their length and first words.
public class Rendering implements Sink {
    private final List<String> lines = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void sighting(Sighting sighting) {
        sightings.add(sighting);
        lines.add(render(sighting));
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
        lines.add(render(problem));
    }

    public List<Sighting> sightings() {
        return sightings;
    }

    public List<Problem> problems() {
        return problems;
    }

    /// Everything in the order in which it came.
    public String text() {
        return String.join("", lines);
    }

    /// The sightings without their places, for inputs that say the same in another way.
    public List<String> contents() {
        return sightings.stream()
                .map(s -> render(s).replaceFirst("^line \\S+ ", ""))
                .toList();
    }

    private static String render(Sighting sighting) {
        var server = sighting.server();
        var text = new StringBuilder();
        text.append("line ").append(sighting.source().line()).append(' ').append(server.display());
        add(text, "host", server.host());
        add(text, "name", server.name());
        add(text, "certificate", server.certificate());
        add(text, "at", sighting.seenAt());
        text.append('\n');
        new TreeMap<>(sighting.attributes())
                .forEach((key, value) -> text.append("  @" + key + " " + oneLine(value) + "\n"));
        sighting.evidence().forEach(evidence -> text.append("  " + render(evidence) + "\n"));
        return text.toString();
    }

    private static void add(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append(' ').append(name).append('=').append(oneLine(value.toString()));
        }
    }

    private static String render(Evidence evidence) {
        return switch (evidence) {
            case Evidence.HttpAnswer http -> render(http);
            case Evidence.Banner banner -> "banner " + banner.service() + " " + oneLine(banner.text());
            case Evidence.IconHash icon -> "icon " + icon.murmur3();
            case Evidence.StatedVersion version -> version.basis().method() + " " + version.text();
            case Evidence.Tag tag -> "tag " + tag.text();
            case Evidence.InstalledPackage installed -> "installed " + installed.kb();
            case Evidence.SettingSeen setting -> "setting " + setting.name() + "=" + setting.value();
            case Evidence.StatedName name -> "named " + name.text();
        };
    }

    private static String render(Evidence.HttpAnswer http) {
        var text = new StringBuilder("http " + http.status());
        text.append(' ').append(http.host()).append(' ').append(http.path());
        int size = http.body().getBytes(StandardCharsets.UTF_8).length;
        text.append(" body ").append(size).append(http.truncated() ? " cut off" : "");
        http.headers().forEach(header -> text.append("\n    " + header.name() + ": " + oneLine(header.value())));
        if (size > 0) {
            text.append("\n    | ").append(oneLine(http.body()));
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .limit(160)
                .forEach(c -> line.append(c >= ' ' && c != 0x7F ? Character.toString(c) : String.format("\\u%04x", c)));
        return line.toString();
    }

    private static String render(Problem problem) {
        var place = problem.place();
        var name = place.file().substring(place.file().lastIndexOf('/') + 1);
        return "problem " + name + " line " + place.line() + " offset " + place.offset() + ": " + problem.cause()
                + " | " + problem.cure() + "\n";
    }
}
