// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.tidemark.adapter.BadRecord;
import org.tidemark.bounce.MailHeaders;
import org.tidemark.bounce.ReturnedMail;
import org.tidemark.bounce.ReturnedMail.Part;
import org.tidemark.bounce.ReturnedMail.Role;

/// Takes one mail apart (RFC 5322, RFC 2045 to 2049). Parts are told by their type alone, wherever they stand; the mail
/// that came back is not entered, and nothing is opened, shown or asked for over a network.
final class MailParser {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MailLimits.HEADER_FIELDS)
            .setMaxHeaderLen(MailLimits.HEADER_BYTES)
            .setMaxContentLen(-1)
            .build();

    /// Fields of a delivery report in a part that some program on the way gave another type.
    private static final Pattern STATUS = Pattern.compile(
            "(?is)\\s*(?:reporting-mta|original-envelope-id|final-recipient|original-recipient)\\s?:.*");

    private static final String CURE = "Look at the mail by hand; the others were read.";

    private final MimeTokenStream stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, null);
    private final MailHeaders.Builder headers = new MailHeaders.Builder();
    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private String preamble = "";
    private int depth;
    private int bodies;
    private boolean inHeader = true;

    private MailParser() {
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /// @throws BadRecord where a bound is passed, or the mail cannot be taken apart at all
    static ReturnedMail parse(byte[] mail) throws BadRecord {
        try {
            return new MailParser().mail(mail);
        } catch (MimeException | IOException e) {
            throw new BadRecord(
                    "This mail cannot be taken apart: " + e.getClass().getSimpleName() + ".", CURE);
        }
    }

    private ReturnedMail mail(byte[] mail) throws MimeException, IOException, BadRecord {
        stream.parse(new ByteArrayInputStream(mail));
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            token(state);
        }
        return new ReturnedMail(headers.build(), readable());
    }

    private void token(EntityState state) throws IOException, BadRecord {
        switch (state) {
            case T_FIELD -> field();
            case T_END_HEADER -> inHeader = false;
            case T_START_MULTIPART -> {
                if (++depth > MailLimits.DEPTH) {
                    throw new BadRecord("This mail is nested more than " + MailLimits.DEPTH + " deep.", CURE);
                }
            }
            case T_END_MULTIPART -> depth--;
            case T_PREAMBLE -> {
                if (preamble.isBlank()) {
                    preamble = MailText.of(stream.getInputStream().readNBytes(MailLimits.PART_BYTES), null);
                }
            }
            case T_BODY -> body();
            default -> {}
        }
    }

    private void field() {
        if (inHeader) {
            var raw = stream.getField().getRaw();
            var name = stream.getField().getName();
            if (raw != null && name != null) {
                var bytes = raw.toByteArray();
                int colon = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(':');
                var value = java.util.Arrays.copyOfRange(bytes, colon + 1, bytes.length);
                headers.add(name, MailText.ofField(value));
            }
        }
    }

    private void body() throws IOException, BadRecord {
        if (++bodies > MailLimits.PARTS) {
            throw new BadRecord("This mail has more than " + MailLimits.PARTS + " parts.", CURE);
        }
        var type = String.valueOf(stream.getBodyDescriptor().getMimeType()).toLowerCase(Locale.ROOT);
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" -> add(Role.STATUS, text());
            case "message/feedback-report" -> add(Role.FEEDBACK, text());
            case "message/disposition-notification", "message/global-disposition-notification" ->
                add(Role.RECEIPT, text());
            case "text/html", "application/xhtml+xml" -> {
                pages.add(parts.size());
                add(Role.TEXT, text());
            }
            default -> other(type);
        }
    }

    private void other(String type) throws IOException {
        boolean original = type.startsWith("message/")
                || type.equals("text/rfc822-headers")
                || type.equals("text/rfc822")
                || type.equals("text/global-headers");
        if (original) {
            add(Role.ORIGINAL, MailText.of(read(MailLimits.ORIGINAL_BYTES), null));
        } else if (type.startsWith("text/")) {
            add(Role.TEXT, text());
        } else {
            var beginning = MailText.of(read(MailLimits.ORIGINAL_BYTES), null);
            if (STATUS.matcher(beginning).matches()) {
                add(Role.STATUS, beginning);
            }
        }
    }

    private void add(Role role, String text) {
        parts.add(new Part(role, text));
    }

    private String text() throws IOException {
        return MailText.of(
                read(MailLimits.PART_BYTES), stream.getBodyDescriptor().getCharset());
    }

    private byte[] read(int most) throws IOException {
        return stream.getDecodedInputStream().readNBytes(most);
    }

    /// The parts, a page only where there is no plain text, and what stands before the first part only where
    /// there is
    /// nothing else.
    private List<Part> readable() {
        boolean plain = false;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            plain |= part.role() == Role.TEXT
                    && !pages.contains(i)
                    && !part.text().isBlank();
        }
        var readable = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (!pages.contains(i)) {
                readable.add(part);
            } else if (!plain) {
                readable.add(new Part(Role.TEXT, HtmlText.of(part.text())));
            }
        }
        if (readable.isEmpty() && !preamble.isBlank()) {
            readable.add(new Part(Role.TEXT, preamble));
        }
        return readable;
    }
}
