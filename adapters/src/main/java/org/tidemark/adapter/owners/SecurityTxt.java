// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Format;
import org.tidemark.notify.OwnerRow;

/// A security.txt file (RFC 9116), fetched beforehand. It speaks for the host names of its `Canonical` fields
/// and for no
/// other; one that has expired, is signed by nobody who could be checked here, or names no host is not used.
final class SecurityTxt {
    private static final Pattern FIELD = Pattern.compile("(?m)^(?i:contact|expires)\\s*:");
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String NOTHING = " Nothing of the file is used.";

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private SecurityTxt() {}

    static boolean isOne(String head) {
        return FIELD.matcher(head).find() || head.startsWith(SIGNED);
    }

    static Outcome<OwnerRow> read(byte[] bytes, String file, String name, Instant now) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var read = new SecurityTxt();
        text.lines().forEach(read::line);
        try {
            return new Outcome<>(List.of(read.row(text, name, now)), List.of());
        } catch (BadRecord e) {
            return new Outcome<>(List.of(), List.of(Problem.in(file, e.cause() + NOTHING, e.cure())));
        }
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
            fields.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private OwnerRow row(String text, String name, Instant now) throws BadRecord {
        checkExpiry(now);
        if (text.contains(SIGNED)) {
            throw new BadRecord(
                    "The file is signed, and there is no key here to check the signature by.",
                    "Check it yourself, and write a row by hand.");
        }
        var hosts = hosts();
        if (hosts.isEmpty()) {
            throw new BadRecord(
                    "The file does not say in a field Canonical which host it speaks for.",
                    "Write a row by hand for the host from which it was fetched.");
        }
        var language = all("preferred-languages").stream()
                .flatMap(languages -> Pattern.compile(",").splitAsStream(languages))
                .map(String::strip)
                .filter(one -> one.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .findFirst()
                .orElse("en");
        var contacts = all("contact").stream()
                .map(contact -> contact(contact, language.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .toList();
        if (contacts.isEmpty()) {
            throw new BadRecord("The file names no contact that can be used.", "Find the owner another way.");
        }
        return new OwnerRow(
                name,
                null,
                OwnerRow.Kind.SECURITY_TXT,
                hosts.iterator().next(),
                List.copyOf(hosts),
                List.of(),
                List.of(),
                List.of(),
                contacts,
                List.of(),
                null,
                null,
                null,
                false);
    }

    /// Must be there exactly once, and lie ahead (RFC 9116, 2.5.5).
    private void checkExpiry(Instant now) throws BadRecord {
        var expires = all("expires");
        if (expires.size() != 1) {
            throw new BadRecord(
                    "The field Expires must be there exactly once, and is there " + expires.size() + " times.",
                    "Fetch the file again, or write a row by hand.");
        }
        try {
            var until = OffsetDateTime.parse(expires.getFirst().toUpperCase(Locale.ROOT))
                    .toInstant();
            if (!until.isAfter(now)) {
                throw new BadRecord("The file expired at " + until + ".", "Fetch it again, or write a row by hand.");
            }
        } catch (DateTimeParseException e) {
            throw new BadRecord(
                    "'" + expires.getFirst() + "' in the field Expires is no time.", "Write a row by hand.");
        }
    }

    private Set<String> hosts() {
        var hosts = new LinkedHashSet<String>();
        all("canonical").stream()
                .map(SecurityTxt::host)
                .filter(Objects::nonNull)
                .forEach(hosts::add);
        return hosts;
    }

    /// The host of an https address; null where the text is none.
    private static @Nullable String host(String canonical) {
        try {
            var address = new URI(canonical);
            var host = address.getHost();
            return "https".equalsIgnoreCase(address.getScheme()) && host != null ? host.toLowerCase(Locale.ROOT) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Contact contact(String text, String language) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            var mailbox = decoded(text.substring("mailto:".length()));
            return mailbox != null && Contact.isMailbox(mailbox)
                    ? new Contact(mailbox, Channel.EMAIL, language, Format.TEXT, null)
                    : null;
        }
        if (lower.startsWith("tel:")) {
            return new Contact(text.substring("tel:".length()), Channel.PHONE, language, Format.TEXT, null);
        }
        return lower.startsWith("https://") && !text.contains("..")
                ? new Contact(text, Channel.WEB, language, Format.TEXT, null)
                : null;
    }

    private static @Nullable String decoded(String text) {
        try {
            // A plus is itself in an address (RFC 6068), unlike in forms.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
