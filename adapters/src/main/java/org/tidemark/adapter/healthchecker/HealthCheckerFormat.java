// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Sink;

/// Exchange HealthChecker's report of a server (`HealthChecker-<server>-<time>.xml`), and exports by Export-Clixml of
/// what it reads: `Get-ExchangeServer`, and the file version of ExSetup.exe.
public final class HealthCheckerFormat implements DocumentFormat {
    static final String ID = "healthchecker";

    private static final Pattern SUBJECT =
            Pattern.compile("HealthCheckerExchangeServer|Directory\\.Management\\.ExchangeServer|(?i:ExSetup\\.exe)");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var text = head.text();
        boolean export = text.contains("<Objs") && text.contains(CliXml.NAMESPACE);
        return export && SUBJECT.matcher(text).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public void read(Document document, Sink sink) throws IOException, BadRecord {
        int found = 0;
        for (var root : CliXml.read(document)) {
            for (var object : root.list().orElse(List.of())) {
                var sighting = new ReportedServer(object, document.file(), sink).sighting();
                sighting.ifPresent(sink::sighting);
                found += sighting.isPresent() ? 1 : 0;
            }
        }
        if (found == 0) {
            throw new BadRecord(
                    "Nothing in this export tells a server or its version.",
                    "Give the HealthChecker-*.xml file, or export Get-ExchangeServer by Export-Clixml.");
        }
    }
}
