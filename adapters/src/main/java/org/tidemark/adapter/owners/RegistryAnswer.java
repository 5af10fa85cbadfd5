// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.owners;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.asset.AddressRanges;
import org.tidemark.fault.Outcome;
import org.tidemark.fault.Problem;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Format;
import org.tidemark.notify.OwnerRow;

/// What a registry of addresses says of a network (RFC 9083, 5.4): its range and the contact for abuse.
///
/// The role may stand at any depth, so the entity nearest the network with the role `abuse` and a mailbox is taken.
/// Nobody else will do: a registrant may be a person, and a maintainer is none at all. Links are never followed.
final class RegistryAnswer {
    private static final String ABUSE = "abuse";
    private static final int MOST_ENTITIES = 1_000;

    private String kind = "";
    private String first = "";
    private String last = "";
    private String handle = "";
    private String name = "";
    private boolean redacted;
    private final List<Entity> entities = new ArrayList<>();

    /// Somebody named in the answer.
    ///
    /// @param depth how many entities it stands in
    private record Entity(
            int depth,
            List<String> roles,
            List<String> mailboxes,
            @Nullable String org) {}

    private RegistryAnswer() {}

    static Outcome<OwnerRow> read(byte[] bytes, String file, String name) {
        var answer = new RegistryAnswer();
        try {
            JsonCursor.read(bytes, 0, bytes.length, json -> {
                answer.network(json);
                return true;
            });
            return new Outcome<>(List.of(answer.row(name)), List.of());
        } catch (BadRecord e) {
            return new Outcome<>(List.of(), List.of(new Problem(e.place(file), e.cause(), e.cure())));
        }
    }

    private OwnerRow row(String list) throws BadRecord {
        if (!kind.equals("ip network")) {
            throw new BadRecord(
                    "This is no answer of an address registry about a network.",
                    "Give answers to `ip/ADDRESS` (RFC 9082), or lists of owners.");
        }
        var ranges = AddressRanges.between(first, last);
        if (ranges.isEmpty()) {
            throw new BadRecord(
                    "The answer does not say from where to where the network goes.", "Ask the registry again.");
        }
        var abuse = contact()
                .orElseThrow(
                        () -> new BadRecord(
                                redacted
                                        ? "The answer withholds the contact for abuse (RFC 9537)."
                                        : "The answer names no contact for abuse at any depth.",
                                "Find the owner another way, and write a row by hand; nobody else in the answer may be written to."));
        var org = abuse.org == null ? name.isEmpty() ? handle : name : abuse.org;
        return new OwnerRow(
                list,
                null,
                OwnerRow.Kind.RDAP,
                org,
                List.of(),
                ranges,
                List.of(),
                List.of(),
                abuse.mailboxes.stream()
                        .map(mailbox -> new Contact(mailbox, Channel.EMAIL, "en", Format.CSV, null))
                        .toList(),
                List.of(),
                null,
                null,
                null,
                false);
    }

    private Optional<Entity> contact() {
        return entities.stream()
                .filter(entity -> entity.roles.contains(ABUSE) && !entity.mailboxes.isEmpty())
                .min(Comparator.comparingInt(Entity::depth));
    }

    private void network(JsonCursor json) {
        if (!json.enterObject()) {
            return;
        }
        for (var member = json.name(); member != null; member = json.name()) {
            switch (member) {
                case "objectClassName" -> kind = json.content();
                case "startAddress" -> first = json.content();
                case "endAddress" -> last = json.content();
                case "handle" -> handle = json.content();
                case "name" -> name = json.content();
                case "entities" -> entities(json, 0);
                case "redacted" -> redacted = json.isArray();
                default -> {}
            }
        }
    }

    private void entities(JsonCursor json, int depth) {
        if (!json.enterArray()) {
            return;
        }
        while (json.element()) {
            if (json.isObject()) {
                entity(json, depth);
            }
        }
    }

    private void entity(JsonCursor json, int depth) {
        var roles = new ArrayList<String>();
        var mailboxes = new ArrayList<String>();
        var org = new ArrayList<String>();
        json.enterObject();
        for (var member = json.name(); member != null; member = json.name()) {
            switch (member) {
                case "roles" -> json.texts().forEach(role -> roles.add(role.toLowerCase(Locale.ROOT)));
                case "vcardArray" -> card(json, mailboxes, org);
                case "entities" -> entities(json, depth + 1);
                default -> {}
            }
        }
        if (entities.size() < MOST_ENTITIES) {
            entities.add(new Entity(depth, roles, mailboxes, org.isEmpty() ? null : org.getFirst()));
        }
    }

    /// A jCard (RFC 7095): `["vcard", [[name, parameters, type, value], …]]`.
    private static void card(JsonCursor json, List<String> mailboxes, List<String> org) {
        if (!json.enterArray()) {
            return;
        }
        while (json.element()) {
            if (json.enterArray()) {
                while (json.element()) {
                    property(json, mailboxes, org);
                }
            }
        }
    }

    private static void property(JsonCursor json, List<String> mailboxes, List<String> org) {
        if (!json.enterArray()) {
            return;
        }
        var property = "";
        for (int at = 0; json.element(); at++) {
            if (at == 0) {
                property = json.content().toLowerCase(Locale.ROOT);
            } else if (at >= 3) {
                value(property, json.text(), mailboxes, org);
            }
        }
    }

    private static void value(String property, @Nullable String text, List<String> mailboxes, List<String> org) {
        if (text == null || text.isBlank()) {
            return;
        }
        switch (property) {
            case "email" -> {
                var bare = text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
                if (Contact.isMailbox(bare)) {
                    mailboxes.add(bare);
                }
            }
            case "org" -> org.addFirst(text.strip());
            case "fn" -> org.addLast(text.strip());
            default -> {}
        }
    }
}
