// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.tidemark.fault.Problem;

/// Problems as rows, and as sentences for people.
final class Problems {
    private Problems() {}

    static Row row(Problem problem) {
        var place = problem.place();
        return Row.of("problem")
                .put("file", place.file())
                .put("line", place.line())
                .put("record", place.record())
                .put("offset", place.offset())
                .put("cause", problem.cause())
                .put("cure", problem.cure());
    }

    static String sentence(Row problem) {
        var line = problem.text("line");
        var at = problem.text("file") + (line.isEmpty() ? "" : ":" + line);
        return Terminal.safe(at + ": " + problem.text("cause") + " " + problem.text("cure"));
    }
}
