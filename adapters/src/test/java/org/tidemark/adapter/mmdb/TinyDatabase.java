// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mmdb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a small file of the MaxMind DB format 2.0, for tests: IPv4, nodes of 24 bits, records of text and numbers.
final class TinyDatabase {
    private static final byte[] MARKER = {
        (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
    };
    private static final int GAP = 16;
    private static final int TEXT = 2;
    private static final int NUMBER = 6;
    private static final int SMALL_NUMBER = 5;
    private static final int MAP = 7;
    private static final int LARGE_NUMBER = 9;
    private static final int ARRAY = 11;

    /// What a side of a node leads to: nothing, a node, or data at an offset (as a negative number).
    private static final int NOTHING = -1;

    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    TinyDatabase() {
        nodes.add(new int[] {NOTHING, NOTHING});
    }

    TinyDatabase with(int first, int length, Map<String, Object> record) {
        int offset = data.size();
        write(data, record);
        int node = 0;
        for (int bit = 0; bit < length - 1; bit++) {
            int side = first >>> (31 - bit) & 1;
            if (nodes.get(node)[side] < 0) {
                nodes.get(node)[side] = nodes.size();
                nodes.add(new int[] {NOTHING, NOTHING});
            }
            node = nodes.get(node)[side];
        }
        nodes.get(node)[first >>> (32 - length) & 1] = -2 - offset;
        return this;
    }

    byte[] bytes(long built) {
        var out = new ByteArrayOutputStream();
        for (var node : nodes) {
            for (int side : node) {
                int value = side == NOTHING ? nodes.size() : side >= 0 ? side : nodes.size() + GAP - 2 - side;
                out.write(value >>> 16);
                out.write(value >>> 8);
                out.write(value);
            }
        }
        out.writeBytes(new byte[GAP]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(MARKER);
        write(
                out,
                new java.util.TreeMap<String, Object>(Map.of(
                        "node_count",
                        (long) nodes.size(),
                        "record_size",
                        24,
                        "ip_version",
                        4,
                        "database_type",
                        "Tiny",
                        "languages",
                        List.of("en"),
                        "binary_format_major_version",
                        2,
                        "binary_format_minor_version",
                        0,
                        "build_epoch",
                        new Large(built),
                        "description",
                        Map.of("en", "for tests"))));
        return out.toByteArray();
    }

    /// A number of 64 bits.
    private record Large(long value) {}

    private static void write(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case String text -> {
                control(out, TEXT, text.length());
                out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
            case Integer number -> number(out, SMALL_NUMBER, number, 2);
            case Long number -> number(out, NUMBER, number, 4);
            case Large number -> number(out, LARGE_NUMBER, number.value(), 8);
            case Map<?, ?> map -> {
                control(out, MAP, map.size());
                map.forEach((key, each) -> {
                    write(out, key);
                    write(out, each);
                });
            }
            case List<?> list -> {
                control(out, ARRAY, list.size());
                list.forEach(each -> write(out, each));
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    private static void number(ByteArrayOutputStream out, int type, long value, int bytes) {
        control(out, type, bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    /// Types above 7 stand in a byte of their own, less 7.
    private static void control(ByteArrayOutputStream out, int type, int size) {
        out.write((type > MAP ? 0 : type << 5) | size);
        if (type > MAP) {
            out.write(type - MAP);
        }
    }
}
