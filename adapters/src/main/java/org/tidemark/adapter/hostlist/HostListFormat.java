// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.hostlist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.WebAddress;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedVersion;
import org.tidemark.exposure.Sighting;

/// A list of people's own: on each line a host or address, perhaps with a port, and a build. Between them stand blanks,
/// a tab, a comma or a semicolon; what follows `#` is a comment; a line may name the columns.
///
/// Nothing says what the builds were read from, so they count as reported by somebody else.
public final class HostListFormat implements LineFormat {
    private static final String ID = "hostlist";
    private static final int LOOKED_AT = 20;

    private static final Pattern ENTRY = Pattern.compile(
            "(?<host>[^\\s\\p{Cntrl},;\"]{1,300})(?:[ \\t]*[,;\\t][ \\t]*| +)(?<build>(?:Version )?\\d{1,3}(?:\\.\\d{1,6}){1,3}"
                    + "|Version \\d{1,3}\\.\\d{1,3} \\(Build \\d{1,6}(?:\\.\\d{1,6})?\\))");

    private static final Pattern COLUMNS = Pattern.compile(
            "(?:host|hostname|ip|address|server|name|fqdn)[ \\t,;]+" + "(?:build|version|buildnumber|build number)");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        if (head.text().chars().anyMatch(HostListFormat::isBinary)) {
            return Claim.NO;
        }
        var lines = head.text()
                .lines()
                .limit(LOOKED_AT)
                .map(HostListFormat::bare)
                .filter(line -> !line.isEmpty())
                .toList();
        long entries =
                lines.stream().filter(line -> ENTRY.matcher(line).matches()).count();
        // Most, not all: a line that cannot be read must not hide the others.
        return entries > 0 && entries * 2 >= lines.size() ? Claim.FALLBACK : Claim.NO;
    }

    /// Characters that no text has: a list of hosts is text.
    private static boolean isBinary(int c) {
        return (c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f') || c == 0x7F;
    }

    @Override
    public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
        var line = bare(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        if (line.isEmpty() || isHeader(line)) {
            return;
        }
        var entry = ENTRY.matcher(line);
        var address = entry.matches() ? WebAddress.of(entry.group("host")) : WebAddress.NONE;
        if (address.host() == null) {
            throw new BadRecord(
                    "This line is not a host followed by a build.", "Write it as: mail.example.org 15.1.2507.39");
        }
        sink.sighting(new Sighting(
                server(address.host(), address.port()),
                null,
                List.of(new StatedVersion(Basis.REPORT, entry.group("build"))),
                Map.of(),
                new Sighting.Source(position.file(), position.line(), ID)));
    }

    private static Server server(String host, @Nullable Integer port) {
        return WebAddress.isIp(host)
                ? Server.at(host, port)
                : Server.at(null, port).withHost(host);
    }

    private static boolean isHeader(String line) {
        return COLUMNS.matcher(line.toLowerCase(Locale.ROOT)).matches();
    }

    /// A line without its comment, and without the quotes that a spreadsheet puts around values.
    private static String bare(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment))
                .replace("\"", "")
                .strip();
    }
}
