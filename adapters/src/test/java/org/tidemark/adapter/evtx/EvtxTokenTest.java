// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/// Each token of binary XML, as records and templates hold it.
class EvtxTokenTest {
    @Test
    void an_element_without_a_template_has_no_dependency() {
        var log = Logs.single(xml -> xml.fragment()
                .openWithAttributes("Event")
                .attribute("xmlns")
                .text("urn:x")
                .closeStart()
                .open("System")
                .closeStart()
                .element("EventID", "16384")
                .end()
                .end()
                .finish());
        assertThat(Heard.of(log).fields()).containsExactly("@xmlns=urn:x", "System/EventID=16384");
    }

    @Test
    void a_dependency_where_none_belongs_is_passed_over() {
        var log = Logs.single(xml -> xml.fragment()
                .asTemplate()
                .open("Event")
                .closeStart()
                .element("A", "1")
                .element("A", "2")
                .end()
                .finish());
        assertThat(Heard.of(log).fields()).containsExactly("A=1", "A=2");
    }

    @Test
    void a_forwarded_record_keeps_what_the_collector_rendered() {
        var log = Logs.single(xml -> xml.fragment()
                .open("Event")
                .closeStart()
                .open("System")
                .closeStart()
                .element("EventID", "1")
                .element("EventRecordID", "3229")
                .end()
                .openWithAttributes("RenderingInfo")
                .attribute("Culture")
                .text("fr-FR")
                .closeStart()
                .element("Message", "Créé par « AUTORITE NT\\Système »")
                .open("Keywords")
                .closeStart()
                .element("Keyword", "a")
                .element("Keyword", "b")
                .end()
                .end()
                .end()
                .finish());
        assertThat(Heard.of(log).fields())
                .containsExactly(
                        "System/EventID=1",
                        "System/EventRecordID=3229",
                        "RenderingInfo/@Culture=fr-FR",
                        "RenderingInfo/Message=Créé par « AUTORITE NT\\Système »",
                        "RenderingInfo/Keywords/Keyword=a",
                        "RenderingInfo/Keywords/Keyword=b");
    }

    @Test
    void attributes_follow_one_another() {
        var log = Logs.template(xml -> xml.openWithAttributes("Execution")
                .attribute("ProcessID")
                .text("4")
                .attribute("ThreadID")
                .text("8")
                .closeEmpty());
        assertThat(Heard.of(log).fields()).containsExactly("Execution/@ProcessID=4", "Execution/@ThreadID=8");
    }

    @Test
    void texts_that_follow_one_another_are_one() {
        var log = Logs.template(
                xml -> xml.open("A")
                        .closeStart()
                        .text("a")
                        .cdata("<b>")
                        .character('c')
                        .entity("amp")
                        .entity("lt")
                        .entity("gt")
                        .entity("quot")
                        .entity("apos")
                        .entity("copy")
                        .place(0, ValueType.TEXT)
                        .text("!")
                        .end(),
                EvtxValue.text("value"));
        assertThat(Heard.of(log).fields()).containsExactly("A=a<b>c&<>\"'&copy;value!");
    }

    @Test
    void an_attribute_is_made_of_the_same_parts() {
        var log = Logs.template(
                xml -> xml.openWithAttributes("A")
                        .attribute("x")
                        .text("1")
                        .character('2')
                        .entity("amp")
                        .place(0, ValueType.TEXT)
                        .closeEmpty(),
                EvtxValue.text("3"));
        assertThat(Heard.of(log).fields()).containsExactly("A/@x=12&3");
    }

    @Test
    void half_a_character_is_no_character() {
        assertThat(Heard.of(Logs.template(xml ->
                                xml.open("A").closeStart().character(0xD83D).end()))
                        .fields())
                .containsExactly("A=\uFFFD");
    }

    @Test
    void a_processing_instruction_is_a_field() {
        var log = Logs.template(
                xml -> xml.open("A").closeStart().instruction("sort", "by=time").end());
        assertThat(Heard.of(log).fields()).containsExactly("A/?sort=by=time");
    }

    @Test
    void an_empty_element_is_a_field_without_a_value() {
        var log = Logs.template(xml -> xml.open("A")
                .closeStart()
                .open("B")
                .closeEmpty()
                .open("C")
                .closeStart()
                .end()
                .end());
        assertThat(Heard.of(log).fields()).containsExactly("A/B=", "A/C=");
    }

    @Test
    void text_between_elements_keeps_its_place_and_blanks_go() {
        var log = Logs.template(xml -> xml.open("A")
                .closeStart()
                .text("\r\n  ")
                .element("B", "1")
                .text("between")
                .element("C", "2")
                .text("\r\n")
                .end());
        assertThat(Heard.of(log).fields()).containsExactly("A/B=1", "A=between", "A/C=2");
    }

    @Test
    void a_normal_place_without_a_value_is_empty_text() {
        var log = Logs.template(xml -> xml.element("A", 0, ValueType.TEXT), EvtxValue.none());
        assertThat(Heard.of(log).fields()).containsExactly("A=");
    }

    @Test
    void an_optional_place_without_a_value_takes_its_element_or_attribute_along() {
        var log = Logs.template(
                xml -> xml.open("Gone")
                        .closeStart()
                        .optionalPlace(0, ValueType.TEXT)
                        .end()
                        .openWithAttributes("Stays")
                        .attribute("gone")
                        .optionalPlace(0, ValueType.TEXT)
                        .attribute("stays")
                        .optionalPlace(1, ValueType.TEXT)
                        .closeEmpty(),
                EvtxValue.none(),
                EvtxValue.text("x"));
        assertThat(Heard.of(log).fields()).containsExactly("Stays/@stays=x");
    }

    @Test
    void an_element_goes_with_the_value_that_it_depends_on() {
        var log = Logs.template(
                xml -> xml.open("Gone", 0, false)
                        .closeStart()
                        .text("x")
                        .end()
                        .open("Stays", 1, false)
                        .closeStart()
                        .text("x")
                        .end(),
                EvtxValue.none(),
                EvtxValue.u16(1));
        assertThat(Heard.of(log).fields()).containsExactly("Stays=x");
    }

    @Test
    void a_place_for_a_value_that_was_not_given_is_empty() {
        var log = Logs.template(xml -> xml.element("A", 9, ValueType.TEXT)
                .open("Gone")
                .closeStart()
                .optionalPlace(8, ValueType.TEXT)
                .end());
        assertThat(Heard.of(log).fields()).containsExactly("A=");
    }

    @Test
    void data_keeps_its_name_or_its_order() {
        var log = Logs.template(
                xml -> xml.open("EventData")
                        .closeStart()
                        .openWithAttributes("Data")
                        .attribute("Name")
                        .text("User")
                        .closeStart()
                        .place(0, ValueType.TEXT)
                        .end()
                        .openWithAttributes("Data")
                        .attribute("Name")
                        .place(1, ValueType.TEXT)
                        .attribute("Type")
                        .text("t")
                        .closeStart()
                        .end()
                        .element("Data", "first")
                        .element("Data", "second")
                        .end(),
                EvtxValue.text("bob"),
                EvtxValue.text("a]/b"));
        assertThat(Heard.of(log).fields())
                .containsExactly(
                        "EventData/Data[User]=bob",
                        "EventData/Data[a]]/b]/@Type=t",
                        "EventData/Data=first",
                        "EventData/Data=second");
    }

    @Test
    void data_with_a_very_long_name_keeps_it_as_an_attribute() {
        var name = "n".repeat(257);
        var log = Logs.template(xml ->
                xml.openWithAttributes("Data").attribute("Name").text(name).closeEmpty());
        assertThat(Heard.of(log).fields()).containsExactly("Data/@Name=" + name);
    }

    @Test
    void xml_as_a_value_stands_below_its_place() {
        var inner = new EvtxTemplate(template -> template.fragment()
                .open("UserData")
                .closeStart()
                .open("Operation")
                .closeStart()
                .element("Id", 0, ValueType.TEXT)
                .end()
                .end()
                .finish());
        var log = Logs.single(xml -> xml.fragment()
                .instance(
                        Logs.OUTER,
                        EvtxValue.u16(1),
                        EvtxValue.xml(nested -> nested.fragment()
                                .instance(inner, EvtxValue.text("deep"))
                                .finish()))
                .finish());
        assertThat(Heard.of(log).fields()).containsExactly("System/EventID=1", "UserData/Operation/Id=deep");
    }

    @Test
    void xml_as_a_value_needs_no_template() {
        var log = Logs.single(xml -> xml.fragment()
                .instance(
                        Logs.OUTER,
                        EvtxValue.u16(1),
                        EvtxValue.xml(nested -> nested.open("EventData")
                                .closeStart()
                                .element("Data", "x")
                                .end()
                                .finish()))
                .finish());
        assertThat(Heard.of(log).fields()).containsExactly("System/EventID=1", "EventData/Data=x");
    }

    @Test
    void a_template_may_hold_another_with_its_values() {
        var inner = new EvtxTemplate(
                template -> template.fragment().element("A", 0, ValueType.TEXT).finish());
        var log = Logs.template(xml -> xml.instance(inner, EvtxValue.text("inside")));
        assertThat(Heard.of(log).fields()).containsExactly("A=inside");
    }

    @Test
    void a_second_record_uses_names_and_template_of_the_first() {
        var log = new EvtxWriter()
                .chunk(chunk -> chunk.record(1, Logs.TIME, Logs.logon(1, "A", "a"))
                        .record(2, Logs.TIME, Logs.logon(2, "B", "b")))
                .bytes();
        assertThat(Heard.of(log).events)
                .extracting(event -> event.value("System/EventID"), event -> event.value("EventData/Data[User]"))
                .containsExactly(tuple("1", "a"), tuple("2", "b"));
    }

    @Test
    void an_outermost_element_of_another_name_is_kept() {
        var log = Logs.single(xml ->
                xml.fragment().open("Odd").closeStart().element("A", "1").end().finish());
        assertThat(Heard.of(log).fields()).containsExactly("Odd/A=1");
    }

    @Test
    void a_name_that_is_none_is_made_one() {
        var log = Logs.template(xml -> xml.element("1 a/b<", "x"));
        assertThat(Heard.of(log).fields()).containsExactly("__a_b_=x");
    }

    @Test
    void an_unknown_token_costs_the_record() {
        var heard = Heard.of(
                Logs.single(xml -> xml.fragment().open("Event").closeStart().raw(0x1E)));
        assertThat(heard.events).isEmpty();
        assertThat(heard.causes())
                .containsExactly(
                        "The XML of this record holds a token that is not known or stands in a wrong place (0x1e).");
    }
}
