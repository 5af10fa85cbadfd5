// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Fields as XML text again.
class EvtxXmlTest {
    private static String xml(EvtxField... fields) {
        return new EvtxEvent(1, 0, null, false, List.of(fields)).xml();
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    @Test
    void an_event_is_indented_xml() {
        assertThat(Heard.of(Logs.single(Logs.logon(4624, "EX01", "bob")))
                        .events
                        .getFirst()
                        .xml())
                .isEqualTo("""
                        <Event xmlns="urn:events">
                          <System>
                            <Provider Name="Auditing"/>
                            <EventID>4624</EventID>
                            <Computer>EX01</Computer>
                          </System>
                          <EventData>
                            <Data Name="User">bob</Data>
                          </EventData>
                        </Event>
                        """);
    }

    @Test
    void neighbours_of_the_same_name_stay_two_elements() {
        var log = Logs.template(xml -> xml.open("A")
                .closeStart()
                .open("B")
                .closeStart()
                .element("C", "1")
                .end()
                .open("B")
                .closeStart()
                .element("D", "2")
                .end()
                .open("B")
                .closeEmpty()
                .openWithAttributes("B")
                .attribute("x")
                .text("3")
                .closeEmpty()
                .end());
        assertThat(Heard.of(log).events.getFirst().xml()).isEqualTo("""
                <Event>
                  <A>
                    <B>
                      <C>1</C>
                    </B>
                    <B>
                      <D>2</D>
                    </B>
                    <B/>
                    <B x="3"/>
                  </A>
                </Event>
                """);
    }

    @Test
    void what_means_something_in_xml_is_escaped() throws Exception {
        var hostile = "<a href=\"x\">&amp;'\r\n\t]]>";
        var event = parsed(xml(new EvtxField("A/@x", hostile, 1), new EvtxField("A", hostile, 0)));
        var element = (Element) event.getElementsByTagName("A").item(0);
        assertThat(element.getAttribute("x")).isEqualTo(hostile);
        assertThat(element.getTextContent()).isEqualTo(hostile);
    }

    @Test
    void what_xml_cannot_hold_is_replaced() throws Exception {
        var event = parsed(xml(new EvtxField("A", "\0\u001B[31m\uFFFF\uD83D 😀")));
        assertThat(event.getTextContent().strip()).isEqualTo("\uFFFD\uFFFD[31m\uFFFD\uFFFD 😀");
    }

    @Test
    void the_name_of_data_may_be_anything() throws Exception {
        var log = Logs.template(xml -> xml.openWithAttributes("Data")
                .attribute("Name")
                .text("a]]/b[c\"")
                .closeStart()
                .text("x")
                .end());
        var event = parsed(Heard.of(log).events.getFirst().xml());
        assertThat(((Element) event.getElementsByTagName("Data").item(0)).getAttribute("Name"))
                .isEqualTo("a]]/b[c\"");
    }

    @Test
    void a_processing_instruction_cannot_end_early() throws Exception {
        var event = parsed(xml(new EvtxField("A/?sort", "by ?><b/>", 1)));
        assertThat(event.getElementsByTagName("b").getLength()).isZero();
    }

    @Test
    void fields_that_somebody_wrote_by_hand_are_xml_too() throws Exception {
        var event = parsed(xml(
                new EvtxField("System/EventID", "1"),
                new EvtxField("System/Computer", "EX01"),
                new EvtxField("EventData/Data", "a"),
                new EvtxField("EventData/Data", "b"),
                new EvtxField("System/Provider/@Name", "late")));
        assertThat(event.getElementsByTagName("Data").getLength()).isEqualTo(2);
        assertThat(event.getElementsByTagName("Provider").getLength()).isEqualTo(1);
    }
}
