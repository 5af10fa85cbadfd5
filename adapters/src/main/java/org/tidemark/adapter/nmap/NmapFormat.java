// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.DocumentFormat;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.XmlCursor;

/// nmap's `-oX`. Each port that is not closed is a sighting; what scripts printed is the evidence.
public final class NmapFormat implements DocumentFormat {
    static final String ID = "nmap";

    private static final Pattern ROOT = Pattern.compile("<nmaprun[\\s>]");
    private static final Pattern OTHER = Pattern.compile("scanner=[\"']masscan[\"']");
    private static final Pattern PATH = Pattern.compile("http-headers\\.path=[\"']?([^\\s,\"']{1,2000})");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var text = head.start();
        return ROOT.matcher(text).find() && !OTHER.matcher(text).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public void read(Document document, Sink sink) throws IOException, BadRecord {
        XmlCursor.read(document, xml -> {
            var path = askedPath(xml.attribute("args"));
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                if (name.equals("host")) {
                    new NmapHost(document.file(), path).read(xml).sightings().forEach(sink::sighting);
                }
            }
        });
    }

    /// The path that the script http-headers was told to ask for, which only the command line says.
    private static @Nullable String askedPath(@Nullable String arguments) {
        var path = PATH.matcher(arguments == null ? "" : arguments);
        return path.find() ? path.group(1) : null;
    }
}
