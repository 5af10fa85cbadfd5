// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.eventjson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.XmlCursor;

/// A result of a search in Splunk: the XML of the event where it is kept, otherwise what was extracted of it.
final class SearchResult implements EventShape {
    private static final Set<String> ELEMENTS =
            Set.of("Channel", "EventID", "Computer", "Level", "Task", "Opcode", "Keywords", "Version");

    @Override
    public boolean fits(Json.Members record) {
        return record.members("result")
                .filter(result -> isXml(result) || FlatEvent.EXTRACTED.fits(result))
                .isPresent();
    }

    private static boolean isXml(Json.Members result) {
        return result.text("_raw").stripLeading().startsWith("<Event");
    }

    @Override
    public JsonEvent read(Json.Members record) throws BadRecord {
        var result = record.members("result").orElseThrow();
        return isXml(result) ? ofXml(result.text("_raw").strip()) : FlatEvent.EXTRACTED.read(result);
    }

    private static JsonEvent ofXml(String text) throws BadRecord {
        var fields = new Fields();
        var time = new StringBuilder();
        try {
            XmlCursor.read(Document.inside(text.getBytes(StandardCharsets.UTF_8)), xml -> {
                xml.enter();
                for (var name = xml.child(); name != null; name = xml.child()) {
                    switch (name) {
                        case "System" -> system(xml, fields, time);
                        case "EventData" -> data(xml, fields);
                        case "UserData" -> userData(xml, fields);
                        default -> {}
                    }
                }
            });
        } catch (BadRecord e) {
            throw new BadRecord(e.cause(), e.cure());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no stream that could fail", e);
        }
        return JsonEvent.of(fields, Stamp.utc(time.toString()));
    }

    private static void system(XmlCursor xml, Fields fields, StringBuilder time) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "Provider" -> fields.own("provider_name", orEmpty(xml.attribute("Name")));
                case "TimeCreated" -> time.append(orEmpty(xml.attribute("SystemTime")));
                case "EventRecordID" -> fields.number(xml.text());
                case "Execution" -> {
                    fields.own("execution_processid", orEmpty(xml.attribute("ProcessID")));
                    fields.own("execution_threadid", orEmpty(xml.attribute("ThreadID")));
                }
                default -> {
                    if (ELEMENTS.contains(name)) {
                        fields.own(name.toLowerCase(Locale.ROOT), xml.text());
                    }
                }
            }
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void data(XmlCursor xml, Fields fields) throws IOException, BadRecord {
        xml.enter();
        for (var element = xml.child(); element != null; element = xml.child()) {
            var name = xml.attribute("Name");
            var text = xml.text();
            if (name != null) {
                fields.datum(name, text);
            } else if (element.equals("Data")) {
                fields.unnamed(text);
            } else {
                fields.datum(element, text);
            }
        }
    }

    private static void userData(XmlCursor xml, Fields fields) throws IOException, BadRecord {
        xml.enter();
        while (xml.child() != null) {
            data(xml, fields);
        }
    }
}
