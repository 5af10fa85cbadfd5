// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.BadRecord;

class CliXmlTest {
    @Test
    void members_of_both_kinds_are_found_without_case() throws IOException, BadRecord {
        var object = one("<Obj RefId='0'><Props><S N='A'>1</S></Props><MS><S N='b'>2</S></MS></Obj>");
        assertThat(object.at("a").text()).isEqualTo("1");
        assertThat(object.at("B").text()).isEqualTo("2");
        assertThat(object.at("c", "d", "e")).isSameAs(PsObject.UNSEEN);
    }

    @Test
    void an_object_that_is_referred_to_is_the_same() throws IOException, BadRecord {
        var object = one("<Obj RefId='0'><MS><Obj N='a' RefId='7'><MS><S N='x'>1</S></MS></Obj><Ref N='b' RefId='7'/>"
                + "<Ref N='none' RefId='99'/></MS></Obj>");
        assertThat(object.at("b")).isSameAs(object.at("a"));
        assertThat(object.at("none")).isSameAs(PsObject.UNSEEN);
    }

    @Test
    void objects_that_refer_to_each_other_are_harmless() throws IOException, BadRecord {
        var object = one("<Obj RefId='0'><MS><Ref N='self' RefId='0'/><Obj N='a' RefId='1'><LST><Ref RefId='0'/>"
                + "<Ref RefId='1'/></LST></Obj></MS></Obj>");
        assertThat(object.at("self")).isSameAs(object);
        assertThat(object.at("a").list())
                .hasValueSatisfying(list -> assertThat(list).hasSize(2));
    }

    @Test
    void an_enum_is_its_name_and_not_its_number() throws IOException, BadRecord {
        assertThat(one("<Obj RefId='0'><ToString>Mailbox</ToString><I32>2</I32></Obj>")
                        .text())
                .isEqualTo("Mailbox");
        assertThat(one("<Obj RefId='0'><I32>2</I32><ToString>Mailbox</ToString></Obj>")
                        .text())
                .isEqualTo("Mailbox");
        assertThat(one("<Obj RefId='0'><I32>2</I32></Obj>").text()).isEqualTo("2");
    }

    @Test
    void nothing_an_empty_list_and_what_was_cut_are_told_apart() throws IOException, BadRecord {
        var object = one(CliXmlText.element(
                CliXmlText.nil("nil"), CliXmlText.list("empty"), CliXmlText.cut("cut"), CliXmlText.value("text", "x")));
        assertThat(object.at("nil").isNil()).isTrue();
        assertThat(object.at("nil").list()).isEmpty();
        assertThat(object.at("empty").list())
                .hasValueSatisfying(list -> assertThat(list).isEmpty());
        assertThat(object.at("cut").list()).isEmpty();
        assertThat(object.at("cut").isNil()).isFalse();
        assertThat(object.at("text").list()).isEmpty();
    }

    @Test
    void a_dictionary_keeps_its_keys() throws IOException, BadRecord {
        var object = one(
                "<Obj RefId='0'><DCT><En><S N='Key'>C:\\a_x005F_b</S><S N='Value'>v</S></En><En><S N='Key'></S></En>"
                        + "</DCT></Obj>");
        assertThat(object.dictionary()).containsOnlyKeys("C:\\a_b");
    }

    @ParameterizedTest
    @CsvSource({
        "a_x0041_b, aAb",
        "_x0041__x0042_, AB",
        "_x005F_x0041_, _x0041_",
        "_x00zz_, _x00zz_",
        "_x004, _x004",
        "_x, _x",
        "a_xb_x0043_, a_xbC",
        "_xD83D__xDE00_, 😀",
    })
    void escapes_are_undone(String written, String meant) {
        assertThat(CliXml.unescape(written)).isEqualTo(meant);
    }

    @Test
    void other_xml_is_no_export() {
        assertThatThrownBy(() -> CliXmlText.read("<configuration/>")).isInstanceOf(BadRecord.class);
    }

    @Test
    void more_than_a_report_can_hold_is_refused() {
        assertThatThrownBy(() -> CliXmlText.read(CliXmlText.document("<S>x</S>".repeat(1_000_001))))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining("more than");
    }

    private static PsObject one(String object) throws IOException, BadRecord {
        return CliXmlText.read(CliXmlText.document(object)).getFirst();
    }
}
