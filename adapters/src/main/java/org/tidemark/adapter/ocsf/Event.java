// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.ocsf;

import java.time.Instant;
import org.tidemark.adapter.HostName;
import org.tidemark.adapter.JsonText;
import org.tidemark.adapter.NameUuid;
import org.tidemark.asset.Address;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;
import org.tidemark.export.Severity;

/// What events of all classes of the category *Findings* have in common. Times are milliseconds (`timestamp_t`); a name
/// beside an id is the caption of that id.
final class Event {
    private static final String SCHEMA = "1.8.0";
    private static final int CATEGORY = 2;
    private static final int PER_CLASS = 100;
    private static final int AFFECTED = 3;

    /// Values of an enumeration of the schema.
    enum Activity {
        CREATE(1, "Create"),
        UPDATE(2, "Update"),
        CLOSE(3, "Close");

        private final int id;
        private final String caption;

        Activity(int id, String caption) {
            this.id = id;
            this.caption = caption;
        }
    }

    /// Values of an enumeration of the schema.
    enum Status {
        NEW(1, "New"),
        RESOLVED(4, "Resolved"),
        /// The schema has no word for a flaw that the evidence does not decide.
        OTHER(99, "Not decided");

        private final int id;
        private final String caption;

        Status(int id, String caption) {
            this.id = id;
            this.caption = caption;
        }
    }

    private final JsonText json;
    private final Imprint imprint;
    private final int number;
    private final String name;

    /// @param number of the class
    /// @param name its caption
    Event(JsonText json, Imprint imprint, int number, String name) {
        this.json = json;
        this.imprint = imprint;
        this.number = number;
        this.name = name;
    }

    /// Begins an event.
    ///
    /// @param finding the id of the finding, the same in every export
    void begin(Activity activity, Status status, String finding, Instant at) {
        json.object()
                .number("activity_id", activity.id)
                .text("activity_name", activity.caption)
                .number("category_uid", CATEGORY)
                .text("category_name", "Findings")
                .number("class_uid", number)
                .text("class_name", name)
                .number("type_uid", (long) number * PER_CLASS + activity.id)
                .text("type_name", name + ": " + activity.caption)
                .number("time", at.toEpochMilli())
                .number("status_id", status.id)
                .text("status", status.caption);
        metadata(activity, finding, at);
    }

    private void metadata(Activity activity, String finding, Instant at) {
        json.object("metadata")
                .text("version", SCHEMA)
                .text("uid", NameUuid.own("ocsf event", finding, at.toString(), activity.caption))
                .object("product")
                .text("name", "Tidemark")
                .text("version", imprint.version())
                .end();
        var publisher = imprint.publisher();
        if (publisher != null) {
            json.object("reporter").text("name", publisher.name()).end();
        }
        json.texts("labels", java.util.List.of("TLP:" + imprint.tlp().label())).end();
    }

    void severity(Severity severity) {
        int id = switch (severity) {
            case UNKNOWN -> 0;
            case NONE -> 1;
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
        json.number("severity_id", id).text("severity", caption(severity));
    }

    static String caption(Severity severity) {
        return switch (severity) {
            case UNKNOWN -> "Unknown";
            case NONE -> "Informational";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }

    void confidence(Exposed exposed) {
        switch (exposed.latest().confidence()) {
            case HIGH -> json.number("confidence_id", 3).text("confidence", "High");
            case MEDIUM -> json.number("confidence_id", 2).text("confidence", "Medium");
            case LOW -> json.number("confidence_id", 1).text("confidence", "Low");
            case NONE -> json.number("confidence_id", 0).text("confidence", "Unknown");
        }
    }

    /// The server, as the resource that is affected.
    void resource(Exposed exposed) {
        var server = exposed.server();
        json.list("resources")
                .object()
                .text("uid", exposed.id())
                .text("name", server.display())
                .text("type", "server")
                .number("role_id", AFFECTED)
                .text("role", "Affected");
        if (server.ip() != null && Address.isOne(server.ip())) {
            json.text("ip", server.ip());
        }
        HostName.full(server.host()).ifPresent(host -> json.text("hostname", host));
        json.end().endList();
    }
}
