// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

/// What Winlogbeat 5 and 6 write.
final class OldBeatEvent implements EventShape {
    @Override
    public boolean fits(Json.Members record) {
        return record.has("log_name", "source_name");
    }

    @Override
    public JsonEvent read(Json.Members record) {
        var fields = new Fields();
        fields.own("channel", record.text("log_name"));
        fields.own("eventid", record.text("event_id"));
        fields.own("provider_name", record.text("source_name"));
        fields.own("computer", record.text("computer_name"));
        fields.own("execution_processid", record.text("process_id"));
        fields.own("execution_threadid", record.text("thread_id"));
        for (var name : new String[] {"level", "task", "opcode", "message"}) {
            fields.own(name, record.text(name));
        }
        fields.number(record.text("record_number"));
        record.members("event_data").ifPresent(fields::data);
        record.members("user_data").ifPresent(fields::data);
        fields.unnumber();
        fields.fallBackOnMessage();
        return JsonEvent.of(fields, Stamp.utc(record.text("@timestamp")));
    }
}
