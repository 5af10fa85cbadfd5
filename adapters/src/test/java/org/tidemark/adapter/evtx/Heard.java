// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What a log gave.
final class Heard implements EvtxSink {
    final List<EvtxEvent> events = new ArrayList<>();
    final List<EvtxFault> faults = new ArrayList<>();

    static Heard of(byte[] log) {
        return of(new ByteArrayInputStream(log));
    }

    static Heard of(InputStream log) {
        var heard = new Heard();
        try {
            EvtxReader.read(log, heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    @Override
    public void event(EvtxEvent event) {
        events.add(event);
    }

    @Override
    public void fault(EvtxFault fault) {
        faults.add(fault);
    }

    List<String> causes() {
        return faults.stream().map(EvtxFault::cause).toList();
    }

    List<Long> numbers(boolean recovered) {
        return events.stream()
                .filter(event -> event.recovered() == recovered)
                .map(EvtxEvent::number)
                .toList();
    }

    /// The fields of the only event, as `path=value`.
    List<String> fields() {
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events, and " + faults);
        }
        return events.getFirst().fields().stream()
                .map(field -> field.path() + '=' + field.value())
                .toList();
    }
}
