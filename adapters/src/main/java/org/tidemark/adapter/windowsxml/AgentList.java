// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import java.io.IOException;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.hunt.Kind;

/// The list of transport agents (`agents.config`, `fetagents.config`): each sees every message.
///
/// One record an agent, with the fields `agentname`, `basetype`, `classfactory`, `assemblypath`,
/// `enabled`; and as every entry of a configuration `entry`, `name`, `code`, `image`.
public final class AgentList implements EvidenceFormat {
    @Override
    public Format.Claim claim(Head head, Origin origin) {
        var text = head.start();
        return text.contains("<mexRuntime") && text.contains("<agentList") ? Format.Claim.CERTAIN : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException, BadRecord {
        var agents = new long[1];
        try {
            XmlCursor.read(document, xml -> part(xml, document.origin(), agents, sink));
        } finally {
            FieldsOfFile.seen(Kind.CONFIG, document.file(), agents[0], sink);
        }
    }

    private static void part(XmlCursor xml, Origin origin, long[] agents, EvidenceSink sink)
            throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            if (name.equals("agent")) {
                var fields = new FieldsOfFile();
                fields.add("entry", "transport-agent");
                fields.add("name", xml.attribute("name"));
                fields.add("code", xml.attribute("classFactory"));
                fields.add("image", xml.attribute("assemblyPath"));
                fields.add("agentname", xml.attribute("name"));
                for (var attribute : new String[] {"baseType", "classFactory", "assemblyPath", "enabled"}) {
                    fields.add(attribute, xml.attribute(attribute));
                }
                fields.give(Kind.CONFIG, origin, ++agents[0], sink);
            } else if (name.equals("mexRuntime") || name.equals("agentList")) {
                part(xml, origin, agents, sink);
            }
        }
    }
}
