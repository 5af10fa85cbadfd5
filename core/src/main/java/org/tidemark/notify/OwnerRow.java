// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one row of somebody's list says: who owns what, and how to reach them.
///
/// @param file the list's name
/// @param line the row's line; null where the format has none
/// @param owner the owner's name
/// @param servers addresses, host names and computer names of servers; `*` for every server that nobody else owns
/// @param ranges ranges of addresses in the notation of RFC 4632
/// @param domains every host name that ends so
/// @param networks numbers of autonomous systems
/// @param contacts the preferred one first
/// @param escalation whom to tell where nobody else answers, or may be told
/// @param impact what the loss of its servers would do: `low`, `medium`, `high`, `very high`; null where nobody said
/// @param optOut whether the owner wants no notices
public record OwnerRow(
        String file,
        @Nullable Long line,
        Kind kind,
        String owner,
        List<String> servers,
        List<String> ranges,
        List<String> domains,
        List<String> networks,
        List<Contact> contacts,
        List<Contact> escalation,
        @Nullable String sector,
        @Nullable String constituency,
        @Nullable String impact,
        boolean optOut) {
    public static final List<String> IMPACTS = List.of("low", "medium", "high", "very high");
    public static final String ANY_SERVER = "*";

    /// Where a row comes from, the best source first.
    public enum Kind {
        /// Somebody wrote it down.
        BY_HAND,
        /// What the owner of a host name published (RFC 9116).
        SECURITY_TXT,
        /// What a registry of addresses published (RFC 9083).
        RDAP;

        /// The name in answers, `by-hand`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public OwnerRow {
        servers = List.copyOf(servers);
        ranges = List.copyOf(ranges);
        domains = List.copyOf(domains);
        networks = List.copyOf(networks);
        contacts = List.copyOf(contacts);
        escalation = List.copyOf(escalation);
    }

    /// Where it stands, `owners.csv:12`.
    public String place() {
        return line == null ? file : file + ":" + line;
    }

    /// Whether it speaks for every server that nobody else owns.
    public boolean isFallback() {
        return servers.contains(ANY_SERVER);
    }
}
