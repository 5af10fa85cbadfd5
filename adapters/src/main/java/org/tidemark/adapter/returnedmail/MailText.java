// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/// Bytes of a mail as text. What a mail says of its charset is often wrong or missing; a byte that fits none becomes
/// a replacement character, never an error.
final class MailText {
    private static final int LONGEST_WORDS = 8 << 10;

    private MailText() {}

    /// @param declared the charset that the mail names; null where it names none
    static String of(byte[] bytes, @Nullable String declared) {
        if (isJapanese(bytes)) {
            return japanese(bytes);
        }
        var strict = utf8(bytes);
        var named = charset(declared);
        if (named.isEmpty() || named.get().equals(StandardCharsets.US_ASCII)) {
            return strict.orElseGet(() -> new String(bytes, western()));
        }
        // Text of another charset is never sound UTF-8 by chance, unless it is ASCII; and broken UTF-8 is none.
        if (strict.isPresent() && isWestern(named.get())) {
            return strict.get();
        }
        boolean broken = named.get().equals(StandardCharsets.UTF_8) && strict.isEmpty();
        return new String(bytes, broken ? western() : named.get());
    }

    /// A header field's value: unfolded, its encoded words (RFC 2047) decoded.
    static String ofField(byte[] raw) {
        var text = of(raw, null).replaceAll("\\r?\\n[ \\t]*", " ").strip();
        if (text.length() > LONGEST_WORDS || !text.contains("=?")) {
            return text;
        }
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
        } catch (IllegalArgumentException e) {
            // A charset that nobody knows: the words stay as they are.
            return text;
        }
    }

    /// ISO-2022-JP shows itself by its escape sequences (RFC 1468), whatever the mail declares.
    private static boolean isJapanese(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static String japanese(byte[] bytes) {
        return charset("ISO-2022-JP")
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isWestern(Charset charset) {
        return charset.name().startsWith("ISO-8859-") || charset.name().startsWith("windows-125");
    }

    private static Charset western() {
        return charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> charset(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
