// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mmdb;

import com.maxmind.db.CHMCache;
import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Address;

/// One file of the MaxMind DB format (version 2.0 of its specification): a tree from addresses to records. Names of
/// fields are those of GeoLite2 and DB-IP, and the flat ones of IPinfo.
public final class AddressDatabase implements AutoCloseable {
    private final Reader reader;
    private final String name;
    private boolean damaged;

    private AddressDatabase(Reader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    /// @throws IOException where the file cannot be read or is none of this format
    public static AddressDatabase open(Path file) throws IOException {
        return opened(() -> new Reader(file.toFile(), new CHMCache()), String.valueOf(file.getFileName()));
    }

    /// The same from a stream, held in memory.
    ///
    /// @throws IOException where the stream cannot be read or is none of this format
    public static AddressDatabase read(InputStream in, String name) throws IOException {
        return opened(() -> new Reader(in, new CHMCache()), name);
    }

    private interface Opening {
        Reader open() throws IOException;
    }

    private static AddressDatabase opened(Opening opening, String name) throws IOException {
        try {
            return new AddressDatabase(opening.open(), name);
        } catch (InvalidDatabaseException | RuntimeException e) {
            // The library meets a few kinds of damage with exceptions of the JDK.
            throw new IOException(name + " is no MaxMind DB file", e);
        }
    }

    /// The file's name, without its folder.
    public String name() {
        return name;
    }

    /// The day on which its maker built it.
    public LocalDate built() {
        return LocalDate.ofInstant(reader.getMetadata().buildTime(), ZoneOffset.UTC);
    }

    /// Whether a look-up met damage; what was found elsewhere holds.
    public boolean isDamaged() {
        return damaged;
    }

    /// The country of an address, two letters.
    public Optional<String> country(String address) {
        return record(address)
                .flatMap(record -> text(record.get("country") instanceof Map<?, ?> country
                                ? country.get("iso_code")
                                : record.get("country_code"))
                        .or(() -> text(record.get("country")).filter(country -> country.length() == 2)));
    }

    /// The number of the network of an address, digits alone.
    public Optional<String> network(String address) {
        return record(address)
                .flatMap(record -> text(record.get("autonomous_system_number")).or(() -> text(record.get("asn"))))
                .map(asn -> asn.regionMatches(true, 0, "AS", 0, 2) ? asn.substring(2) : asn)
                .filter(asn -> !asn.isEmpty() && asn.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value)
                .filter(known -> !(known instanceof Map))
                .map(Object::toString)
                .filter(text -> !text.isEmpty());
    }

    private Optional<Map<?, ?>> record(String address) {
        if (!Address.isOne(address)) {
            return Optional.empty();
        }
        try {
            // A literal, so that nothing asks a name server.
            return Optional.ofNullable(reader.get(InetAddress.ofLiteral(address), Map.class));
        } catch (IOException | RuntimeException e) {
            damaged = true;
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
