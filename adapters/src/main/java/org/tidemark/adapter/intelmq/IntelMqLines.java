// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.intelmq;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tidemark.adapter.JsonText;
import org.tidemark.export.Exposed;
import org.tidemark.export.Imprint;

/// IntelMQ events as JSON Lines, with the flat names that its messages have. Keeps nothing of what it wrote.
public final class IntelMqLines implements Consumer<Exposed>, AutoCloseable {
    private final JsonText json;
    private final IntelMqEvents events;
    private long written;

    /// @param out stays open
    public IntelMqLines(OutputStream out, Imprint imprint) {
        this.json = JsonText.lines(out);
        this.events = new IntelMqEvents(imprint);
    }

    @Override
    public void accept(Exposed exposed) {
        events.of(exposed).forEach(this::write);
    }

    private void write(Map<String, Object> event) {
        json.object();
        for (var column : IntelMqEvents.COLUMNS) {
            switch (event.get(column)) {
                case null -> {}
                case Integer number -> json.number(column, number);
                case Long number -> json.number(column, number);
                case List<?> texts -> json.texts(column, texts);
                case Object text -> json.text(column, text);
            }
        }
        json.end();
        written++;
    }

    /// How many events were written.
    public long written() {
        return written;
    }

    @Override
    public void close() {
        json.close();
    }
}
