// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that rows of one kind say of an owner, taken together.
///
/// @param contacts the preferred one first
/// @param optOut whether any row says that the owner wants no notices
public record Owner(
        String name,
        List<Contact> contacts,
        List<Contact> escalation,
        @Nullable String sector,
        @Nullable String constituency,
        @Nullable String impact,
        boolean optOut) {
    public Owner {
        contacts = List.copyOf(contacts);
        escalation = List.copyOf(escalation);
    }

    /// @param first the row that decided: what it says goes before what others say
    /// @param all the owner's rows, in their order
    static Owner of(OwnerRow first, Collection<OwnerRow> all) {
        var rows = new ArrayList<OwnerRow>();
        rows.add(first);
        rows.addAll(all);
        return new Owner(
                first.owner(),
                contacts(rows, OwnerRow::contacts),
                contacts(rows, OwnerRow::escalation),
                said(rows, OwnerRow::sector),
                said(rows, OwnerRow::constituency),
                said(rows, OwnerRow::impact),
                rows.stream().anyMatch(OwnerRow::optOut));
    }

    private static List<Contact> contacts(List<OwnerRow> rows, Function<OwnerRow, List<Contact>> of) {
        var contacts = new LinkedHashSet<Contact>();
        rows.forEach(row -> contacts.addAll(of.apply(row)));
        return List.copyOf(contacts);
    }

    private static @Nullable String said(List<OwnerRow> rows, Function<OwnerRow, @Nullable String> of) {
        return rows.stream().map(of).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
