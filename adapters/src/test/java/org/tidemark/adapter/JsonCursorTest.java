// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    @Test
    void members_that_nobody_takes_are_passed_over() throws BadRecord {
        var json = "{\"a\":{\"x\":[1,{\"b\":2}]},\"b\":\"yes\",\"c\":[[[]]],\"d\":7}";
        assertThat(texts(json, "b", "d")).containsExactly("yes", "7");
    }

    @Test
    void of_a_name_that_stands_twice_the_last_one_counts() throws BadRecord {
        assertThat(texts("{\"a\":1,\"a\":2}", "a")).containsExactly("1", "2");
    }

    @Test
    void null_blank_text_and_things_that_are_no_values_say_nothing() throws BadRecord {
        assertThat(texts("{\"a\":null,\"a\":\"  \",\"a\":{\"b\":1},\"a\":[1],\"a\":true}", "a"))
                .containsExactly(null, null, null, null, "true");
    }

    @Test
    void numbers_are_read_from_text_too_and_what_is_none_is_null() throws BadRecord {
        assertThat(JsonCursorTest.<Long>all(
                        "[1,\"2\",-3,4.5,1e3,\"x\",99999999999999999999,null,{}]", JsonCursor::number))
                .containsExactly(1L, 2L, -3L, null, null, null, null, null, null);
        assertThat(JsonCursorTest.<Integer>all("[443,\"443\",0,65536,-1]", JsonCursor::port))
                .containsExactly(443, 443, null, null, null);
    }

    @Test
    void a_list_of_texts_may_be_one_text() throws BadRecord {
        assertThat(JsonCursorTest.<List<String>>all("[[\"a\",\"b\",3,null,{}],\"a\",[],7]", JsonCursor::texts))
                .containsExactly(List.of("a", "b", "3"), List.of("a"), List.of(), List.of("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":",
                "{\"a\":\"x",
                "{\"a\" 1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "[1]",
                "7",
                "\"text\"",
                "null",
                "{\"a\":\"\\ud800\\u\"}",
                "\0\0\0",
            })
    void what_is_no_object_of_sound_json_is_a_bad_record(String text) {
        assertThatThrownBy(() -> texts(text, "a")).isInstanceOf(BadRecord.class);
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() throws BadRecord {
        var bytes = "{\"a\":\"x?y\",\"b\":1}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[7] = (byte) 0xE4;
        assertThat(texts(bytes, "a", "b")).containsExactly("x\uFFFDy", "1");
    }

    @Test
    void control_characters_inside_of_texts_are_kept() throws BadRecord {
        assertThat(texts("{\"a\":\"x\0\ty\"}", "a")).containsExactly("x\0\ty");
    }

    @Test
    void depth_is_bounded() {
        var deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        assertThatThrownBy(() -> texts(deep, "z")).isInstanceOf(BadRecord.class).hasMessageContaining("depth");
        var wide = "{\"a\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> texts(wide, "z")).isInstanceOf(BadRecord.class);
    }

    @Test
    void names_that_were_made_to_collide_cause_no_more_than_a_bad_record() throws BadRecord {
        var json = new StringBuilder("{");
        for (int i = 0; i < 50_000; i++) {
            json.append("\"")
                    .append("k".repeat(i % 50))
                    .append(i)
                    .append("\":")
                    .append(i)
                    .append(',');
        }
        assertThat(texts(json + "\"end\":1}", "end")).containsExactly("1");
        var longName = "{\"" + "n".repeat(100_000) + "\":1}";
        assertThatThrownBy(() -> texts(longName, "z")).isInstanceOf(BadRecord.class);
    }

    @Test
    void a_number_of_a_million_digits_is_a_bad_record() {
        assertThatThrownBy(() -> texts("{\"a\":" + "9".repeat(1_000_000) + "}", "a"))
                .isInstanceOf(BadRecord.class);
    }

    @Test
    void a_fault_of_the_stream_stays_a_fault_of_the_stream() {
        var failing = new FailingStream("{\"a\":");
        assertThatThrownBy(() -> JsonCursor.read(new Document(failing, "f", null, false, 0), JsonCursor::content))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void a_stream_is_left_open() throws IOException, BadRecord {
        var closed = new ArrayList<String>();
        var in = new ByteArrayInputStream("{\"a\":1}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        JsonCursor.read(new Document(in, "f", null, false, 0), JsonCursor::content);
        assertThat(closed).isEmpty();
    }

    private static List<String> texts(String json, String... wanted) throws BadRecord {
        return texts(json.getBytes(StandardCharsets.UTF_8), wanted);
    }

    private static List<String> texts(byte[] bytes, String... wanted) throws BadRecord {
        return JsonCursor.read(bytes, 0, bytes.length, json -> {
            var found = new ArrayList<String>();
            json.enterRecord();
            for (var name = json.name(); name != null; name = json.name()) {
                if (List.of(wanted).contains(name)) {
                    found.add(json.text());
                }
            }
            return found;
        });
    }

    private static <T> List<T> all(String array, JsonCursor.Reading<T> reading) throws BadRecord {
        var bytes = array.getBytes(StandardCharsets.UTF_8);
        return JsonCursor.read(bytes, 0, bytes.length, json -> {
            var found = new ArrayList<T>();
            json.enterArray();
            while (json.element()) {
                found.add(reading.read(json));
            }
            return found;
        });
    }
}
