// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.tidemark.simulate.Seen;

/// A day's report of the feed, in the columns that it had in 2021.
final class FeedFile implements Closeable {
    private static final String[] COLUMNS = {
        "timestamp",
        "ip",
        "port",
        "hostname",
        "tag",
        "asn",
        "geo",
        "region",
        "city",
        "naics",
        "sic",
        "sector",
        "version",
        "servername",
        "url"
    };
    /// Columns whose numbers stand without quotes: port, asn, naics, sic.
    private static final Set<Integer> NUMBERS = Set.of(2, 5, 9, 10);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CsvWriter csv;
    private final Wording.Feed words;
    private final ScanDay scan;
    private long rows;

    FeedFile(Path file, Wording.Feed words, ScanDay scan) throws IOException {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new AsTheFeedQuotes())
                .build(Streams.gzip(file), StandardCharsets.UTF_8);
        this.words = words;
        this.scan = scan;
        csv.writeRecord(COLUMNS);
    }

    void write(Seen seen) {
        // A damaged row is one that no reader can place: neither its address nor its host is left.
        boolean damaged = seen.damaged();
        csv.writeRecord(
                TIME.format(scan.at(seen.place())),
                damaged ? seen.ip() + "9999" : seen.ip(),
                ScanDay.PORT,
                damaged ? null : seen.host(),
                tags(seen.tagged()),
                Integer.toString(seen.system()),
                seen.country().code(),
                seen.country().region(),
                seen.country().city(),
                "0",
                "0",
                seen.sector(),
                seen.shownBuild(),
                seen.name(),
                null);
        rows++;
    }

    private String tags(Seen.Tagged tagged) {
        return switch (tagged) {
            case NOTHING -> words.tag();
            case FLAW -> words.tag() + ";" + words.flawTag();
            case MITIGATED -> words.tag() + ";" + words.mitigatedTag();
        };
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static final class AsTheFeedQuotes implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int column, String value) {
            return line == 1 || !NUMBERS.contains(column);
        }
    }
}
