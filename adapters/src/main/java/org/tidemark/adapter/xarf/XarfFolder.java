// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.NewFile;
import org.tidemark.export.Exposed;

/// Reports as files of a folder, each named by its id: what a mail gets as an attachment. Keeps nothing of what it
/// wrote.
public final class XarfFolder implements Consumer<Exposed> {
    private final Path folder;
    private final XarfReports reports;
    private long written;

    /// @param folder is there
    public XarfFolder(Path folder, XarfReports reports) {
        this.folder = folder;
        this.reports = reports;
    }

    @Override
    public void accept(Exposed exposed) {
        for (var report : reports.of(exposed)) {
            try (var file = NewFile.at(folder.resolve(report.id() + ".json"))) {
                try (var json = JsonText.document(file.out())) {
                    report.write(json);
                }
                file.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written++;
        }
    }

    /// How many reports were written.
    public long written() {
        return written;
    }
}
