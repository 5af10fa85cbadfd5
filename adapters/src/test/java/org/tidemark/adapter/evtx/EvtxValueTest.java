// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each type of value, as bytes of the record and as text of the event.
class EvtxValueTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "01, 61006200,         ab,        UTF-16",
                "01, 61000000,         a,         the zero behind a text is not part of it",
                "01, 610062,           a,         half a character at the end is none",
                "01, 3dd80a,           `\uFFFD`,  half a pair of surrogates",
                "01, ac20,             €,         not Latin",
                "02, 61fc,             aü,        a code page",
                "02, 6100,             a,         with its zero",
                "03, ff,               -1,        int8",
                "04, ff,               255,       uint8",
                "05, feff,             -2,        int16",
                "06, feff,             65534,     uint16",
                "07, ffffffff,         -1,        int32",
                "08, ffffffff,         4294967295, uint32",
                "09, ffffffffffffffff, -1,        int64",
                "0a, ffffffffffffffff, 18446744073709551615, uint64",
                "08, ff00,             255,       a number of another width",
                "08, ff0000,           FF0000,    no width of a number",
                "0b, 0000c03f,         1.5,       real32",
                "0b, 00008040,         4,         whole",
                "0b, 0000c07f,         -1.#IND,   not a number",
                "0c, 000000000000f83f, 1.5,       real64",
                "0c, 0000000000000080, -0,        minus zero",
                "0c, 000000000000f07f, 1.#INF,    infinite",
                "0c, 000000000000f0ff, -1.#INF,   infinite below",
                "0c, 0000c03f,         0000C03F,  real64 of four bytes",
                "0d, 00000000,         false,     bool",
                "0d, 01000000,         true,      bool",
                "0d, fe3f0000,         true,      irregular bool",
                "0d, 01,               true,      bool of one byte",
                "0e, deadbeef,         DEADBEEF,  binary",
                "0f, d86be74ef43ca044a0ac3937643e37a3, {4EE76BD8-3CF4-44A0-A0AC-3937643E37A3}, GUID",
                "0f, d86be74e,         D86BE74E,  cut GUID",
                "10, ec7e0000,         0x7eec,    size of 32 bits",
                "10, ec7e000001000000, 0x100007eec, size of 64 bits",
                "11, 07f2ee21fb0fd701, 2021-03-03T07:02:11.1234567Z, FILETIME",
                "11, 0000000000000000, 1601-01-01T00:00:00.0000000Z, FILETIME zero",
                "11, ffffffffffffffff, +60056-05-28T05:36:10.9551615Z, FILETIME as large as can be",
                "12, e507030003000300070002000b007b00, 2021-03-03T07:02:11.123Z, SYSTEMTIME",
                "12, 00000000000000000000000000000000, 0000-00-00T00:00:00.000Z, no such day",
                "13, 010100000000000512000000, S-1-5-18, SID",
                "13, 0105000000000005150000003ed91c0b91d1ffe99b11a606f4010000,"
                        + " S-1-5-21-186439998-3925856657-111546779-500, SID of a domain",
                "13, 010112345678900112000000, S-1-0x123456789001-18, SID with a large authority",
                "13, 01010000000000051200,     01010000000000051200, cut SID",
                "14, e7030000,         0x3e7,     hex32",
                "15, 0000000000002080, 0x8020000000000000, hex64",
                "20, ec7e0000,         0x7eec,    handle",
                "23, 3c0061002f003e00, <a/>,      XML as text",
                "55, 0102,             0102,      a type that nobody knows",
            })
    void every_type_has_its_text(String type, String bytes, String text, String why) {
        var value = EvtxValue.hex(Integer.parseInt(type, 16), bytes);
        assertThat(Heard.of(Logs.template(xml -> xml.element("A", 0, value.type()), value))
                        .fields())
                .as(why)
                .containsExactly("A=" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "81, 61000000620063000000, a bc",
        "81, 6100000000006200,     a '' b",
        "82, 610062630000,         a bc ''",
        "83, ff01,                 -1 1",
        "84, ff01,                 255 1",
        "85, ffff0100,             -1 1",
        "86, ffff0100,             65535 1",
        "87, ffffffff01000000,     -1 1",
        "88, ffffffff01000000,     4294967295 1",
        "89, ffffffffffffffff0100000000000000, -1 1",
        "8a, ffffffffffffffff0100000000000000, 18446744073709551615 1",
        "8b, 0000c03f00008040,     1.5 4",
        "8c, 000000000000f83f,     1.5",
        "8d, 0000000001000000,     false true",
        "8f, 00000000000000000000000000000000, {00000000-0000-0000-0000-000000000000}",
        "90, ec7e000001000000,     0x100007eec",
        "91, 00000000000000000000000000000000, 1601-01-01T00:00:00.0000000Z 1601-01-01T00:00:00.0000000Z",
        "92, e507030003000300070002000b007b00, 2021-03-03T07:02:11.123Z",
        "93, 010100000000000512000000010100000000000513000000, S-1-5-18 S-1-5-19",
        "94, e703000001000000,     0x3e7 0x1",
        "95, e703000000000000,     0x3e7",
        "84, '',                   ''",
        "86, ff0001,               255 1",
    })
    void an_array_is_an_element_for_each_item(String type, String bytes, String items) {
        var value = EvtxValue.hex(Integer.parseInt(type, 16), bytes);
        var expected = List.of(items.split(" ", -1)).stream()
                .map(item -> "A=" + item.replace("''", ""))
                .toList();
        assertThat(Heard.of(Logs.template(xml -> xml.element("A", 0, value.type()), value))
                        .fields())
                .isEqualTo(expected);
    }

    @Test
    void an_array_among_other_text_is_a_list() {
        var log = Logs.template(
                xml -> xml.openWithAttributes("A")
                        .attribute("x")
                        .place(0, 0x81)
                        .closeStart()
                        .text("of: ")
                        .place(0, 0x81)
                        .end(),
                EvtxValue.texts("a", "b"));
        assertThat(Heard.of(log).fields()).containsExactly("A/@x=a, b", "A=of: a, b");
    }

    @Test
    void the_elements_of_an_array_keep_their_attributes() {
        var log = Logs.template(
                xml -> xml.openWithAttributes("A")
                        .attribute("x")
                        .text("1")
                        .closeStart()
                        .place(0, 0x81)
                        .end(),
                EvtxValue.texts("a", "b"));
        assertThat(Heard.of(log).fields()).containsExactly("A/@x=1", "A=a", "A/@x=1", "A=b");
    }
}
