// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// When a scan ran.
record ScanDay(Instant begun, Duration length) {
    /// The one port that both sensors ask.
    static final String PORT = "443";

    static ScanDay of(LocalDate day, LocalTime begun, Duration length) {
        return new ScanDay(day.atTime(begun).toInstant(ZoneOffset.UTC), length);
    }

    /// @param place how far the scan was, from 0 to 1
    Instant at(double place) {
        return begun.plusSeconds((long) (length.toSeconds() * place));
    }

    /// Writes beside a scan's file what it covered: everything.
    void declare(Path file, String sensor, String method) throws IOException {
        Files.writeString(Path.of(file + ".scan.yaml"), """
                sensor: %s
                method: %s
                ports: [%s]
                complete: true
                startedAt: %s
                endedAt: %s
                """.formatted(sensor, method, PORT, begun, begun.plus(length)));
    }
}
