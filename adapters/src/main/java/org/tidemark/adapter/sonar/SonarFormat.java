// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sonar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.adapter.JsonShape;
import org.tidemark.adapter.LineFormat;
import org.tidemark.adapter.RawHttp;
import org.tidemark.adapter.Sink;
import org.tidemark.adapter.Times;
import org.tidemark.adapter.WebAddress;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Sighting;

/// Project Sonar's HTTP studies: one JSON line an answer, the whole answer as base64, at most 150 KB of a host.
///
/// A line says no time; the file's name does: `2021-03-08-1615177261-https_get_443.json.gz`.
public final class SonarFormat implements LineFormat {
    private static final String ID = "sonar";
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-(\\d{10})-[\\w.-]*$");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Claim claim(Head head) {
        var shape = JsonShape.of(head);
        boolean fits = shape.hasScalar("data") && shape.has("ip", "port") && shape.hasAny("vhost", "host");
        return fits && !shape.hasAny("_shodan", "ip_str", "rec_type") ? Claim.LIKELY : Claim.NO;
    }

    @Override
    public void read(byte[] bytes, int from, int to, Position position, Sink sink) throws BadRecord {
        sink.sighting(JsonCursor.read(bytes, from, to, json -> read(json, position)));
    }

    private static Sighting read(JsonCursor json, Position position) throws BadRecord {
        String ip = null;
        Integer port = null;
        String host = null;
        String vhost = null;
        String path = null;
        var data = "";
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "ip" -> ip = json.text();
                case "port" -> port = json.port();
                case "host" -> host = json.text();
                case "vhost" -> vhost = json.text();
                case "path" -> path = WebAddress.path(json.text());
                case "data" -> data = json.content();
                default -> {}
            }
        }
        if (ip == null && host == null) {
            throw new BadRecord("This record names no address.", "Take it from its source again.");
        }
        var asked = vhost != null ? vhost : host;
        var server = Server.at(ip != null ? ip : host, port).withHost(WebAddress.isIp(asked) ? null : asked);
        List<Evidence> evidence =
                data.isEmpty() ? List.of() : List.of(RawHttp.parse(decode(data)).answer(asked, path));
        var source = new Sighting.Source(position.file(), position.line(), ID);
        return new Sighting(server, time(position.file()), evidence, Map.of(), source);
    }

    private static String decode(String base64) throws BadRecord {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRecord("The member data of this record is not base64.", "Take it from its source again.");
        }
    }

    private static @Nullable Instant time(String file) {
        var name = NAME.matcher(file);
        return name.find() ? Times.epochSecond(name.group(1)) : null;
    }
}
