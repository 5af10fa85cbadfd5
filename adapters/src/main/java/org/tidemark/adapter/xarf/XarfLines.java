// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.io.OutputStream;
import java.util.function.Consumer;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Exposed;

/// Reports as JSON Lines, one a line. Keeps nothing of what it wrote.
public final class XarfLines implements Consumer<Exposed>, AutoCloseable {
    private final JsonText json;
    private final XarfReports reports;
    private long written;

    /// @param out stays open
    public XarfLines(OutputStream out, XarfReports reports) {
        this.json = JsonText.lines(out);
        this.reports = reports;
    }

    @Override
    public void accept(Exposed exposed) {
        for (var report : reports.of(exposed)) {
            report.write(json);
            written++;
        }
    }

    /// How many reports were written.
    public long written() {
        return written;
    }

    @Override
    public void close() {
        json.close();
    }
}
