// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the servers and builds out of ZGrab2 output with Jackson's streaming parser: `JacksonPeer FILE`. One thread,
/// every token looked at, no text made but of what is needed.
final class JacksonPeer {
    private static final Pattern NUMBER = Pattern.compile("(?:/owa/(?:auth/)?|exporttool\\.application\" version=\")"
            + "([0-9]+\\.[0-9]+\\.[0-9]+(?:\\.[0-9]+)?)[\"/]");

    private final JsonParser json;
    private final StringBuilder out = new StringBuilder();

    private JacksonPeer(JsonParser json) {
        this.json = json;
    }

    public static void main(String[] args) throws IOException {
        try (var in = Files.newInputStream(Path.of(args[0]));
                var json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            var peer = new JacksonPeer(json);
            while (json.nextToken() != null) {
                peer.record();
            }
            System.out.print(peer.out);
        }
    }

    private void record() {
        String ip = null;
        String body = "";
        var headers = new HashMap<String, String>();
        int depth = 1;
        while (depth > 0) {
            switch (json.nextToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case PROPERTY_NAME -> {
                    // The depth tells a member of the last answer from one of a redirect before it.
                    switch (json.currentName()) {
                        case "ip" -> ip = depth == 1 ? json.nextStringValue() : ip;
                        case "body" -> body = depth == 5 ? json.nextStringValue() : body;
                        case "unknown" -> {
                            if (depth == 6) {
                                unknown(headers);
                            }
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        answer(ip, headers, body);
    }

    private void unknown(Map<String, String> headers) {
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextToken();
            var key = json.nextStringValue();
            json.nextToken();
            json.nextToken();
            headers.put(key, json.nextStringValue());
            json.nextToken();
            json.nextToken();
        }
    }

    private void answer(String ip, Map<String, String> headers, String body) {
        var build = headers.get("x_owa_version");
        if (build == null && (body.contains("/owa/") || body.contains("exporttool.application"))) {
            var number = NUMBER.matcher(body);
            build = number.find() ? number.group(1) : null;
        }
        if (!headers.containsKey("x_feproxyinfo") && (build != null || headers.containsKey("x_feserver"))) {
            out.append(ip).append('\t').append(build == null ? "" : build).append('\n');
        }
    }
}
