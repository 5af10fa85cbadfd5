// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Evidence.Header;
import org.tidemark.exposure.Evidence.HttpAnswer;

/// An HTTP answer as it came over the wire, which several tools keep as one text.
///
/// @param status the status code; 0 where the text has no status line
/// @param headers the headers in their order
/// @param body what follows the blank line, without the marks of chunked transfer
/// @param truncated whether the text says that more body belongs to it
public record RawHttp(int status, List<Header> headers, String body, boolean truncated) {
    /// No server sends as many; what follows is left out.
    private static final int MOST_HEADERS = 1_000;

    public RawHttp {
        headers = List.copyOf(headers);
    }

    public HttpAnswer answer(@Nullable String host, @Nullable String path) {
        return new HttpAnswer(host, path, status, headers, body, truncated);
    }

    /// The same head with a body that the tool keeps apart.
    public HttpAnswer answer(@Nullable String host, @Nullable String path, String otherBody) {
        boolean cut = !otherBody.isEmpty() && isCut(headers, otherBody);
        return new HttpAnswer(host, path, status, headers, otherBody, cut);
    }

    /// Reads `HTTP/1.1 200 OK`, headers, a blank line and a body; lines may end with CRLF or LF.
    public static RawHttp parse(String text) {
        int status = 0;
        int at = 0;
        if (text.startsWith("HTTP/")) {
            int end = lineEnd(text, 0);
            status = statusOf(text.substring(0, end));
            at = after(text, end);
        }
        var headers = new ArrayList<Header>();
        while (at < text.length()) {
            int end = lineEnd(text, at);
            var line = text.substring(at, end);
            at = after(text, end);
            if (line.isBlank()) {
                break;
            }
            addHeader(headers, line);
        }
        var body = text.substring(Math.min(at, text.length()));
        if (isChunked(headers)) {
            return Chunks.join(status, headers, body);
        }
        return new RawHttp(status, headers, body, !body.isEmpty() && isCut(headers, body));
    }

    /// Whether fewer bytes are there than the headers announce. Packed bodies are kept unpacked, so their size says
    /// nothing.
    static boolean isCut(List<Header> headers, String body) {
        if (valueOf(headers, "content-encoding") != null) {
            return false;
        }
        var announced = Numbers.whole(valueOf(headers, "content-length"));
        return announced != null && announced > utf8Length(body);
    }

    /// The number of bytes that a text has in UTF-8, without making them.
    public static long utf8Length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a pair counts two here, which makes the four bytes of both.
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }

    private static int statusOf(String statusLine) {
        var parts = statusLine.split(" ", 3);
        return parts.length < 2 ? 0 : Numbers.status(Numbers.whole(parts[1]));
    }

    private static void addHeader(List<Header> headers, String line) {
        int colon = line.indexOf(':');
        if (colon > 0 && headers.size() < MOST_HEADERS) {
            headers.add(new Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    static @Nullable String valueOf(List<Header> headers, String name) {
        for (var header : headers) {
            if (header.name().equals(name)) {
                return header.value();
            }
        }
        return null;
    }

    private static boolean isChunked(List<Header> headers) {
        var coding = valueOf(headers, "transfer-encoding");
        return coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked");
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static int after(String text, int lineEnd) {
        int at = lineEnd;
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
    }

    /// Puts the pieces of a chunked body together, so that no mark of a piece stands inside a word.
    private static final class Chunks {
        private Chunks() {}

        /// Tools that keep the header often have taken the marks out: a body that does not begin with one stays
        /// as it is.
        static RawHttp join(int status, List<Header> headers, String body) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            int at = 0;
            var joined = new java.io.ByteArrayOutputStream(bytes.length);
            while (true) {
                int end = at;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                int size = size(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
                if (size < 0 || end == bytes.length) {
                    return at == 0
                            ? new RawHttp(status, headers, body, false)
                            : new RawHttp(status, headers, joined.toString(StandardCharsets.UTF_8), true);
                }
                if (size == 0) {
                    return new RawHttp(status, headers, joined.toString(StandardCharsets.UTF_8), false);
                }
                int start = end + 1;
                int length = Math.min(size, bytes.length - start);
                joined.write(bytes, start, length);
                at = start + length;
                while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
                    at++;
                }
                if (at >= bytes.length) {
                    return new RawHttp(status, headers, joined.toString(StandardCharsets.UTF_8), true);
                }
            }
        }

        private static int size(String line) {
            int semicolon = line.indexOf(';');
            var digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
            if (digits.isEmpty() || digits.length() > 7) {
                return -1;
            }
            int value = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(i), 16);
                if (digit < 0) {
                    return -1;
                }
                value = value * 16 + digit;
            }
            return value;
        }
    }
}
