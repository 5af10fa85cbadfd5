// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.OutputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON for others, written as it comes. Every text is [made printable][PrintableText], and a property without a value
/// is left out.
public final class JsonText implements AutoCloseable {
    private final JsonGenerator json;
    private boolean written;

    private JsonText(OutputStream out, PrettyPrinter printer) {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        this.json = factory.createGenerator(new Printed(printer), out, JsonEncoding.UTF8);
    }

    /// One document, in lines that a person can read and compare.
    public static JsonText document(OutputStream out) {
        var lines = new DefaultIndenter("  ", "\n");
        return new JsonText(
                out,
                new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                        .withArrayIndenter(lines)
                        .withObjectIndenter(lines));
    }

    /// JSON Lines: one object a line.
    public static JsonText lines(OutputStream out) {
        return new JsonText(out, new MinimalPrettyPrinter("\n"));
    }

    public JsonText object() {
        written = true;
        json.writeStartObject();
        return this;
    }

    public JsonText object(String name) {
        json.writeName(name);
        json.writeStartObject();
        return this;
    }

    public JsonText end() {
        json.writeEndObject();
        return this;
    }

    public JsonText list(String name) {
        json.writeName(name);
        json.writeStartArray();
        return this;
    }

    public JsonText endList() {
        json.writeEndArray();
        return this;
    }

    /// A text; nothing where it is null or blank.
    public JsonText text(String name, @Nullable Object value) {
        if (value != null) {
            var text = PrintableText.of(value.toString());
            if (!text.isBlank()) {
                json.writeStringProperty(name, text);
            }
        }
        return this;
    }

    public JsonText number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /// A number as it is spelled.
    ///
    /// @param decimal digits, with a point at most
    public JsonText decimal(String name, String decimal) {
        json.writeName(name);
        json.writeNumber(decimal);
        return this;
    }

    public JsonText flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    /// A list of texts; nothing where there is none.
    public JsonText texts(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            json.writeName(name);
            json.writeStartArray();
            values.forEach(value -> json.writeString(PrintableText.of(value.toString())));
            json.writeEndArray();
        }
        return this;
    }

    /// Ends the last line. The stream stays open.
    @Override
    public void close() {
        if (written) {
            json.writeRaw('\n');
        }
        json.close();
    }

    private static final class Printed extends ObjectWriteContext.Base {
        private final PrettyPrinter printer;

        Printed(PrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
