// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.stix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Imprint;
import org.tidemark.export.Tlp;

/// Objects of a bundle with what all of them have: who made them, when, and who may read them.
final class StixObjects {
    private static final String VERSION = "2.1";
    /// Times end in Z and have milliseconds (STIX 2.1, 2.16 and 3.2).
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /// Of the extension that brings the labels of TLP 2.0 (oasis-open/cti-stix-common-objects).
    private static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private final JsonText json;
    private final Imprint imprint;
    private final String marking;
    private final @Nullable StixId author;
    private final Set<StixId> once = new HashSet<>();
    private long written;

    StixObjects(JsonText json, Imprint imprint) {
        this.json = json;
        this.imprint = imprint;
        this.marking = marking(imprint.tlp());
        var publisher = imprint.publisher();
        this.author = publisher == null ? null : StixId.of("identity", publisher.name(), publisher.url());
    }

    /// The five objects have ids of their own; others are not understood by any reader.
    private static String marking(Tlp tlp) {
        return "marking-definition--"
                + switch (tlp) {
                    case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
                    case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
                    case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
                    case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
                    case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
                };
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// How many objects were written.
    long written() {
        return written;
    }

    /// Whether an object is to be written now: it was not yet.
    boolean isNew(StixId id) {
        return once.add(id);
    }

    /// The label, as the extension has it and without the `definition` of TLP 1; and the publisher.
    void head() {
        written++;
        json.object()
                .text("type", "marking-definition")
                .text("spec_version", VERSION)
                .text("id", marking)
                .text("created", "2022-10-01T00:00:00.000Z")
                .text("name", "TLP:" + imprint.tlp().label())
                .object("extensions")
                .object(TLP_EXTENSION)
                .text("extension_type", "property-extension")
                .text("tlp_2_0", imprint.tlp().label().toLowerCase(Locale.ROOT))
                .end()
                .end()
                .end();
        var publisher = imprint.publisher();
        if (publisher != null && author != null) {
            // Nobody knows when the publisher came to be; the same object must have the same time in every bundle.
            begin(author, Instant.EPOCH, Instant.EPOCH)
                    .text("name", publisher.name())
                    .text("identity_class", "organization")
                    .text("contact_information", publisher.contact());
            end();
        }
    }

    /// Begins an object; [#end] ends it.
    JsonText begin(StixId id, Instant created, Instant modified) {
        written++;
        json.object()
                .text("type", type(id))
                .text("spec_version", VERSION)
                .text("id", id)
                .text("created_by_ref", author)
                .text("created", time(created))
                .text("modified", time(modified.isBefore(created) ? created : modified));
        return json;
    }

    void end() {
        json.texts("object_marking_refs", List.of(marking)).end();
    }

    /// An observable: it has no maker and no times. Written once.
    StixId observable(String type, Map<String, String> contributing) {
        var id = StixId.observable(type, contributing);
        if (isNew(id)) {
            written++;
            json.object().text("type", type).text("spec_version", VERSION).text("id", id);
            contributing.forEach(json::text);
            end();
        }
        return id;
    }

    void relationship(StixId source, String type, StixId target, Instant created, Instant modified) {
        var id = StixId.of("relationship", source.text(), type, target.text());
        if (isNew(id, type)) {
            begin(id, created, modified)
                    .text("relationship_type", type)
                    .text("source_ref", source)
                    .text("target_ref", target);
            end();
        }
    }

    /// Only what may come again is remembered: those of a server come once.
    private boolean isNew(StixId id, String type) {
        return !type.equals("remediates") || isNew(id);
    }

    private static String type(StixId id) {
        return id.text().substring(0, id.text().indexOf("--"));
    }
}
