// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// Logs that tests share.
final class Logs {
    /// 2021-03-03T07:02:11.1234567Z
    static final long TIME = 132_592_285_311_234_567L;

    /// An event with a number, a computer and one named value.
    static final EvtxTemplate LOGON = new EvtxTemplate(template -> template.fragment()
            .openWithAttributes("Event")
            .attribute("xmlns")
            .text("urn:events")
            .closeStart()
            .open("System")
            .closeStart()
            .openWithAttributes("Provider")
            .attribute("Name")
            .text("Auditing")
            .closeEmpty()
            .element("EventID", 0, ValueType.UINT16)
            .element("Computer", 1, ValueType.TEXT)
            .end()
            .open("EventData")
            .closeStart()
            .openWithAttributes("Data")
            .attribute("Name")
            .text("User")
            .closeStart()
            .place(2, ValueType.TEXT)
            .end()
            .end()
            .end()
            .finish());

    /// An event whose data is XML of its own.
    static final EvtxTemplate OUTER = new EvtxTemplate(template -> template.fragment()
            .open("Event")
            .closeStart()
            .open("System")
            .closeStart()
            .element("EventID", 0, ValueType.UINT16)
            .end()
            .optionalPlace(1, ValueType.BINXML)
            .end()
            .finish());

    private Logs() {}

    static Consumer<BinXmlWriter> logon(int event, String computer, String user) {
        return xml -> xml.fragment()
                .instance(LOGON, EvtxValue.u16(event), EvtxValue.text(computer), EvtxValue.text(user))
                .finish();
    }

    /// A log of three records in one chunk.
    static byte[] three() {
        return new EvtxWriter()
                .chunk(chunk -> chunk.record(1, TIME, logon(1, "A", "a"))
                        .record(2, TIME, logon(2, "B", "b"))
                        .record(3, TIME, logon(3, "C", "c")))
                .bytes();
    }

    /// The bytes as numbers stand in them.
    static ByteBuffer view(byte[] log) {
        return ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Where a record of the first chunk begins.
    static int offsetOf(byte[] log, long number) {
        int at = EvtxWriter.HEADER + EvtxChunkWriter.FIRST_RECORD;
        while (view(log).getLong(at + 8) != number) {
            at += view(log).getInt(at + 4);
        }
        return at;
    }

    /// A log of one chunk with one record.
    static byte[] single(Consumer<BinXmlWriter> xml) {
        return new EvtxWriter().chunk(chunk -> chunk.record(1, TIME, xml)).bytes();
    }

    /// A log of one record that is an instance of this content below `Event`.
    static byte[] template(Consumer<BinXmlWriter> content, EvtxValue... values) {
        var template = new EvtxTemplate(xml -> {
            xml.fragment().open("Event").closeStart();
            content.accept(xml);
            xml.end().finish();
        });
        return single(xml -> xml.fragment().instance(template, values).finish());
    }

    /// Two chunks with everything in them that readers find hard.
    static byte[] rich() {
        return new EvtxWriter()
                .version(3, 2)
                .chunk(chunk -> {
                    for (int i = 1; i <= 20; i++) {
                        chunk.record(i, TIME + i, logon(4600 + i, "EX01", "user " + i));
                    }
                    chunk.record(
                            21,
                            TIME,
                            xml -> xml.fragment()
                                    .instance(
                                            OUTER,
                                            EvtxValue.u16(7),
                                            EvtxValue.xml(nested -> nested.fragment()
                                                    .openWithAttributes("UserData")
                                                    .attribute("xmlns")
                                                    .text("urn:data")
                                                    .closeStart()
                                                    .element("Text", "ünï")
                                                    .end()
                                                    .finish()))
                                    .finish());
                    chunk.free();
                    chunk.record(900, TIME, logon(1, "OLD", "old"));
                })
                .chunk(chunk ->
                        chunk.record(22, 0, logon(4, "EX02", "second chunk")).record(23, TIME, logon(5, "EX02", "日本")))
                .bytes();
    }
}
