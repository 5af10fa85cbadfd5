// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A mail that came back, taken apart: its header, and those parts that say something, in their order.
public record ReturnedMail(MailHeaders headers, List<Part> parts) {
    private static final int LONGEST_TEXT = 128 << 10;

    public ReturnedMail {
        parts = List.copyOf(parts);
    }

    /// What a part is.
    public enum Role {
        /// Text for people.
        TEXT,
        /// `message/delivery-status` (RFC 3464) or `message/global-delivery-status` (RFC 6533).
        STATUS,
        /// The mail that was sent, or its header: nothing in it is a report.
        ORIGINAL,
        /// `message/feedback-report` (RFC 5965).
        FEEDBACK,
        /// `message/disposition-notification` (RFC 8098).
        RECEIPT
    }

    /// @param text decoded; of the original, its header
    public record Part(Role role, String text) {}

    boolean has(Role role) {
        return parts.stream().anyMatch(part -> part.role == role);
    }

    /// The parts of a role, one below the other.
    String all(Role role) {
        return parts.stream().filter(part -> part.role == role).map(Part::text).collect(Collectors.joining("\n\n"));
    }

    /// The text for people that stands before the copy of the original, or behind it where there is none before; a
    /// report says early what it has to say.
    String text() {
        var before = parts.stream()
                .takeWhile(part -> part.role != Role.ORIGINAL)
                .filter(part -> part.role == Role.TEXT)
                .map(Part::text)
                .collect(Collectors.joining("\n\n"));
        var text = before.isBlank() ? all(Role.TEXT) : before;
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /// Whether the mail calls itself a report of this type (RFC 6522, section 3).
    boolean isReport(String type) {
        var said = headers.text("content-type").toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
        return said.startsWith("multipart/report") && said.contains("report-type=" + type);
    }

    String subject() {
        return Phrase.plain(headers.text("subject"));
    }

    /// Who wrote, with his name, and where it says that failures go.
    String sender() {
        return Phrase.plain(headers.text("from") + " " + headers.text("sender") + " " + headers.text("return-path"));
    }

    /// Whether it came with an empty return path, as reports and automatic replies must (RFC 5321, section 4.5.5).
    boolean hasEmptyReturnPath() {
        return headers.first("return-path")
                .map(path -> path.replaceAll("\\s", ""))
                .filter("<>"::equals)
                .isPresent();
    }

    boolean hasReturnPath() {
        return headers.first("return-path").isPresent();
    }

    /// Whether its sender is the empty address, as some servers write it.
    boolean isFromNobody() {
        return headers.first("from")
                .map(from -> from.replaceAll("\\s", ""))
                .filter("<>"::equals)
                .isPresent();
    }

    /// The addresses that this mail came to: ours.
    List<String> ours() {
        return List.of("delivered-to", "x-original-to", "envelope-to", "to").stream()
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> Addresses.in(value).stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /// The one recipient whom the header of the original names; empty where it names none or several.
    Optional<String> addressee() {
        var original = all(Role.ORIGINAL);
        for (var name : List.of("x-hmxmroriginalrecipient", "to")) {
            var addresses = FieldBlock.first(original).all(name).stream()
                    .flatMap(value -> Addresses.in(value).stream())
                    .distinct()
                    .toList();
            if (addresses.size() == 1) {
                return Optional.of(addresses.getFirst());
            }
        }
        return Optional.empty();
    }
}
