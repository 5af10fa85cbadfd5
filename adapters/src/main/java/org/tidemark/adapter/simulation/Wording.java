// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.util.List;
import java.util.Map;

/// How what was seen is put into files: names, tags and the answers of servers, all from the scenario.
///
/// @param answers what the web scan gets
public record Wording(Feed feed, Grab grab, List<Answer> answers) {

    /// @param file what the file's name has after the day
    /// @param tag stands on every row
    /// @param flawTag stands beside it where the sensor found the flaw
    /// @param mitigatedTag stands beside it where the flaw is mitigated
    public record Feed(String file, String sensor, String method, String tag, String flawTag, String mitigatedTag) {}

    /// @param file what the file's name has after the day
    public record Grab(String file, String sensor, String method) {}

    /// One answer. `{build}`, `{branch}` and `{name}` in headers and page stand for what the server shows.
    ///
    /// @param lines what builds begin with that answer so
    /// @param parts how many parts of the build it shows
    public record Answer(
            String lines,
            int parts,
            String path,
            String type,
            String server,
            Map<String, String> headers,
            String body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    public Wording {
        answers = List.copyOf(answers);
    }

    /// The answer of a server on this build that shows so many parts.
    Answer answer(String build, int parts) {
        return answers.stream()
                .filter(answer -> answer.parts == parts && build.startsWith(answer.lines))
                .findFirst()
                .orElseThrow(() -> Sheet.fault(
                        "answers", "No answer of " + parts + " parts is there for the build " + build + "."));
    }
}
