// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.xarf;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.NameUuid;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;

/// One report (`xarf-core.json`). Its id is made of what it says, so that the same state makes the same report; the
/// schema asks for a UUID and its words for a random one.
public abstract sealed class XarfReport permits FlawReport, BreachReport {
    private static final String VERSION = "4.2.0";
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int LONGEST_NAME = 200;

    private final String source;
    final Exposed exposed;
    private final Imprint imprint;

    XarfReport(String source, Exposed exposed, Imprint imprint) {
        this.source = source;
        this.exposed = exposed;
        this.imprint = imprint;
    }

    /// What the report is about, next to the server.
    abstract String subject();

    abstract Instant time();

    abstract String description();

    /// Writes what is special to the kind.
    abstract void writeKind(JsonText json);

    /// The same in every run: of the publisher, the server, what is reported, and when it was seen.
    public final UUID id() {
        return NameUuid.own("xarf", imprint.named().url(), exposed.id(), subject(), time().toString());
    }

    /// Writes the report as one object.
    public final void write(JsonText json) {
        json.object().text("xarf_version", VERSION).text("report_id", id()).text("timestamp", time());
        party(json, "reporter");
        party(json, "sender");
        json.text("source_identifier", source);
        if (XarfReports.hasPort(exposed.server())) {
            json.number("source_port", portOf(exposed));
        }
        writeKind(json);
        json.text("description", cut(description(), LONGEST_DESCRIPTION)).end();
    }

    private void party(JsonText json, String role) {
        var publisher = imprint.named();
        json.object(role)
                .text("org", cut(publisher.name(), LONGEST_NAME))
                .text("contact", publisher.contact())
                .text("domain", publisher.domain())
                .end();
    }

    static int portOf(Exposed exposed) {
        Integer port = exposed.server().port();
        return port == null ? 0 : port;
    }

    static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
