// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.Lines;

/// The mails of a file: one, or those of an mbox (RFC 4155), each after a line `From …`. Lines of a mail that look like
/// it have a `>` before them there, which is taken off again.
final class Mails {
    private static final Pattern SEPARATOR = Pattern.compile("From \\S.{0,300}\\d{4}.{0,60}|From \\S{1,300}\\s*");
    private static final Pattern QUOTED = Pattern.compile(">{1,50}From .*");
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}\\s?:.*|>From .*");
    private static final int LONGEST_MARK = 512;

    private final Lines lines;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean begun;
    private boolean several;
    private boolean cut;

    Mails(InputStream in, String file) {
        this.lines = new Lines(new Document(in, file, null, false, 0), MailLimits.MAIL_BYTES);
    }

    /// Whether the file is an mbox.
    boolean several() {
        return several;
    }

    /// Whether the last mail was longer than what is read of one.
    boolean cut() {
        return cut;
    }

    /// The next mail, its lines ended by line feeds; empty at the end of the file.
    Optional<byte[]> next() throws IOException {
        if (!begun) {
            begin();
        }
        var mail = new ByteArrayOutputStream();
        cut = false;
        boolean any = false;
        boolean blankBefore = false;
        for (var line = line(); line != null; line = line()) {
            if (several && blankBefore && endsBefore(line)) {
                return Optional.of(mail.toByteArray());
            }
            any = true;
            blankBefore = line.length == 0;
            write(line, mail);
        }
        return any && mail.size() > 0 ? Optional.of(mail.toByteArray()) : Optional.empty();
    }

    /// Passes over empty lines, and over the line before the first mail of an mbox.
    private void begin() throws IOException {
        begun = true;
        var line = line();
        while (line != null && text(line).isBlank()) {
            line = line();
        }
        several = line != null && text(line).startsWith("From ");
        if (line != null && !several) {
            waiting.addFirst(line);
        }
    }

    /// Whether a line ends the mail: a header must follow it, for people write "From here on" too.
    private boolean endsBefore(byte[] line) throws IOException {
        if (!SEPARATOR.matcher(text(line)).matches()) {
            return false;
        }
        var after = line();
        if (after != null) {
            waiting.addFirst(after);
        }
        return after != null && FIELD.matcher(text(after)).matches();
    }

    private void write(byte[] line, ByteArrayOutputStream mail) {
        int from = several && QUOTED.matcher(text(line)).matches() ? 1 : 0;
        if (mail.size() + line.length > MailLimits.MAIL_BYTES) {
            cut = true;
        } else if (!cut) {
            mail.write(line, from, line.length - from);
            mail.write('\n');
        }
    }

    private byte @Nullable [] line() throws IOException {
        var line = waiting.poll();
        if (line != null) {
            return line;
        }
        if (!lines.next()) {
            return null;
        }
        cut |= lines.tooLong();
        return lines.tooLong() ? new byte[0] : Arrays.copyOfRange(lines.bytes(), lines.from(), lines.to());
    }

    /// The beginning of a line, enough to tell what it is.
    private static String text(byte[] line) {
        return new String(line, 0, Math.min(line.length, LONGEST_MARK), StandardCharsets.ISO_8859_1);
    }
}
