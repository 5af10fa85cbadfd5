// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// JSON Lines: one object a line, UTF-8, each with its `type` first.
public final class JsonRows implements RowWriter {
    private final JsonGenerator json;
    private boolean written;

    public JsonRows(OutputStream out) {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        var context = new LineContext();
        this.json = factory.createGenerator(context, out, JsonEncoding.UTF8);
    }

    @Override
    public void write(Row row) {
        written = true;
        json.writeStartObject();
        json.writeStringProperty("type", row.type());
        row.fields().forEach(this::property);
        json.writeEndObject();
    }

    private void property(String key, @Nullable Object value) {
        json.writeName(key);
        value(value);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case null -> json.writeNull();
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, inner) -> property(String.valueOf(key), inner));
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() {
        if (written) {
            json.writeRaw('\n');
        }
        json.close();
    }

    /// Puts a line break between two objects and no blank anywhere.
    private static final class LineContext extends ObjectWriteContext.Base {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new MinimalPrettyPrinter("\n");
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
