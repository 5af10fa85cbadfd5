// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.ocsf;

import java.io.OutputStream;
import java.util.function.Consumer;
import org.tidemark.adapter.JsonText;
import org.tidemark.advisory.Verdict;
import org.tidemark.export.Background;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;

/// Events as JSON Lines. Keeps nothing of what it wrote.
///
/// A flaw that a server was never said to have is no finding, so NOT_APPLICABLE makes no event. FIXED makes one with
/// the status *Resolved*: it closes the finding of the same id that an earlier export may have opened.
public final class OcsfLines implements Consumer<Exposed>, AutoCloseable {
    private final JsonText json;
    private final VulnerabilityFinding vulnerability;
    private final DetectionFinding detection;
    private long written;

    /// @param out stays open
    public OcsfLines(OutputStream out, Background background, Imprint imprint) {
        this.json = JsonText.lines(out);
        this.vulnerability = new VulnerabilityFinding(json, background, imprint);
        this.detection = new DetectionFinding(json, background, imprint);
    }

    @Override
    public void accept(Exposed exposed) {
        for (var flaw : exposed.flaws()) {
            if (flaw.verdict() != Verdict.Kind.NOT_APPLICABLE) {
                vulnerability.write(exposed, flaw);
                written++;
            }
        }
        for (var intrusion : exposed.intrusions()) {
            if (intrusion.stage().isShown()) {
                detection.write(exposed, intrusion);
                written++;
            }
        }
    }

    /// How many events were written.
    public long written() {
        return written;
    }

    @Override
    public void close() {
        json.close();
    }
}
