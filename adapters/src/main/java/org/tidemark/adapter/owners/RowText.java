// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.asset.AddressRanges;
import org.tidemark.asset.ServerIndex;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Format;
import org.tidemark.notify.OwnerRow;

/// One row of a list that somebody keeps by hand, as texts. A row with a value that is none is left out as a
/// whole: half
/// of it could send a notice to the wrong one.
final class RowText {
    static final List<String> COLUMNS = List.of(
            "owner",
            "range",
            "asn",
            "domain",
            "server",
            "contact",
            "channel",
            "language",
            "format",
            "key",
            "sector",
            "constituency",
            "impact",
            "optout",
            "escalation");

    private static final String CURE = "Correct it; nothing of this row is used, and the others are.";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,30}");
    private static final String USUAL_LANGUAGE = "en";

    private final Values values;

    /// The values of a column; several where a cell holds several. None where it holds none.
    interface Values {
        List<String> of(String column);
    }

    private RowText(Values values) {
        this.values = values;
    }

    /// @throws BadRecord where a value is none of its column's
    static OwnerRow read(Values values, String name, @Nullable Long line) throws BadRecord {
        return new RowText(values).row(name, line);
    }

    private OwnerRow row(String name, @Nullable Long line) throws BadRecord {
        var owner = one("owner");
        if (owner == null) {
            throw new BadRecord("This row names no owner.", "Write whose it is in the column owner.");
        }
        return new OwnerRow(
                name,
                line,
                OwnerRow.Kind.BY_HAND,
                owner,
                values.of("server"),
                all("range", AddressRanges::isRange, "range of addresses like 192.0.2.0/24"),
                all("domain", ServerIndex::isDomain, "domain like example.org"),
                all("asn", ServerIndex::isNetwork, "number of a network like 64500"),
                contacts("contact"),
                contacts("escalation"),
                one("sector"),
                one("constituency"),
                impact(),
                optOut());
    }

    private @Nullable String one(String column) throws BadRecord {
        var all = values.of(column);
        if (all.size() > 1) {
            throw new BadRecord(
                    "The column " + column + " takes one value, and this row has " + all.size() + ".", CURE);
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    private List<String> all(String column, Predicate<String> is, String words) throws BadRecord {
        var all = values.of(column);
        for (var text : all) {
            if (!is.test(text)) {
                throw new BadRecord("'" + text + "' is no " + words + ".", CURE);
            }
        }
        return all;
    }

    private @Nullable String impact() throws BadRecord {
        var impact = one("impact");
        if (impact == null) {
            return null;
        }
        var folded = impact.toLowerCase(Locale.ROOT).replace('-', ' ');
        if (!OwnerRow.IMPACTS.contains(folded)) {
            throw new BadRecord(
                    "'" + impact + "' is no impact; there are " + String.join(", ", OwnerRow.IMPACTS) + ".", CURE);
        }
        return folded;
    }

    private boolean optOut() throws BadRecord {
        var said = one("optout");
        return said != null
                && switch (said.toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "1" -> true;
                    case "no", "false", "0" -> false;
                    default -> throw new BadRecord("'" + said + "' in the column optOut is neither yes nor no.", CURE);
                };
    }

    private List<Contact> contacts(String column) throws BadRecord {
        var addresses = values.of(column);
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < addresses.size(); i++) {
            contacts.add(contact(addresses.get(i), i));
        }
        return contacts;
    }

    private Contact contact(String text, int at) throws BadRecord {
        var said = at("channel", at);
        var channel = said == null ? null : Channel.of(said).orElse(null);
        if (said != null && channel == null) {
            throw new BadRecord("'" + said + "' is no channel; there are email, phone, letter and web.", CURE);
        }
        var format = at("format", at);
        if (format != null && Format.of(format).isEmpty()) {
            throw new BadRecord("'" + format + "' is no format; there are csv, xarf and text.", CURE);
        }
        var language = at("language", at);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new BadRecord("'" + language + "' is no language; write one like de or en.", CURE);
        }
        return contact(
                text,
                channel,
                language == null ? USUAL_LANGUAGE : language.toLowerCase(Locale.ROOT),
                format == null ? Format.CSV : Format.of(format).orElse(Format.CSV),
                at("key", at));
    }

    /// The value beside a contact; where there are fewer, the last one stands for the rest.
    private @Nullable String at(String column, int at) {
        var all = values.of(column);
        return all.isEmpty() ? null : all.get(Math.min(at, all.size() - 1));
    }

    private static Contact contact(
            String text, @Nullable Channel said, String language, Format format, @Nullable String key)
            throws BadRecord {
        var address = without(without(text, "mailto:"), "tel:");
        var channel = said == null || (said == Channel.EMAIL && !address.contains("@")) ? guessed(address) : said;
        if (channel == Channel.EMAIL && !Contact.isMailbox(address)) {
            throw new BadRecord("'" + text + "' is no mailbox like name@example.org.", CURE);
        }
        return new Contact(address, channel, language, format, key);
    }

    private static Channel guessed(String address) {
        return address.contains("@") && !address.contains("://")
                ? Channel.EMAIL
                : address.startsWith("https://") || address.startsWith("http://")
                        ? Channel.WEB
                        : PHONE.matcher(address).matches() ? Channel.PHONE : Channel.LETTER;
    }

    private static String without(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }
}
