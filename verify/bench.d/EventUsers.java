// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Prints the number and the account of every event, by Tidemark's own reader: what it read, record by record.
final class EventUsers {
    private EventUsers() {}

    public static void main(String[] args) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 20);
                var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            EvtxReader.read(in, new EvtxSink() {
                @Override
                public void event(EvtxEvent event) {
                    try {
                        out.write(event.number() + " " + user(event) + "\n");
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }

                @Override
                public void fault(EvtxFault fault) {
                    System.err.println(fault.cause());
                }
            });
        }
    }

    private static String user(EvtxEvent event) {
        for (var field : event.fields()) {
            if (field.path().contains("TargetUserName")) {
                return field.value();
            }
        }
        return "";
    }
}
