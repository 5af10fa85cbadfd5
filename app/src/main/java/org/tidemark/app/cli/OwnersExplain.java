// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Address;
import org.tidemark.asset.Server;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Owned;
import org.tidemark.notify.OwnerRow;
import org.tidemark.notify.Ownership;
import org.tidemark.run.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Whose a server is, and which row says so.
@Command(
        name = "explain",
        description = "Say whose a server is, by which row of which list, how to reach the owner, and which rows say"
                + " otherwise.",
        footer = {
            "",
            "Exit status: 0 where it has an owner, 1 where nobody is known, 2 for a mistake in what was asked."
        })
final class OwnersExplain extends PackCommand {
    @Mixin
    DataOptions data = new DataOptions();

    @Parameters(
            paramLabel = "SERVER",
            description = "The id of a server in the store, or an address or host name, seen or not.")
    String server = "";

    OwnersExplain(Invocation invocation, Packs packs) {
        super(invocation, packs);
    }

    @Override
    int answer(Answer answer) {
        answer.columns("owner", List.of("server", "owner", "by.row", "by.kind", "by.match"));
        try (var store = FollowedStore.openForServers(data, invocation, answer)) {
            var ownership = Ownership.of(store.owners().rows());
            if (ownership.isEmpty()) {
                throw TidemarkException.user(
                        "The store holds no list of owners; `tidemark owners import FILE` takes one in.");
            }
            var asked = asked(store);
            var owned = ownership.of(asked.server(), asked.network());
            owned.ifPresentOrElse(found -> tell(answer, found), answer::found);
            if (owned.isEmpty() && answer.forPeople()) {
                answer.people().println("Nobody is known to own " + Terminal.safe(server) + ".");
            }
            return answer.finish(Row.of("summary").put("owners", owned.isPresent() ? 1 : 0));
        }
    }

    /// A server as far as owners are told by it.
    private record Asked(Server server, @Nullable String network) {}

    private Asked asked(Store store) {
        var seen = seen(store);
        if (seen.isPresent()) {
            return seen.get();
        }
        if (ServerNumber.isOne(server)) {
            throw TidemarkException.user("No server in the store has the id " + server + ".");
        }
        return new Asked(Address.isOne(server) ? Server.at(server, null) : Server.UNKNOWN.withHost(server), null);
    }

    private Optional<Asked> seen(Store store) {
        var ids = ServerNumber.isOne(server) ? List.of(server) : store.find(server);
        var found = new LinkedHashMap<String, Asked>();
        if (!ids.isEmpty()) {
            store.servers(each -> {
                if (ids.contains(each.id())) {
                    var latest = each.latest();
                    found.put(
                            each.id(),
                            new Asked(latest.server(), latest.attributes().get("asn")));
                }
            });
        }
        if (found.size() > 1) {
            // Says which ids there are.
            ServerNumber.meant(store, server);
        }
        return found.values().stream().findFirst();
    }

    private void tell(Answer answer, Owned owned) {
        answer.row(row(server, owned));
        if (!answer.forPeople()) {
            return;
        }
        var out = answer.people();
        out.println(Terminal.safe(server) + " is " + Terminal.safe(owned.owner().name()) + "'s: " + words(owned) + ".");
        var table = new Table("CHANNEL", "LANGUAGE", "CONTACT");
        for (var contact : owned.owner().contacts()) {
            table.row(Terminal.Ink.STRONG, contact.channel().id(), contact.language(), contact.address());
        }
        for (var contact : owned.owner().escalation()) {
            table.row(
                    Terminal.Ink.STRONG,
                    contact.channel().id(),
                    contact.language(),
                    contact.address() + " (where nobody answers)");
        }
        if (!table.isEmpty()) {
            table.print(out, answer.terminal(), -1);
        }
        if (owned.owner().optOut()) {
            out.println("The owner wants no notices.");
        }
        owned.others()
                .forEach(row -> out.println("Otherwise says " + Terminal.safe(row.place()) + " ("
                        + row.kind().id() + "): " + Terminal.safe(row.owner()) + "."));
    }

    private static String words(Owned owned) {
        var by = Terminal.safe(owned.by().place()) + " (" + owned.by().kind().id() + ")";
        return switch (owned.match()) {
            case SERVER -> by + " names it";
            case RANGE ->
                by + " names its range " + String.join(", ", owned.by().ranges());
            case DOMAIN ->
                by + " names its domain "
                        + Terminal.safe(String.join(", ", owned.by().domains()));
            case NETWORK ->
                by + " names its network " + String.join(", ", owned.by().networks());
            case null -> "nobody else is known, and " + by + " takes what nobody owns";
        };
    }

    static Row row(String server, Owned owned) {
        return Row.of("owner")
                .put("server", server)
                .put("owner", owned.owner().name())
                .put("by", by(owned.by(), owned.matchId()))
                .put(
                        "contacts",
                        owned.owner().contacts().stream()
                                .map(OwnersExplain::contact)
                                .toList())
                .put(
                        "escalation",
                        owned.owner().escalation().stream()
                                .map(OwnersExplain::contact)
                                .toList())
                .put("sector", owned.owner().sector())
                .put("constituency", owned.owner().constituency())
                .put("impact", owned.owner().impact())
                .put("optOut", owned.owner().optOut())
                .put(
                        "others",
                        owned.others().stream()
                                .map(row -> {
                                    var other = by(row, null);
                                    other.put("owner", row.owner());
                                    return other;
                                })
                                .toList());
    }

    private static Map<String, Object> by(OwnerRow row, @Nullable String match) {
        var by = new LinkedHashMap<String, Object>();
        by.put("row", row.place());
        by.put("kind", row.kind().id());
        if (match != null) {
            by.put("match", match);
        }
        return by;
    }

    private static Map<String, Object> contact(Contact contact) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("contact", contact.address());
        fields.put("channel", contact.channel().id());
        fields.put("language", contact.language());
        fields.put("format", contact.format().id());
        if (contact.key() != null) {
            fields.put("key", contact.key());
        }
        return fields;
    }
}
