// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.hunt.Kind;

/// A scheduled task, as it lies below `System32\Tasks` or was exported (MS-TSCH, section 2.5).
///
/// Fields: `taskname`, `author`, `date`, `userid`, `groupid`, `runlevel`, `enabled`, `hidden`, and for every action
/// `command`, `arguments`, and `action`, the two together. What PowerShell was given in Base64 is `decoded` besides.
public final class ScheduledTask implements EvidenceFormat {
    private static final Pattern ROOT = Pattern.compile("<Task[\\s>]");
    private static final String NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task";
    private static final Pattern ENCODED = Pattern.compile(
            "(?i)(?:^|\\s)[-/]e(?:c|nc|nco|ncod|ncode|ncoded|ncodedcommand)?\\s+([A-Za-z0-9+/]{8,}={0,2})");

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        var text = head.start();
        return ROOT.matcher(text).find() && text.contains(NAMESPACE) ? Format.Claim.CERTAIN : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException, BadRecord {
        var fields = new FieldsOfFile();
        try {
            XmlCursor.read(document, xml -> part(xml, fields));
        } finally {
            if (fields.values("taskname").isEmpty()) {
                fields.add("taskname", "\\" + document.file().replaceAll(".*[/\\\\!]", ""));
            }
            fields.give(Kind.TASK, document.origin(), 1, sink);
            FieldsOfFile.seen(Kind.TASK, document.file(), 1, sink);
        }
    }

    /// The elements asked for have names of their own, wherever they stand.
    private static void part(XmlCursor xml, FieldsOfFile fields) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "URI" -> fields.add("taskname", xml.text());
                case "Author", "Date", "UserId", "GroupId", "RunLevel", "Hidden" -> fields.add(name, xml.text());
                case "Exec" -> action(xml, fields);
                case "Settings", "RegistrationInfo", "Principals", "Principal", "Actions" -> part(xml, fields);
                default -> {}
            }
        }
    }

    private static void action(XmlCursor xml, FieldsOfFile fields) throws IOException, BadRecord {
        var command = "";
        var arguments = "";
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "Command" -> command = xml.text();
                case "Arguments" -> arguments = xml.text();
                default -> {}
            }
        }
        fields.add("command", command);
        fields.add("arguments", arguments);
        fields.add("action", command + " " + arguments);
        var encoded = ENCODED.matcher(arguments);
        if (encoded.find()) {
            fields.add("decoded", decoded(encoded.group(1)));
        }
    }

    /// PowerShell takes UTF-16 in Base64.
    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_16LE);
        } catch (IllegalArgumentException e) {
            return ""; // cut off, or none
        }
    }
}
