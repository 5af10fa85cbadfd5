// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressDatabaseTest {
    private static final LocalDate BUILT = LocalDate.of(2021, 3, 1);

    private static byte[] tiny() {
        return new TinyDatabase()
                .with(0xC0000200, 24, Map.of("country", Map.of("iso_code", "DE")))
                .with(0xC6336400, 24, Map.of("autonomous_system_number", 64500L))
                .with(0xCB007100, 25, Map.of("country_code", "AT", "asn", "AS64501"))
                .bytes(BUILT.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }

    @Test
    void country_and_network_are_read_in_the_spellings_of_several_makers(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("tiny.mmdb"), tiny());
        try (var database = AddressDatabase.open(file)) {
            assertThat(database.name()).isEqualTo("tiny.mmdb");
            assertThat(database.built()).isEqualTo(BUILT);
            assertThat(database.country("192.0.2.77")).contains("DE");
            assertThat(database.network("192.0.2.77")).isEmpty();
            assertThat(database.network("198.51.100.1")).contains("64500");
            assertThat(database.country("203.0.113.1")).contains("AT");
            assertThat(database.network("203.0.113.1")).contains("64501");
            assertThat(database.country("203.0.113.200")).isEmpty();
            assertThat(database.country("mail.example.org")).isEmpty();
            assertThat(database.isDamaged()).isFalse();
        }
    }

    @Test
    void a_file_of_another_format_is_refused() {
        assertThatThrownBy(() -> AddressDatabase.read(
                        new ByteArrayInputStream("nothing".getBytes(StandardCharsets.US_ASCII)), "a.mmdb"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.mmdb");
    }

    @Test
    void damage_is_noticed_and_throws_nothing() throws IOException {
        var bytes = tiny();
        int data = bytes.length - 200;
        Arrays.fill(bytes, 0, Math.max(0, data / 2), (byte) 0xFE);
        try (var database = AddressDatabase.read(new ByteArrayInputStream(bytes), "a.mmdb")) {
            assertThat(database.country("192.0.2.77")).isEmpty();
            assertThat(database.isDamaged()).isTrue();
        }
    }
}
