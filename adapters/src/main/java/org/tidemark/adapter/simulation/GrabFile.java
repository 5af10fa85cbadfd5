// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.simulation;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeMap;
import org.tidemark.adapter.ContentHash;
import org.tidemark.simulate.Seen;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A day's web scan: one JSON record a server, as ZGrab2 wrote them in 2021, the TLS log cut to the certificate.
final class GrabFile implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutputStream out;
    private final Wording wording;
    private final ScanDay scan;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(4096);
    private long rows;

    GrabFile(Path file, Wording wording, ScanDay scan) throws IOException {
        this.out = Streams.gzip(file);
        this.wording = wording;
        this.scan = scan;
    }

    void write(Seen seen) throws IOException {
        record.reset();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), record, JsonEncoding.UTF8)) {
            target(json, seen);
        }
        // A damaged record is one that was cut off.
        out.write(record.toByteArray(), 0, seen.damaged() ? record.size() / 2 : record.size());
        out.write('\n');
        rows++;
    }

    private void target(JsonGenerator json, Seen seen) {
        json.writeStartObject();
        json.writeStringProperty("ip", seen.ip());
        if (seen.host() != null) {
            json.writeStringProperty("domain", seen.host());
        }
        json.writeObjectPropertyStart("data");
        json.writeObjectPropertyStart("http");
        json.writeStringProperty("status", "success");
        json.writeStringProperty("protocol", "http");
        json.writeObjectPropertyStart("result");
        json.writeObjectPropertyStart("response");
        response(json, seen, wording.answer(seen.build(), seen.parts()));
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringProperty("timestamp", scan.at(seen.place()).toString());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, Seen seen, Wording.Answer answer) {
        var body = filled(answer.body(), seen);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        json.writeStringProperty("status_line", "200 OK");
        json.writeNumberProperty("status_code", 200);
        json.writeObjectPropertyStart("protocol");
        json.writeStringProperty("name", "HTTP/1.1");
        json.writeNumberProperty("major", 1);
        json.writeNumberProperty("minor", 1);
        json.writeEndObject();
        headers(json, seen, answer, bytes.length);
        json.writeStringProperty("body", body);
        json.writeStringProperty("body_sha256", sha256(bytes));
        json.writeNumberProperty("content_length", bytes.length);
        request(json, seen, answer);
    }

    /// Headers that ZGrab2 does not know stand apart, as pairs of key and value.
    private static void headers(JsonGenerator json, Seen seen, Wording.Answer answer, int length) {
        json.writeObjectPropertyStart("headers");
        one(json, "content_length", Integer.toString(length));
        one(json, "content_type", answer.type());
        one(json, "server", answer.server());
        json.writeArrayPropertyStart("unknown");
        for (var header : new TreeMap<>(answer.headers()).entrySet()) {
            if (seen.name() != null || !header.getValue().contains("{name}")) {
                json.writeStartObject();
                json.writeStringProperty("key", header.getKey());
                one(json, "value", filled(header.getValue(), seen));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        one(json, "x_powered_by", "ASP.NET");
        json.writeEndObject();
    }

    private static void request(JsonGenerator json, Seen seen, Wording.Answer answer) {
        var host = seen.host() != null ? seen.host() : seen.ip();
        json.writeObjectPropertyStart("request");
        json.writeObjectPropertyStart("url");
        json.writeStringProperty("scheme", "https");
        json.writeStringProperty("host", host);
        json.writeStringProperty("path", answer.path());
        json.writeEndObject();
        json.writeStringProperty("method", "GET");
        json.writeObjectPropertyStart("headers");
        one(json, "accept", "*/*");
        one(json, "user_agent", "Mozilla/5.0 zgrab/0.x");
        json.writeEndObject();
        json.writeStringProperty("host", host);
        certificate(json, seen);
        json.writeEndObject();
    }

    private static void certificate(JsonGenerator json, Seen seen) {
        var levels = new String[] {"tls_log", "handshake_log", "server_certificates", "certificate", "parsed"};
        for (var level : levels) {
            json.writeObjectPropertyStart(level);
        }
        if (seen.subject() != null) {
            json.writeObjectPropertyStart("subject");
            one(json, "common_name", seen.subject());
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("subject_key_info");
        json.writeStringProperty("fingerprint_sha256", fingerprint(seen.key()));
        json.writeEndObject();
        json.writeStringProperty("fingerprint_sha256", fingerprint(seen.certificate()));
        for (int i = 0; i < levels.length; i++) {
            json.writeEndObject();
        }
    }

    private static String fingerprint(long identity) {
        return sha256(ByteBuffer.allocate(Long.BYTES).putLong(identity).array());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(ContentHash.digest().digest(bytes));
    }

    private static void one(JsonGenerator json, String name, String value) {
        json.writeArrayPropertyStart(name);
        json.writeString(value);
        json.writeEndArray();
    }

    private static String filled(String text, Seen seen) {
        var filled = text.replace("{build}", seen.build())
                .replace("{branch}", seen.build().substring(0, seen.build().lastIndexOf('.')));
        return seen.name() == null ? filled : filled.replace("{name}", seen.name());
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
