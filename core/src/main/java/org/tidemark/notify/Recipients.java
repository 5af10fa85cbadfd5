// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// Which contact of an owner is written to.
///
/// The first mailbox that works; where there is none, whatever else the owner named; then whoever is told where nobody
/// answers; then the fallback. Signs of a break-in are never sent to a mailbox that may lie on the server itself.
public final class Recipients {
    private final Ownership owners;
    private final Set<String> dead;

    /// @param dead mailboxes that mail came back from, in lower case
    public Recipients(Ownership owners, Set<String> dead) {
        this.owners = owners;
        this.dead = Set.copyOf(dead);
    }

    /// @param suspected whether there are signs of a break-in
    /// @param byMail whether mail will do; false where it was sent often enough
    public Optional<Contact> of(Owned owned, Server where, boolean suspected, boolean byMail) {
        Predicate<Contact> usable = contact -> (byMail || contact.channel() != Channel.EMAIL)
                && !dead.contains(contact.mailbox())
                && !(suspected && mayEndOn(contact, where));
        var owner = owned.owner();
        return Stream.of(
                        owner.contacts(),
                        owner.escalation(),
                        owners.fallback().map(Owner::contacts).orElse(List.of()))
                .flatMap(contacts -> first(contacts, usable).stream())
                .findFirst();
    }

    private static Optional<Contact> first(List<Contact> contacts, Predicate<Contact> usable) {
        var fit = contacts.stream().filter(usable).toList();
        return fit.stream()
                .filter(contact -> contact.channel() == Channel.EMAIL)
                .findFirst()
                .or(() -> fit.stream().findFirst());
    }

    /// Whether a contact is one of those who may be told of a server: the owner's, or where it has no other the
    /// fallback's.
    public boolean mayBeTold(Owned owned, Contact contact) {
        var all = new ArrayList<>(owned.owner().contacts());
        all.addAll(owned.owner().escalation());
        owners.fallback().ifPresent(fallback -> all.addAll(fallback.contacts()));
        return all.stream()
                .anyMatch(each ->
                        each.channel() == contact.channel() && each.mailbox().equals(contact.mailbox()));
    }

    /// Whether mail to a contact may be kept on the server: it is of the domain that the server is in. Nothing is
    /// looked up; a mailbox elsewhere is not known to be forwarded.
    static boolean mayEndOn(Contact contact, Server where) {
        return contact.channel() == Channel.EMAIL
                && (isIn(contact.domain(), where.host()) || isIn(contact.domain(), where.name()));
    }

    private static boolean isIn(String domain, @Nullable String host) {
        if (host == null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals(domain) || name.endsWith("." + domain) || domain.endsWith("." + name);
    }
}
