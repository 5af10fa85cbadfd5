// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Walks once through a JSON record and takes what it is asked for; everything else is skipped without being built.
///
/// The cursor always stands on a value. A value that nobody took is skipped by the next step, so a reader names only
/// the members that it knows:
/// ```java
/// if (json.enterObject()) {
///     for (var name = json.name(); name != null; name = json.name()) {
///         switch (name) {
///             case "ip" -> ip = json.text();
///             case "data" -> readData(json);
///             default -> {}
///         }
///     }
/// }
/// ```
/// Loops over an object or array must run to their end. Nothing in the input can cause anything but a [BadRecord].
public final class JsonCursor {
    /// Deeper than any of the tools nests, and far from what a stack bears: readers may descend by recursion.
    static final int DEEPEST = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Limits.LONGEST_LINE)
                    .maxNameLength(10_000)
                    .maxNumberLength(1_000)
                    .build())
            // Bodies come from the wire; some tools pass their control characters on as they are.
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final String CURE = "Take this record from its source again; the others were read.";

    private final JsonParser parser;
    private boolean untaken = true;

    private JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /// What a reader makes of one record. It may be called again for the same record.
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonCursor json) throws BadRecord;
    }

    /// Reads the one record of a line.
    public static <T> T read(byte[] bytes, int from, int to, Reading<T> reading) throws BadRecord {
        try {
            return readOnce(bytes, from, to, reading);
        } catch (JacksonException e) {
            if (isUtf8(bytes, from, to)) {
                throw unsound(e);
            }
        }
        // Bytes that are no text: the rest of the record still counts, they become replacement characters.
        var repaired = new String(bytes, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        try {
            return readOnce(repaired, 0, repaired.length, reading);
        } catch (JacksonException e) {
            throw unsound(e);
        }
    }

    /// Reads the one record of a document. The stream is not closed.
    public static <T> T read(Document document, Reading<T> reading) throws IOException, BadRecord {
        var starts = new LineStarts(document);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(document.in(), starts))) {
            return whole(parser, reading);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            var bad = unsound(e);
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw line < 1 ? bad : new BadRecord(bad.cause(), bad.cure(), (long) line, starts.offsetOf(line));
        }
    }

    private static <T> T readOnce(byte[] bytes, int from, int to, Reading<T> reading) throws BadRecord {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            return whole(parser, reading);
        }
    }

    private static <T> T whole(JsonParser parser, Reading<T> reading) throws BadRecord {
        if (parser.nextToken() == null) {
            throw new BadRecord("There is no JSON record here.", CURE);
        }
        var cursor = new JsonCursor(parser);
        var result = reading.read(cursor);
        cursor.skip();
        if (parser.nextToken() != null) {
            throw new BadRecord("Something follows after the end of the JSON record.", CURE);
        }
        return result;
    }

    private static BadRecord unsound(JacksonException e) {
        var column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        var where = column > 0 ? " at column " + column : "";
        var said = String.valueOf(e.getOriginalMessage());
        // What follows tells the parser's own settings.
        int rest = said.indexOf(" (start marker at");
        var what = (rest < 0 ? said : said.substring(0, rest)).strip();
        return new BadRecord("This is not sound JSON" + where + ": " + what + (what.endsWith(".") ? "" : "."), CURE);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Enters the record, which must be an object.
    public void enterRecord() throws BadRecord {
        if (!enterObject()) {
            throw new BadRecord("This JSON record is not an object.", CURE);
        }
    }

    /// Enters the value if it is an object; otherwise leaves it behind.
    public boolean enterObject() {
        return enter(JsonToken.START_OBJECT);
    }

    /// Enters the value if it is an array; otherwise leaves it behind.
    public boolean enterArray() {
        return enter(JsonToken.START_ARRAY);
    }

    private boolean enter(JsonToken start) {
        if (parser.currentToken() == start) {
            untaken = false;
            return true;
        }
        skip();
        return false;
    }

    /// Goes to the next member of the object that was entered.
    ///
    /// @return its name, or null at the object's end
    public @Nullable String name() {
        skip();
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        var name = parser.currentName();
        parser.nextToken();
        untaken = true;
        return name;
    }

    /// Goes to the next element of the array that was entered.
    ///
    /// @return false at the array's end
    public boolean element() {
        skip();
        var token = parser.nextToken();
        untaken = token != null && token != JsonToken.END_ARRAY;
        return untaken;
    }

    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /// Leaves the value behind.
    public void skip() {
        if (untaken) {
            untaken = false;
            parser.skipChildren();
        }
    }

    /// The value as text; null for an object, an array, a JSON null and blank text, which all say nothing.
    public @Nullable String text() {
        var text = rawText();
        return text == null || text.isBlank() ? null : text;
    }

    /// The value as text as it stands there, blank or not; empty for an object, an array and a JSON null.
    public String content() {
        var text = rawText();
        return text == null ? "" : text;
    }

    private @Nullable String rawText() {
        var token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            skip();
            return null;
        }
        untaken = false;
        return parser.getString();
    }

    /// The value as a whole number, also where it is written as text; null where it is none.
    public @Nullable Long number() {
        return Numbers.whole(text());
    }

    /// The value as a port; null where it is none.
    public @Nullable Integer port() {
        return Numbers.port(text());
    }

    /// Whether the value is true, also where it is written as text.
    public boolean truth() {
        return "true".equals(text());
    }

    /// The texts of an array, or the one text that stands in its place.
    public List<String> texts() {
        var texts = new ArrayList<String>();
        if (isArray()) {
            enterArray();
            while (element()) {
                addText(texts);
            }
        } else {
            addText(texts);
        }
        return texts;
    }

    private void addText(List<String> texts) {
        var text = text();
        if (text != null) {
            texts.add(text);
        }
    }

    /// Keeps the parser from closing a stream that it does not own, and the places of lines.
    private static final class Unclosed extends java.io.FilterInputStream {
        private final LineStarts starts;

        Unclosed(InputStream in, LineStarts starts) {
            super(in);
            this.starts = starts;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            starts.passed(bytes, from, from + Math.max(count, 0));
            return count;
        }

        @Override
        public void close() {}
    }
}
