// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// An event whose data stand beside what the record says of itself.
///
/// @param sign what the record is told by
/// @param provider members that name the provider
/// @param computer members that name the computer of the event
/// @param time members that hold the time
/// @param stamp how the time is written
record FlatEvent(
        Predicate<Json.Members> sign,
        List<String> provider,
        List<String> computer,
        List<String> time,
        Function<String, Stamp> stamp)
        implements EventShape {
    private static final List<String> SOURCE = List.of("SourceName");
    private static final List<String> HOST = List.of("Hostname", "Computer");

    /// A row of a Velociraptor artifact.
    static final FlatEvent ARTIFACT = new FlatEvent(
            row -> row.has("EventTime", "EventID") && (row.has("OSPath") || row.has("_Source")),
            List.of("Provider"),
            List.of("Computer"),
            List.of("EventTime"),
            Stamp::utc);

    /// What NXLog writes: local times, in newer versions with their offset.
    static final FlatEvent FORWARDED = new FlatEvent(
            row -> row.has("EventReceivedTime", "EventID"), SOURCE, HOST, List.of("EventTime"), Stamp::local);

    /// Exports of the Open Threat Research Forge and what is written alike.
    static final FlatEvent EXPORTED = new FlatEvent(
            row -> row.has("Channel", "EventID", "SourceName"),
            SOURCE,
            HOST,
            List.of("@timestamp", "TimeCreated"),
            Stamp::local);

    /// What Splunk extracts.
    static final FlatEvent EXTRACTED = new FlatEvent(
            row -> row.has("Channel") && (row.has("EventID") || row.has("EventCode")),
            List.of("Name", "SourceName"),
            List.of("Computer", "ComputerName"),
            List.of("SystemTime", "_time"),
            Stamp::local);

    /// What was read by its name, or says how the record came here.
    private static final Set<String> READ = Set.of(
            "Channel",
            "EventID",
            "EventCode",
            "EventTime",
            "EventReceivedTime",
            "TimeCreated",
            "@timestamp",
            "SystemTime",
            "Message",
            "RecordNumber",
            "EventRecordID",
            "ExecutionProcessID",
            "ExecutionThreadID",
            "ProcessID",
            "ThreadID",
            "EventData",
            "SourceModuleName",
            "SourceModuleType",
            "@version",
            "host",
            "port",
            "tags",
            "OSPath",
            "index",
            "sourcetype",
            "splunk_server",
            "linecount",
            "punct",
            "eventtype");

    /// What the record says of itself under the name that rules use.
    private static final Set<String> OWN = Set.of(
            "Keywords",
            "EventType",
            "SeverityValue",
            "Severity",
            "Task",
            "TaskValue",
            "Level",
            "ProviderGuid",
            "Version",
            "Opcode",
            "OpcodeValue",
            "Category",
            "ActivityID",
            "RelatedActivityID",
            "UserID",
            "AccountName",
            "AccountType",
            "Domain",
            "UserSID",
            "Username");

    @Override
    public boolean fits(Json.Members record) {
        return sign.test(record);
    }

    @Override
    public JsonEvent read(Json.Members record) {
        var fields = new Fields();
        fields.own("channel", record.text("Channel"));
        fields.own("eventid", record.text(List.of("EventID", "EventCode")));
        fields.own("provider_name", record.text(provider));
        fields.own("computer", record.text(computer));
        fields.own("message", record.text("Message"));
        // `ProcessId` is a datum.
        fields.own("execution_processid", record.text(List.of("ExecutionProcessID", "ProcessID")));
        fields.own("execution_threadid", record.text(List.of("ExecutionThreadID", "ThreadID")));
        fields.number(record.text(List.of("RecordNumber", "EventRecordID")));
        cleared(record, fields);
        record.all().forEach((name, value) -> member(fields, name, value));
        fields.fallBackOnMessage();
        return JsonEvent.of(fields, stamp.apply(record.text(time)));
    }

    /// A datum `Channel` beside the record's, which most of these tools drop.
    private static void cleared(Json.Members record, Fields fields) {
        if (record.all().get("Channel") instanceof Json.Elements(var channels)) {
            channels.stream().skip(1).forEach(channel -> fields.named("Channel", channel));
        }
    }

    private void member(Fields fields, String name, Json value) {
        boolean inner = !(value instanceof Json.Text(var text)) || text.isBlank();
        // A datum of PowerShell's is called `UserData` too.
        if (name.equals("EventData") || (name.equals("UserData") && inner)) {
            fields.data(value);
        } else if (OWN.contains(name)) {
            fields.own(name, value.first());
        } else if (!isRead(name)) {
            fields.named(name, value);
        }
    }

    private boolean isRead(String name) {
        return READ.contains(name) || name.startsWith("_") || provider.contains(name) || computer.contains(name);
    }
}
