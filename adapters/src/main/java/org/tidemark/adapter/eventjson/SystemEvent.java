// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.List;
import java.util.Locale;

/// An event that keeps the elements of its XML: what evtx_dump and Chainsaw write below `Event`, with attributes in
/// `#attributes` or beside the element, and Velociraptor's `parse_evtx` without `Event`.
final class SystemEvent implements EventShape {
    private static final List<String> ELEMENTS =
            List.of("Channel", "EventID", "Computer", "Level", "Task", "Opcode", "Keywords", "Version");

    @Override
    public boolean fits(Json.Members record) {
        return record.members("Event").orElse(record).members("System").isPresent();
    }

    @Override
    public JsonEvent read(Json.Members record) {
        var event = record.members("Event").orElse(record);
        var system = event.members("System").orElseThrow();
        var fields = new Fields();
        for (var name : ELEMENTS) {
            fields.own(name.toLowerCase(Locale.ROOT), system.text(name));
        }
        fields.number(system.text("EventRecordID"));
        fields.own("provider_name", system.attribute("Provider", "Name"));
        fields.own("execution_processid", system.attribute("Execution", "ProcessID"));
        fields.own("execution_threadid", system.attribute("Execution", "ThreadID"));
        fields.own("security_userid", system.attribute("Security", "UserID"));
        fields.own("message", record.text("Message"));
        // What a collector of forwarded events wrote.
        event.members("RenderingInfo").ifPresent(rendered -> fields.own("message", rendered.text("Message")));
        for (var name : List.of("EventData", "UserData")) {
            var data = event.all().get(name);
            if (data != null) {
                fields.data(data);
            }
        }
        return JsonEvent.of(fields, Stamp.utc(system.attribute("TimeCreated", "SystemTime")));
    }
}
