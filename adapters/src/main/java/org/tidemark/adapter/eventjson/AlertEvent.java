// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

/// A Wazuh alert: names are in camel case, and the event stands below `data.win`.
final class AlertEvent implements EventShape {
    @Override
    public boolean fits(Json.Members record) {
        return record.members("data", "win", "system").isPresent();
    }

    @Override
    public JsonEvent read(Json.Members record) {
        var win = record.members("data", "win").orElseThrow();
        var system = win.members("system").orElseThrow();
        var fields = new Fields();
        for (var name : new String[] {"channel", "computer", "level", "task", "opcode", "keywords", "version"}) {
            fields.own(name, system.text(name));
        }
        fields.own("eventid", system.text("eventID"));
        fields.own("provider_name", system.text("providerName"));
        fields.own("execution_processid", system.text("processID"));
        fields.own("execution_threadid", system.text("threadID"));
        fields.own("message", system.text("message"));
        fields.number(system.text("eventRecordID"));
        win.all().forEach((name, value) -> {
            if (!name.equals("system")) {
                fields.data(value);
            }
        });
        fields.fallBackOnMessage();
        return JsonEvent.of(fields, Stamp.utc(system.text("systemTime")));
    }
}
