// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.registry;

import java.util.List;
import java.util.Set;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.eventjson.EventJsonLines;
import org.tidemark.adapter.evtx.EvtxEvidence;
import org.tidemark.adapter.fieldlog.CommaLog;
import org.tidemark.adapter.fieldlog.MessageLog;
import org.tidemark.adapter.fieldlog.WebServerLog;
import org.tidemark.adapter.scannerlog.ScannerLog;
import org.tidemark.adapter.webfile.FileList;
import org.tidemark.adapter.webfile.WebFile;
import org.tidemark.adapter.windowsxml.AgentList;
import org.tidemark.adapter.windowsxml.ScheduledTask;
import org.tidemark.adapter.windowsxml.WebServerSettings;
import org.tidemark.hunt.Kind;

/// All forms of evidence that can be read, in a fixed order: where two are equally sure of a file, the first reads it.
public final class EvidenceFormats {
    public static final List<EvidenceFormat> ALL = List.of(
            new WebServerLog(),
            new CommaLog(Kind.HTTP_PROXY, Set.of("anchormailbox")),
            new CommaLog(Kind.RPS, Set.of("clientinfo", "urlstem")),
            new CommaLog(Kind.CMDLET, Set.of("cmdlet", "parameters")),
            new CommaLog(Kind.REQUEST_FILTERING, Set.of("scanresult")),
            new CommaLog(Kind.ECP, Set.of("timestamp", "servername", "eventdata")),
            new EvtxEvidence(),
            new EventJsonLines(),
            new ScheduledTask(),
            new AgentList(),
            new WebServerSettings(),
            new ScannerLog(),
            new MessageLog(),
            new FileList(),
            new WebFile());

    private EvidenceFormats() {}
}
