// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

class EventJsonShapesTest {
    private static final String TIME = "2021-03-03T04:05:06.789Z";

    @Test
    void evtx_dump_with_attributes_inside_the_element() {
        var trace = EventJsonRead.of("""
                {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Example"}},\
                "EventID":{"#attributes":{"Qualifiers":16384},"#text":7},"Level":4,"EventRecordID":12,\
                "TimeCreated":{"#attributes":{"SystemTime":"2021-03-03T04:05:06.789000Z"}},\
                "Channel":"Application","Computer":"srv1.example.org"},\
                "EventData":{"#attributes":{"Name":"Ignored"},"Data":{"#text":["one","","three"]}}}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("level")).isEqualTo("4");
        assertThat(trace.first("recordnumber")).isEqualTo("12");
        assertThat(trace.values("data")).containsExactly("one", "", "three");
        assertThat(trace.values("name")).isEmpty();
    }

    @Test
    void evtx_dump_with_attributes_beside_the_element() {
        var trace = EventJsonRead.of("""
                {"Event_attributes":{"xmlns":"x"},"Event":{"System":{"Provider_attributes":{"Name":"Example"},\
                "EventID_attributes":{"Qualifiers":1},"EventID":7,"Channel":"Application","Computer":"srv1.example.org",\
                "TimeCreated_attributes":{"SystemTime":"2021-03-03T04:05:06.789000Z"}},\
                "EventData":{"Threat Name":"Example:Text/Name.A","Data":["one","two"]}}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.values("data")).containsExactly("one", "two");
        assertThat(trace.first("threat name")).isEqualTo("Example:Text/Name.A");
        assertThat(trace.first("threatname")).isEqualTo("Example:Text/Name.A");
    }

    @Test
    void velociraptor_parse_evtx_with_seconds_since_1970() {
        var trace = EventJsonRead.of("""
                {"System":{"Provider":{"Name":"Example"},"EventID":{"Value":7},"Channel":"Application",\
                "TimeCreated":{"SystemTime":1614744306.789},"EventRecordID":3,"Computer":"srv1.example.org",\
                "Correlation":null},"EventData":{"Data":["one"]},"Message":"said"}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.values("data")).containsExactly("one");
        assertThat(trace.first("message")).isEqualTo("said");
    }

    @Test
    void velociraptor_artifact_row() {
        var trace = EventJsonRead.of("""
                {"EventTime":"2021-03-03T04:05:06.789Z","Computer":"srv1.example.org","Channel":"Application",\
                "Provider":"Example","EventID":7,"EventRecordID":3,"EventData":{"Image":"C:\\\\a.exe"},"UserData":null,\
                "Column":"kept","OSPath":"C:\\\\logs\\\\a.evtx"}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("image")).isEqualTo("C:\\a.exe");
        assertThat(trace.first("column")).isEqualTo("kept");
        assertThat(trace.values("userdata")).isEmpty();
    }

    @Test
    void winlogbeat_8_is_of_the_computer_of_the_event_and_not_of_the_agent() {
        var trace = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","agent":{"name":"collector"},"host":{"name":"collector"},\
                "log":{"level":"information"},"message":"said","winlog":{"channel":"Application","event_id":"7",\
                "provider_name":"Example","computer_name":"srv1.example.org","record_id":3,\
                "event_data":{"param10":"ten","param1":"one","param3":"three"}}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.values("data")).containsExactly("one", "", "three", "", "", "", "", "", "", "ten");
        assertThat(trace.first("param3")).isEqualTo("three");
        assertThat(trace.first("level")).isEqualTo("information");
    }

    @Test
    void winlogbeat_8_has_names_of_processes_moved_back() {
        var security = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","process":{"executable":"C:\\\\c.exe","command_line":"c /x",\
                "parent":{"executable":"C:\\\\p.exe"}},"winlog":{"channel":"Security","event_id":4688,\
                "provider_name":"Example","computer_name":"srv1.example.org","event_data":{"ProcessId":"0x1"}}}""").only();
        assertThat(security.first("newprocessname")).isEqualTo("C:\\c.exe");
        assertThat(security.first("parentprocessname")).isEqualTo("C:\\p.exe");
        assertThat(security.first("commandline")).isEqualTo("c /x");
        var sysmon = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","process":{"executable":"C:\\\\c.exe",\
                "parent":{"executable":"C:\\\\p.exe"}},"winlog":{"channel":"Microsoft-Windows-Sysmon/Operational",\
                "event_id":1,"provider_name":"Example","computer_name":"srv1.example.org",\
                "event_data":{"Image":"C:\\\\own.exe"}}}""").only();
        assertThat(sysmon.values("image")).containsExactly("C:\\own.exe");
        assertThat(sysmon.values("parentimage")).containsExactly("C:\\p.exe");
    }

    @Test
    void winlogbeat_6() {
        var trace = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","beat":{"hostname":"collector"},"log_name":"Application",\
                "source_name":"Example","computer_name":"srv1.example.org","event_id":7,"record_number":"3",\
                "level":"Information","user_data":{"xml_name":"LogFileCleared","SubjectUserName":"user1"}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("subjectusername")).isEqualTo("user1");
        assertThat(trace.values("xml_name")).isEmpty();
    }

    @Test
    void wazuh_alert_also_inside_an_export_of_its_index() {
        var alert = """
                {"timestamp":"2021-03-03T05:00:00.000+0000","agent":{"name":"collector"},"data":{"win":{"system":{\
                "providerName":"Example","eventID":"7","level":"4","systemTime":"2021-03-03T04:05:06.7890000Z",\
                "eventRecordID":"3","channel":"Application","computer":"srv1.example.org","message":"said"},\
                "eventdata":{"threat Name":"Example:Text/Name.A","path":"file:_C:\\\\a"}}}}""";
        var trace = EventJsonRead.of(alert).only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("threatname")).isEqualTo("Example:Text/Name.A");
        assertThat(EventJsonRead.of("{\"_index\":\"a\",\"_source\":" + alert + "}")
                        .only()
                        .fields())
                .isEqualTo(trace.fields());
    }

    @Test
    void nxlog_keeps_the_event_apart_from_who_wrote_and_who_collected_it() {
        var trace = EventJsonRead.of("""
                {"EventTime":"2021-03-03T05:05:06.789+01:00","EventReceivedTime":"2021-03-03T05:05:08+01:00",\
                "Hostname":"srv1.example.org","host":"collector","Channel":"Application","SourceName":"Example",\
                "EventID":7,"RecordNumber":3,"ExecutionProcessID":4,"ProcessId":"0x1","Image":"C:\\\\a.exe"}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.values("processid")).containsExactly("0x1");
        assertThat(trace.first("execution_processid")).isEqualTo("4");
        assertThat(trace.values("host")).isEmpty();
        assertThat(trace.values("sourcename")).isEmpty();
    }

    @Test
    void the_message_stands_in_for_lost_data_and_that_is_told() {
        var trace = EventJsonRead.of("""
                {"EventTime":"2021-03-03T04:05:06Z","EventReceivedTime":"2021-03-03T04:05:08Z","Task":1,\
                "Hostname":"srv1.example.org","Channel":"Application","SourceName":"Example","EventID":7,\
                "ProcessID":0,"Message":"Cmdlet Example, parameters -A b."}""").only();
        assertThat(trace.values("data")).containsExactly("Cmdlet Example, parameters -A b.");
        assertThat(trace.first("data_from")).isEqualTo("message");
    }

    @Test
    void a_flat_export() {
        var trace = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","TimeCreated":"2021-03-03T04:05:06.789Z","Level":"3",\
                "Hostname":"srv1.example.org","Channel":"Application","SourceName":"Example","EventID":7,\
                "ScriptBlockText":"Get-Date","UserData":"its own datum"}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("scriptblocktext")).isEqualTo("Get-Date");
        assertThat(trace.first("userdata")).isEqualTo("its own datum");
        assertThat(trace.first("level")).isEqualTo("3");
    }

    @Test
    void a_search_result_of_extracted_fields() {
        var trace = EventJsonRead.of("""
                {"preview":false,"result":{"_time":"2021-03-03T04:06:00.000+00:00","Name":"Example","host":"other",\
                "SystemTime":"2021-03-03T04:05:06.789000000Z","Channel":"Application","EventCode":"7",\
                "Computer":"srv1.example.org","Hostname":"a datum","CommandLine":"a b"}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("commandline")).isEqualTo("a b");
    }

    @Test
    void a_search_result_with_the_event_as_xml() {
        var trace = EventJsonRead.of("""
                {"result":{"host":"other","_raw":"<Event xmlns='x'><System><Provider Name='Example'/>\
                <EventID>7</EventID><TimeCreated SystemTime='2021-03-03T04:05:06.789Z'/><Channel>Application</Channel>\
                <Computer>srv1.example.org</Computer></System><EventData><Data>one</Data><Data Name='Image'>a &amp; b\
                </Data></EventData><UserData><Cleared><Channel>Security</Channel></Cleared></UserData></Event>"}}""").only();
        assertOwn(trace, "Application", "7", "Example");
        assertThat(trace.first("image")).isEqualTo("a & b");
        assertThat(trace.values("data")).containsExactly("one");
        assertThat(trace.values("channel")).containsExactly("Application", "Security");
    }

    @Test
    void shapes_may_be_mixed_in_a_file() {
        var read = EventJsonRead.of("""
                {"@timestamp":"2021-03-03T04:05:06.789Z","winlog":{"channel":"Security","event_id":1,\
                "computer_name":"srv1"}}""", "", """
                {"System":{"EventID":{"Value":2},"Channel":"System","Computer":"srv2"}}""");
        assertThat(read.traces()).extracting(trace -> trace.first("eventid")).containsExactly("1", "2");
        assertThat(read.traces()).extracting(trace -> trace.place().line()).containsExactly(1L, 3L);
        assertThat(read.problems()).isEmpty();
    }

    private static void assertOwn(Trace trace, String channel, String id, String provider) {
        assertThat(trace.kind()).isEqualTo(Kind.EVENT_LOG);
        assertThat(trace.values("channel").getFirst()).isEqualTo(channel);
        assertThat(trace.values("eventid")).containsExactly(id);
        assertThat(trace.values("provider_name")).containsExactly(provider);
        assertThat(trace.values("computer")).containsExactly("srv1.example.org");
        assertThat(trace.server()).isEqualTo("srv1.example.org");
        assertThat(trace.time()).isEqualTo(Instant.parse(TIME));
    }
}
