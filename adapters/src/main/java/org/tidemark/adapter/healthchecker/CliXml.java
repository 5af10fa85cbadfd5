// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.XmlCursor;

/// Reads the XML that PowerShell's Export-Clixml writes (MS-PSRP, section 2.2.5).
///
/// An object is written once; later it is only referred to by its number. References are resolved here and never
/// followed, so circles are harmless.
final class CliXml {
    static final String NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04";

    private static final int MOST_OBJECTS = 1_000_000;
    private static final long MOST_TEXT = 64L << 20;

    /// Parts that are gone over: the report as it was shown on the screen, which is larger than all the rest and
    /// comes after what it shows.
    private static final Set<String> PASSED_BY = Set.of("HtmlServerValues", "DisplayResults");

    private final Map<String, PsObject> objects = new HashMap<>();
    private int count;
    private long text;

    private CliXml() {}

    /// The objects of a document.
    static List<PsObject> read(Document document) throws IOException, BadRecord {
        var roots = new ArrayList<PsObject>();
        XmlCursor.read(document, xml -> {
            if (!xml.name().equals("Objs")) {
                throw new BadRecord("This is not an export of PowerShell objects.", "Export it by Export-Clixml.");
            }
            new CliXml().readValues(xml, roots);
        });
        return roots;
    }

    private void readValues(XmlCursor xml, List<PsObject> into) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            into.add(readValue(xml, name));
        }
    }

    private PsObject readValue(XmlCursor xml, String element) throws IOException, BadRecord {
        if (++count > MOST_OBJECTS) {
            throw tooLarge(xml);
        }
        return switch (element) {
            case "Obj" -> readObject(xml);
            case "Ref" -> objects.getOrDefault(reference(xml), PsObject.UNSEEN);
            case "Nil" -> PsObject.nothing();
            // Serialised .NET objects and certificates: nothing in them is asked for.
            case "BA" -> PsObject.UNSEEN;
            default -> PsObject.of(readText(xml));
        };
    }

    private PsObject readObject(XmlCursor xml) throws IOException, BadRecord {
        var object = new PsObject();
        objects.put(reference(xml), object);
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                // What is asked for is told by names, not by types, which differ between versions.
                case "TN", "TNRef" -> {}
                case "ToString" -> object.setText(readText(xml));
                case "Props", "MS" -> readMembers(xml, object);
                case "LST", "IE", "QUE", "STK" -> readValues(xml, object.makeList());
                case "DCT" -> readDictionary(xml, object);
                // The number of an enum stands beside its name, which is what is asked for.
                default -> readPlain(xml, name, object);
            }
        }
        return object;
    }

    private void readPlain(XmlCursor xml, String element, PsObject object) throws IOException, BadRecord {
        var value = readValue(xml, element).text();
        if (object.text() == null && value != null) {
            object.setText(value);
        }
    }

    private void readMembers(XmlCursor xml, PsObject object) throws IOException, BadRecord {
        xml.enter();
        for (var element = xml.child(); element != null; element = xml.child()) {
            var attribute = xml.attribute("N");
            if (attribute != null) {
                var name = unescape(attribute);
                if (!PASSED_BY.contains(name)) {
                    object.setMember(name, readValue(xml, element));
                }
            }
        }
    }

    private void readDictionary(XmlCursor xml, PsObject object) throws IOException, BadRecord {
        var entries = object.makeDictionary();
        xml.enter();
        while (xml.child() != null) {
            var entry = new PsObject();
            readMembers(xml, entry);
            var key = entry.at("Key").text();
            if (key != null) {
                entries.put(key, entry.at("Value"));
            }
        }
    }

    private static String reference(XmlCursor xml) {
        var number = xml.attribute("RefId");
        return number == null ? "" : number;
    }

    private String readText(XmlCursor xml) throws IOException, BadRecord {
        var value = unescape(xml.text());
        text += value.length();
        if (text > MOST_TEXT) {
            throw tooLarge(xml);
        }
        return value;
    }

    private static BadRecord tooLarge(XmlCursor xml) {
        return xml.bad("This export holds more than a report of one server can.", "Export each server on its own.");
    }

    /// Undoes `_x000D_`: characters that XML cannot hold are written as four hexadecimal digits.
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int code = code(text, at);
            if (code >= 0) {
                plain.append(text, done, at).append((char) code);
                done = at + 7;
            }
            at = text.indexOf("_x", Math.max(done, at + 1));
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static int code(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
