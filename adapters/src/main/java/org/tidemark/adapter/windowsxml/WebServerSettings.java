// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.XmlCursor;
import org.tidemark.hunt.Kind;

/// The settings of a web server and all its sites (`applicationHost.config`).
///
/// One record an entry. `entry` says what it is: `native-module`, `managed-module`, `isapi-filter`,
/// `handler`, `application-pool`, `virtual-directory` or `logging`. Fields by entry: `name`; `image`,
/// the file that runs, with the folder of Windows written out; `code`, the class that runs, or whose
/// account a pool has; `location`, the site that it is set for; `handlerpath`, `scriptprocessor`;
/// `username`; `virtualpath`, `physicalpath`; `dontlog`.
public final class WebServerSettings implements EvidenceFormat {
    private static final Pattern ROOT = Pattern.compile("<configuration[\\s>]");

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        boolean it = ROOT.matcher(head.start()).find() && head.text().contains("<system.applicationHost");
        return it ? Format.Claim.CERTAIN : Format.Claim.NO;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException, BadRecord {
        var reading = new Reading(document.origin(), sink);
        try {
            XmlCursor.read(document, xml -> reading.section(xml, ""));
        } finally {
            FieldsOfFile.seen(Kind.CONFIG, document.file(), reading.entries, sink);
        }
    }

    private static final class Reading {
        private final Origin origin;
        private final EvidenceSink sink;
        private long entries;

        Reading(Origin origin, EvidenceSink sink) {
            this.origin = origin;
            this.sink = sink;
        }

        /// @param location the site or folder that the section is for; empty for all
        void section(XmlCursor xml, String location) throws IOException, BadRecord {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                switch (name) {
                    case "location" -> section(xml, orEmpty(xml.attribute("path")));
                    case "system.webServer", "system.applicationHost", "sites" -> section(xml, location);
                    case "globalModules" -> list(xml, "native-module", location);
                    case "modules" -> list(xml, "managed-module", location);
                    case "isapiFilters" -> list(xml, "isapi-filter", location);
                    case "handlers" -> list(xml, "handler", location);
                    case "httpLogging" -> {
                        var fields = of("logging", location);
                        fields.add("dontlog", xml.attribute("dontLog"));
                        give(fields);
                    }
                    case "applicationPools" -> pools(xml);
                    case "site" -> site(xml, orEmpty(xml.attribute("name")), "");
                    default -> {}
                }
            }
        }

        private void list(XmlCursor xml, String entry, String location) throws IOException, BadRecord {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                var code = xml.attribute("type");
                boolean none = entry.equals("managed-module") && code == null; // it only names a native one
                if (none || !(name.equals("add") || name.equals("filter"))) {
                    continue;
                }
                var fields = of(entry, location);
                fields.add("name", xml.attribute("name"));
                fields.add("code", code);
                if (entry.equals("handler")) {
                    fields.add("handlerpath", xml.attribute("path"));
                    fields.add("scriptprocessor", written(xml.attribute("scriptProcessor")));
                } else {
                    var image = xml.attribute("image");
                    fields.add("image", written(image == null ? xml.attribute("path") : image));
                }
                give(fields);
            }
        }

        private void pools(XmlCursor xml) throws IOException, BadRecord {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                if (name.equals("add")) {
                    var fields = of("application-pool", "");
                    fields.add("name", xml.attribute("name"));
                    xml.enter();
                    for (var part = xml.child(); part != null; part = xml.child()) {
                        if (part.equals("processModel")) {
                            fields.add("code", xml.attribute("identityType"));
                            fields.add("username", xml.attribute("userName"));
                        }
                    }
                    give(fields);
                }
            }
        }

        /// @param application the path of the application that is entered; empty in the site itself
        private void site(XmlCursor xml, String site, String application) throws IOException, BadRecord {
            xml.enter();
            for (var name = xml.child(); name != null; name = xml.child()) {
                if (name.equals("application")) {
                    site(xml, site, orEmpty(xml.attribute("path")));
                } else if (name.equals("virtualDirectory")) {
                    var path = orEmpty(xml.attribute("path"));
                    var fields = of("virtual-directory", site);
                    fields.add("name", site + application + path);
                    fields.add("virtualpath", application.equals("/") ? path : application + path);
                    fields.add("physicalpath", written(xml.attribute("physicalPath")));
                    give(fields);
                }
            }
        }

        private static FieldsOfFile of(String entry, String location) {
            var fields = new FieldsOfFile();
            fields.add("entry", entry);
            fields.add("location", location);
            return fields;
        }

        private void give(FieldsOfFile fields) {
            fields.give(Kind.CONFIG, origin, ++entries, sink);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        private static @Nullable String written(@Nullable String path) {
            return path == null
                    ? null
                    : path.replaceAll("(?i)%(?:windir|SystemRoot)%", "C:\\\\Windows")
                            .replaceAll("(?i)%SystemDrive%", "C:");
        }
    }
}
