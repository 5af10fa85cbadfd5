// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes what ZGrab2 gives for a scan of ports 443 and 80, and what a reader of it should find.
///
/// `java GenerateScan.java OUT TRUTH BYTES SEED`. One record in a hundred is an Exchange server's. The same seed and
/// size give the same bytes. Addresses are those of 10.0.0.0/8, names end in the test domains of RFC 2606.
final class GenerateScan {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final long BUFFER = 1 << 20;

    private final long seed;

    private GenerateScan(long seed) {
        this.seed = seed;
    }

    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[2]);
        var generator = new GenerateScan(Long.parseLong(args[3]));
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), (int) BUFFER);
                var truth = Files.newOutputStream(Path.of(args[1]));
                var buffered = new BufferedOutputStream(truth)) {
            generator.write(out, buffered, size);
        }
    }

    private void write(OutputStream out, OutputStream truth, long size) throws IOException {
        long written = 0;
        for (int number = 0; written < size; number++) {
            var scanned = new Scanned(new Dice(seed, number), number);
            var line = scanned.record().getBytes(StandardCharsets.UTF_8);
            out.write(line);
            out.write('\n');
            written += line.length + 1;
            if (scanned.known) {
                truth.write((scanned.ip + "\t" + scanned.build + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// One target.
    private static final class Scanned {
        private final Dice dice;
        private final String ip;
        private final String seenAt;
        private final boolean tls;
        private final int port;
        private boolean known;
        private String build = "";

        Scanned(Dice dice, int number) {
            this.dice = dice;
            // An odd factor visits every address of the network once.
            int address = (int) (number * 11_400_715L + 12_345) & 0xFF_FFFF;
            this.ip = "10." + (address >>> 16) + "." + (address >>> 8 & 255) + "." + (address & 255);
            this.seenAt = START.plus(number * 3L, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS).toString();
            this.tls = dice.percent(70);
            this.port = tls ? 443 : 80;
        }

        String record() {
            int kind = dice.below(1000);
            if (kind < 10) {
                return mailServer();
            } else if (kind < 120) {
                return noAnswer();
            } else if (kind < 270) {
                return redirected(page());
            } else if (kind < 330) {
                return answered(dice.of(301, 302, 308), location(), Pages.error(dice, "301 Moved Permanently"));
            } else if (kind < 335) {
                return answered(200, List.of(), Pages.about(dice));
            }
            return page();
        }

        private String mailServer() {
            var page = MailServers.page(dice);
            known = page.known();
            build = page.build();
            var answer = response(page.path(), page.status(), "Microsoft-IIS/10.0", page.headers(), page.body());
            return success(answer, page.status() == 200 && dice.percent(60) ? chain("/owa/") : "");
        }

        private String page() {
            int kind = dice.below(665);
            if (kind < 70) {
                return answered(200, List.of(), Pages.NGINX_WELCOME);
            } else if (kind < 110) {
                return answered(200, List.of(), Pages.apacheDefault(dice));
            } else if (kind < 155) {
                return success(response("/", 200, "Microsoft-IIS/10.0", List.of(), Pages.IIS_START), "");
            } else if (kind < 285) {
                int status = dice.of(400, 401, 403, 404, 404, 502);
                return answered(status, List.of(), Pages.error(dice, status + " Error"));
            } else if (kind < 355) {
                return answered(dice.of(200, 200, 401), List.of("x_request_id", dice.uuid()), Pages.json(dice));
            } else if (kind < 445) {
                return answered(200, List.of(), Pages.device(dice));
            }
            return answered(200, List.of("x_cache", "HIT", "cf_ray", dice.hex(16) + "-FRA"), Pages.site(dice));
        }

        private String noAnswer() {
            var failure = dice.of(
                    "connection-timeout\ti/o timeout",
                    "connection-timeout\ti/o timeout",
                    "connection-refused\tconnect: connection refused",
                    "unknown-error\tremote error: tls: handshake failure",
                    "io-timeout\tread: i/o timeout");
            var parts = failure.split("\t", -1);
            return "{\"ip\":\"" + ip + "\",\"port\":" + port + ",\"data\":{\"http\":{\"status\":\"" + parts[0]
                    + "\",\"protocol\":\"http\",\"port\":" + port + ",\"timestamp\":\"" + seenAt
                    + "\",\"error\":\"dial tcp " + ip + ":" + port + ": " + parts[1] + "\"}}}";
        }

        private List<String> location() {
            return List.of("location", "https://" + dice.host() + "/" + dice.word());
        }

        private String redirected(String record) {
            int end = record.lastIndexOf("},\"timestamp\"");
            return record.substring(0, end) + chain("/") + record.substring(end);
        }

        private String chain(String path) {
            return ",\"redirect_response_chain\":["
                    + response(path, 302, "", location(), Pages.error(dice, "302 Found")) + "]";
        }

        private String answered(int status, List<String> headers, String body) {
            var server = dice.of("nginx", "nginx/1.24.0", "Apache/2.4.62 (Debian)", "cloudflare", "openresty", "lighttpd");
            return success(response("/", status, server, headers, body), "");
        }

        private String success(String response, String chain) {
            return "{\"ip\":\"" + ip + "\",\"port\":" + port
                    + ",\"data\":{\"http\":{\"status\":\"success\",\"protocol\":\"http\",\"port\":" + port
                    + ",\"result\":{\"response\":" + response + chain + "},\"timestamp\":\"" + seenAt + "\"}}}";
        }

        /// @param unknown names and values of headers that ZGrab2 does not know, one after the other
        private String response(String path, int status, String server, List<String> unknown, String body) {
            int bodyLength = body.getBytes(StandardCharsets.UTF_8).length;
            var text = new StringBuilder(body.length() + 8192);
            text.append("{\"status_line\":\"").append(status).append(' ').append(status == 200 ? "OK" : "Error")
                    .append("\",\"status_code\":").append(status)
                    .append(",\"protocol\":\"HTTP/1.1\",\"protocol_major\":1,\"protocol_minor\":1,\"headers\":{")
                    .append("\"content_length\":[\"").append(bodyLength)
                    .append("\"],\"content_type\":[\"text/html; charset=utf-8\"],\"date\":[\"Fri, 20 Nov 2026 00:")
                    .append(dice.between(10, 59)).append(':').append(dice.between(10, 59)).append(" GMT\"]");
            if (!server.isEmpty()) {
                text.append(",\"server\":[\"").append(server).append("\"]");
            }
            if (dice.percent(40)) {
                text.append(",\"strict_transport_security\":[\"max-age=31536000; includeSubDomains\"]");
            }
            if (!unknown.isEmpty() && unknown.getFirst().equals("location")) {
                text.append(",\"location\":[\"").append(unknown.get(1)).append("\"]");
            } else if (!unknown.isEmpty()) {
                text.append(",\"unknown\":[");
                for (int i = 0; i < unknown.size(); i += 2) {
                    text.append(i == 0 ? "" : ",").append("{\"key\":\"").append(unknown.get(i))
                            .append("\",\"value\":[\"").append(unknown.get(i + 1)).append("\"]}");
                }
                text.append(']');
            }
            text.append("},\"body\":\"");
            escape(body, text);
            text.append("\",\"body_sha256\":\"").append(dice.hex(64)).append("\",\"body_length\":").append(bodyLength)
                    .append(",\"content_length\":").append(bodyLength)
                    .append(",\"request\":{\"url\":{\"scheme\":\"").append(tls ? "https" : "http")
                    .append("\",\"host\":\"").append(ip).append("\",\"path\":\"").append(path)
                    .append("\"},\"method\":\"GET\",\"headers\":{\"accept\":[\"*/*\"],\"user_agent\":[\"Mozilla/5.0 zgrab/0.x\"]}")
                    .append(",\"host\":\"").append(ip).append('"');
            if (tls) {
                text.append(",\"tls_log\":").append(TlsLog.of(dice));
            }
            return text.append("}}").toString();
        }

        private static void escape(String text, StringBuilder into) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> into.append("\\\"");
                    case '\\' -> into.append("\\\\");
                    case '\n' -> into.append("\\n");
                    case '\r' -> into.append("\\r");
                    case '\t' -> into.append("\\t");
                    default -> into.append(c);
                }
            }
        }
    }
}
