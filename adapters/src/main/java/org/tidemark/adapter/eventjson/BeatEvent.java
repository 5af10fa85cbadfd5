// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.List;

/// What Winlogbeat 7 and 8 write. Its agent may stand on another computer than the event.
final class BeatEvent implements EventShape {
    @Override
    public boolean fits(Json.Members record) {
        return record.members("winlog").isPresent();
    }

    @Override
    public JsonEvent read(Json.Members record) {
        var winlog = record.members("winlog").orElseThrow();
        var fields = new Fields();
        fields.own("channel", winlog.text("channel"));
        fields.own("eventid", winlog.text("event_id"));
        fields.own("provider_name", winlog.text("provider_name"));
        fields.own("computer", winlog.text("computer_name"));
        fields.own("level", record.members("log").map(log -> log.text("level")).orElse(""));
        fields.own("task", winlog.text("task"));
        fields.own("opcode", winlog.text("opcode"));
        fields.own("message", record.text("message"));
        fields.number(winlog.text("record_id"));
        winlog.members("event_data").ifPresent(fields::data);
        winlog.members("user_data").ifPresent(fields::data);
        fields.unnumber();
        moveBack(record, fields);
        fields.fallBackOnMessage();
        return JsonEvent.of(fields, Stamp.utc(record.text("@timestamp")));
    }

    /// The modules move data to names of their own, and leave nothing behind.
    private static void moveBack(Json.Members record, Fields fields) {
        boolean sysmon = fields.first("channel").startsWith("Microsoft-Windows-Sysmon");
        if (!sysmon && !fields.first("channel").equals("Security")) {
            return;
        }
        boolean begins = !sysmon && fields.first("eventid").equals("4688");
        record.members("process").ifPresent(process -> {
            fields.missing(sysmon ? "Image" : begins ? "NewProcessName" : "ProcessName", process.text("executable"));
            if (sysmon || begins) {
                fields.missing("CommandLine", process.text("command_line"));
            }
        });
        record.members("process", "parent").ifPresent(parent -> {
            fields.missing(sysmon ? "ParentImage" : "ParentProcessName", parent.text("executable"));
            if (sysmon) {
                fields.missing("ParentCommandLine", parent.text("command_line"));
            }
        });
        if (sysmon && List.of("11", "15", "23", "26").contains(fields.first("eventid"))) {
            record.members("file").ifPresent(file -> fields.missing("TargetFilename", file.text("path")));
        }
    }
}
