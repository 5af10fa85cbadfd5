// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import org.tidemark.run.Imported;
import org.tidemark.run.StoredFile;

/// What was taken in, a row for each file.
final class ImportRows {
    private static final String LINE = "%-10s %12s %12s  %s%n";

    private final Answer answer;
    private long files;
    private long fresh;
    private long records;
    private long observations;

    ImportRows(Answer answer) {
        this.answer = answer;
        if (answer.forPeople()) {
            answer.people().printf(LINE, "", "RECORDS", "KEPT", "FILE");
        }
    }

    /// @param name the name under which the file was given this time
    void tell(String name, Imported imported) {
        switch (imported) {
            case Imported.New(var file) -> {
                fresh++;
                records += file.records();
                observations += file.observations();
                row(name, file, true);
            }
            case Imported.AlreadyIn(var file) -> row(name, file, false);
        }
        files++;
    }

    private void row(String name, StoredFile file, boolean isNew) {
        answer.row(Row.of("imported")
                .put("file", name)
                .put("sha256", file.sha256())
                .put("bytes", file.bytes())
                .put("records", file.records())
                .put("observations", file.observations())
                .put("problems", file.problems())
                .put("formats", file.formats())
                .put("new", isNew));
        if (answer.forPeople()) {
            answer.people()
                    .printf(
                            LINE,
                            isNew ? "new" : "already in",
                            file.records(),
                            file.observations(),
                            Terminal.safe(name));
        }
    }

    /// Writes the summary and gives the exit status.
    int finish(long skipped) {
        return answer.finish(Row.of("summary")
                .put("files", files)
                .put("new", fresh)
                .put("alreadyIn", files - fresh)
                .put("records", records)
                .put("observations", observations)
                .put("skipped", skipped));
    }
}
