// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where libyara keeps what a rule says of itself: `YR_RULE` and `YR_META` of `types.h`.
///
/// Before the rule's name stand two numbers in 4.2, and four since 4.3; what follows the name is the same in all.
///
/// @param name where the name is pointed to
@SuppressWarnings("restricted") // The sizes are those of the header.
record RuleLayout(long name) {
    private static final long POINTER = 8;
    private static final long FOUR_NUMBERS = 16;
    private static final long META = 32;
    private static final long INTEGER = 16;
    private static final long TYPE = 24;
    private static final long FLAGS = 28;
    private static final int TEXT = 2;
    private static final int LAST = 1;
    private static final int MOST = 200;

    /// No pointer lies so low in memory; the two numbers more of the later form do, read as one.
    private static final long LOWEST_POINTER = 1L << 32;

    static RuleLayout of(MemorySegment rule) {
        var there = rule.reinterpret(FOUR_NUMBERS + POINTER);
        return new RuleLayout(there.get(ValueLayout.JAVA_LONG, POINTER) >= LOWEST_POINTER ? POINTER : FOUR_NUMBERS);
    }

    YaraHit hit(MemorySegment rule) {
        var there = rule.reinterpret(name + 5 * POINTER);
        var namespace = there.get(ValueLayout.ADDRESS, name + 4 * POINTER).reinterpret(POINTER);
        return new YaraHit(
                text(there.get(ValueLayout.ADDRESS, name)),
                text(namespace.get(ValueLayout.ADDRESS, 0)),
                tags(there.get(ValueLayout.ADDRESS, name + POINTER)),
                meta(there.get(ValueLayout.ADDRESS, name + 2 * POINTER)));
    }

    private static String text(MemorySegment pointer) {
        return pointer.address() == 0 ? "" : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /// One after the other, each ended by a zero, and an empty one at the end.
    private static List<String> tags(MemorySegment pointer) {
        var tags = new ArrayList<String>();
        if (pointer.address() == 0) {
            return tags;
        }
        var all = pointer.reinterpret(Long.MAX_VALUE);
        long at = 0;
        while (all.get(ValueLayout.JAVA_BYTE, at) != 0 && tags.size() < MOST) {
            var tag = all.getString(at);
            tags.add(tag);
            at += tag.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return tags;
    }

    private static Map<String, String> meta(MemorySegment pointer) {
        var meta = new LinkedHashMap<String, String>();
        if (pointer.address() == 0) {
            return meta;
        }
        for (int i = 0; i < MOST; i++) {
            var one = MemorySegment.ofAddress(pointer.address() + i * META).reinterpret(META);
            var value = one.get(ValueLayout.JAVA_INT, TYPE) == TEXT
                    ? text(one.get(ValueLayout.ADDRESS, POINTER))
                    : Long.toString(one.get(ValueLayout.JAVA_LONG, INTEGER));
            meta.putIfAbsent(text(one.get(ValueLayout.ADDRESS, 0)), value);
            if ((one.get(ValueLayout.JAVA_INT, FLAGS) & LAST) != 0) {
                break;
            }
        }
        return meta;
    }
}
