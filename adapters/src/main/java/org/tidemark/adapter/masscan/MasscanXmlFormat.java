// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.masscan;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Sighting;

/// masscan's `-oX`, which borrows nmap's element names; each `host` holds one port.
public final class MasscanXmlFormat implements DocumentFormat {
    private static final Pattern ROOT = Pattern.compile("<nmaprun\\s[^>]{0,2000}?scanner=[\"']masscan[\"']");
    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

    @Override
    public String id() {
        return MasscanFormat.ID;
    }

    @Override
    public Claim claim(Head head) {
        return ROOT.matcher(head.start()).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public void read(Document document, Sink sink) throws IOException, BadRecord {
        XmlCursor.read(document, xml -> {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                if (name.equals("host")) {
                    readHost(xml, document.file(), sink);
                }
            }
        });
    }

    private static void readHost(XmlCursor xml, String file, Sink sink) throws IOException, BadRecord {
        var source = new Sighting.Source(file, xml.line(), MasscanFormat.ID);
        var seenAt = Times.epochSecond(xml.attribute("endtime"));
        String ip = null;
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "address" -> ip = xml.attribute("addr");
                case "ports" -> {
                    xml.enter();
                    while (xml.child() != null) {
                        sink.sighting(port(xml, ip, seenAt, source));
                    }
                }
                default -> {}
            }
        }
    }

    private static Sighting port(XmlCursor xml, @Nullable String ip, @Nullable Instant seenAt, Sighting.Source source)
            throws IOException, BadRecord {
        var port = org.tidemark.adapter.Numbers.port(xml.attribute("portid"));
        List<Evidence> evidence = List.of();
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            if (name.equals("service")) {
                var banner = xml.attribute("banner");
                evidence = new MasscanBanner(xml.attribute("name"), banner == null ? "" : plain(banner)).evidence();
            }
        }
        return new Sighting(Server.at(ip, port), seenAt, evidence, Map.of(), source);
    }

    /// In XML every character that is not plain is written as `\x3c` (`normalize_string` in masscan).
    private static String plain(String banner) {
        return ESCAPED.matcher(banner)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
