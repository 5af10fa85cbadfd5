// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/// A value of a template's instance.
record EvtxValue(int type, Consumer<BinXmlWriter> content) {

    static EvtxValue bytes(int type, byte... bytes) {
        return new EvtxValue(type, writer -> writer.raw(bytes));
    }

    static EvtxValue hex(int type, String hex) {
        return bytes(type, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static EvtxValue none() {
        return bytes(ValueType.NULL);
    }

    static EvtxValue text(String text) {
        return bytes(ValueType.TEXT, text.getBytes(StandardCharsets.UTF_16LE));
    }

    static EvtxValue texts(String... texts) {
        return bytes(
                ValueType.TEXT | ValueType.ARRAY,
                (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    static EvtxValue u16(int value) {
        return bytes(ValueType.UINT16, (byte) value, (byte) (value >> 8));
    }

    static EvtxValue i64(int type, long value) {
        return bytes(
                type,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }

    static EvtxValue xml(Consumer<BinXmlWriter> content) {
        return new EvtxValue(ValueType.BINXML, content);
    }
}
