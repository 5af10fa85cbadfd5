// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Writes an event log of logons as a domain member writes them, with the writer that the tests use.
///
/// `java GenerateEvents.java OUT CHUNKS`, which prints how many records there are. A chunk has 64 KiB; the same number
/// gives the same bytes.
final class GenerateEvents {
    private static final int ROOM = 61_000;
    private static final List<String> DATA = List.of(
            "SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId", "TargetUserSid", "TargetUserName",
            "TargetDomainName", "TargetLogonId", "LogonType", "LogonProcessName", "AuthenticationPackageName",
            "WorkstationName", "LogonGuid", "TransmittedServices", "LmPackageName", "KeyLength", "ProcessId",
            "ProcessName", "IpAddress", "IpPort");

    private static final EvtxTemplate LOGON = new EvtxTemplate(template -> {
        var xml = template.fragment()
                .openWithAttributes("Event")
                .attribute("xmlns")
                .text("http://schemas.microsoft.com/win/2004/08/events/event")
                .closeStart()
                .open("System")
                .closeStart()
                .openWithAttributes("Provider")
                .attribute("Name")
                .text("Microsoft-Windows-Security-Auditing")
                .closeEmpty()
                .element("EventID", 0, ValueType.UINT16)
                .element("EventRecordID", 1, ValueType.UINT64)
                .element("Channel", 2, ValueType.TEXT)
                .element("Computer", 3, ValueType.TEXT)
                .end()
                .open("EventData")
                .closeStart();
        for (int i = 0; i < DATA.size(); i++) {
            xml = xml.openWithAttributes("Data")
                    .attribute("Name")
                    .text(DATA.get(i))
                    .closeStart()
                    .place(4 + i, ValueType.TEXT)
                    .end();
        }
        xml.end().end().finish();
    });

    private GenerateEvents() {}

    public static void main(String[] args) throws IOException {
        int chunks = Integer.parseInt(args[1]);
        var log = new EvtxWriter();
        long number = 1;
        for (int i = 0; i < chunks; i++) {
            var chunk = new EvtxChunkWriter();
            while (chunk.position() < ROOM) {
                long at = number++;
                chunk.record(at, Logs.TIME + at * 10_000, xml -> xml.fragment()
                        .instance(LOGON, values(at))
                        .finish());
            }
            log.chunk(chunk.bytes());
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 20)) {
            out.write(log.bytes());
        }
        System.out.println(number - 1);
    }

    private static EvtxValue[] values(long number) {
        var values = new ArrayList<EvtxValue>();
        values.add(EvtxValue.u16(4624));
        values.add(EvtxValue.i64(ValueType.UINT64, number));
        values.add(EvtxValue.text("Security"));
        values.add(EvtxValue.text("EX01.corp.example"));
        var random = new Random(number);
        var user = "user" + random.nextInt(4_000);
        for (var text : List.of(
                "S-1-5-18", "EX01$", "CORP", "0x3e7", "S-1-5-21-1111111111-2222222222-3333333333-" + (1_100 + random.nextInt(8_000)),
                user, "CORP", "0x" + Integer.toHexString(random.nextInt(1 << 28)), "3", "NtLmSsp ", "NTLM", "WS" + random.nextInt(900),
                "{" + new UUID(random.nextLong(), random.nextLong()) + "}", "-", "NTLM V2", "128", "0x" + Integer.toHexString(random.nextInt(1 << 16)), "-",
                "10.0." + random.nextInt(250) + "." + (1 + random.nextInt(250)), Integer.toString(40_000 + random.nextInt(25_000)))) {
            values.add(EvtxValue.text(text));
        }
        return values.toArray(EvtxValue[]::new);
    }
}
