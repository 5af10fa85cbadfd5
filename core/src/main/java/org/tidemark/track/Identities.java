// SPDX-License-Identifier: Apache-2.0
package org.tidemark.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which server a place is: the strongest key that leads to a server which nothing contradicts, else a new server.
///
/// Keys, the strongest first: the name a server gives itself with its certificate; that name with the host name; the
/// certificate; host name and port; address and port. A key that turns out to stand on several servers, as a wildcard
/// certificate does, counts no more by itself. What decides is what a server showed last, so places are given day by
/// day, and those of a day in the order of their numbers: any split of the input gives the same servers.
///
/// Holds only what the places at hand need; the caller loads that, and keeps what is new.
public final class Identities {
    /// The owner of a key that stands on several servers.
    public static final long SHARED = -1;

    private final LongTable owners = new LongTable();
    private final Map<Long, Facts> facts = new HashMap<>();
    private final List<KeyChange> keyChanges = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();

    /// What a server showed last; 0 for what it never said.
    ///
    /// @param seenAt an address at which it was seen on the day at hand; 0 where it was not seen yet
    public record Facts(long name, long certificate, long host, long address, long seenAt) {
        Facts showing(Clues clues) {
            return new Facts(
                    or(clues.name(), name),
                    or(clues.certificate(), certificate),
                    or(clues.host(), host),
                    or(clues.address(), address),
                    seenAt == 0 ? clues.address() : seenAt);
        }

        private static long or(long newer, long older) {
            return newer == 0 ? older : newer;
        }
    }

    /// From now on the key leads to this server.
    public record KeyChange(long key, long server) {}

    /// A key is known to lead to a server, or to be [#SHARED].
    public void know(long key, long server) {
        owners.put(key, server);
    }

    /// A server is known to have shown this.
    public void know(long server, Facts shown) {
        facts.put(server, shown);
    }

    /// Says which server a place is.
    ///
    /// @param founding the number of the server if it is a new one
    /// @param second its number if another server has that one already: the place's own, so that nothing that
    /// is not
    ///     at hand can have it
    public long resolve(Clues clues, long founding, long second) {
        long server = find(clues);
        if (server == 0) {
            server = clues.isNameAlone() ? founding : free(founding, second);
        }
        show(server, clues);
        return server;
    }

    /// A place is this server, as somebody said who knows better; what it shows leads to that server from now on.
    public void settle(Clues clues, long server) {
        show(server, clues);
    }

    /// A number that no other server has: an address may found a second server when the first has moved on.
    private long free(long founding, long second) {
        long number = facts.containsKey(founding) ? second : founding;
        return number == 0 || number == SHARED ? 1 : number;
    }

    private long find(Clues clues) {
        if (clues.isNameAlone()) {
            return owner(clues.nameAlone());
        }
        long server = byName(clues.nameAndCertificate(), clues);
        if (server == 0) {
            server = byName(clues.nameAndHost(), clues);
        }
        if (server == 0) {
            server = byEndpointAndHost(clues);
        }
        if (server == 0) {
            server = byCertificate(clues);
        }
        if (server == 0) {
            server = byHost(clues);
        }
        return server == 0 ? byEndpoint(clues) : server;
    }

    private long owner(long key) {
        long owner = key == 0 ? 0 : owners.get(key);
        return owner == SHARED ? 0 : owner;
    }

    private Facts shownBy(long server) {
        return facts.getOrDefault(server, new Facts(0, 0, 0, 0, 0));
    }

    /// Every hoster has an EX01, and all of them behind one wildcard certificate: another host name at another
    /// address
    /// on the same day is another server. So is the same name at another address that does not show the
    /// certificate as
    /// well: two of one name can stand behind one host name, and one must not hide the other.
    private long byName(long key, Clues clues) {
        long server = owner(key);
        if (server == 0) {
            return 0;
        }
        var shown = shownBy(server);
        boolean sameCertificate = same(shown.certificate(), clues.certificate());
        if (isElsewhereToday(shown, clues) && (differ(shown.host(), clues.host()) || !sameCertificate)) {
            share(key);
            return 0;
        }
        return server;
    }

    /// A member of a farm that does not give its name is told from the others by where it is.
    private long byEndpointAndHost(Clues clues) {
        long server = owner(clues.endpoint());
        if (server == 0 || clues.name() != 0) {
            return 0;
        }
        var shown = shownBy(server);
        boolean alike = same(clues.host(), shown.host()) || same(clues.certificate(), shown.certificate());
        return alike ? server : 0;
    }

    private long byCertificate(Clues clues) {
        long key = clues.certificateAlone();
        long server = owner(key);
        if (server == 0) {
            return 0;
        }
        var shown = shownBy(server);
        boolean sameAddress = clues.address() != 0 && clues.address() == shown.address();
        if (differ(shown.name(), clues.name())
                || (differ(shown.host(), clues.host()) && !sameAddress)
                || isElsewhereToday(shown, clues)) {
            share(key);
            return 0;
        }
        return server;
    }

    private long byHost(Clues clues) {
        long server = owner(clues.hostAndPort());
        if (server == 0) {
            return 0;
        }
        var shown = shownBy(server);
        return differ(shown.name(), clues.name()) || isElsewhereToday(shown, clues) ? 0 : server;
    }

    /// An address that shows another name, or else another host, is another server's now. A new certificate
    /// alone is
    /// not: certificates are renewed.
    private long byEndpoint(Clues clues) {
        long server = owner(clues.endpoint());
        if (server == 0) {
            return 0;
        }
        var shown = shownBy(server);
        if (differ(shown.name(), clues.name())) {
            return 0;
        }
        boolean alike = same(clues.name(), shown.name()) || same(clues.certificate(), shown.certificate());
        return differ(shown.host(), clues.host()) && !alike ? 0 : server;
    }

    private static boolean same(long one, long other) {
        return one != 0 && one == other;
    }

    private static boolean differ(long one, long other) {
        return one != 0 && other != 0 && one != other;
    }

    private static boolean isElsewhereToday(Facts shown, Clues clues) {
        return shown.seenAt() != 0 && clues.address() != 0 && shown.seenAt() != clues.address();
    }

    private void share(long key) {
        change(key, SHARED);
    }

    private void change(long key, long server) {
        if (owners.get(key) != server) {
            owners.put(key, server);
            keyChanges.add(new KeyChange(key, server));
        }
    }

    private void show(long server, Clues clues) {
        var before = facts.get(server);
        var now = before == null
                ? new Facts(clues.name(), clues.certificate(), clues.host(), clues.address(), clues.address())
                : before.showing(clues);
        facts.put(server, now);
        if (!now.equals(before)) {
            changed.add(server);
        }
        take(clues.nameAndCertificate(), server);
        take(clues.nameAndHost(), server);
        take(clues.certificateAlone(), server);
        takeHost(clues, server);
        if (clues.endpoint() != 0) {
            change(clues.endpoint(), server);
        }
        nameAlone(clues, server);
    }

    /// A host name with several members stays with the first of them, unless that one has not been seen today.
    private void takeHost(Clues clues, long server) {
        long key = clues.hostAndPort();
        long owner = key == 0 ? server : owners.get(key);
        if (owner != server && (owner == 0 || shownBy(owner).seenAt() == 0)) {
            change(key, server);
        }
    }

    private void take(long key, long server) {
        if (key != 0 && owners.get(key) != SHARED) {
            change(key, server);
        }
    }

    /// A name alone leads to a server only while no second one has it, and only to one that is known by more.
    private void nameAlone(Clues clues, long server) {
        long key = clues.nameAlone();
        if (key == 0) {
            return;
        }
        long owner = owners.get(key);
        if (owner == 0) {
            change(key, server);
        } else if (owner != server) {
            share(key);
        }
    }

    /// What came to be known of keys since the last call, the newest of each last.
    public List<KeyChange> takeKeyChanges() {
        var changes = List.copyOf(keyChanges);
        keyChanges.clear();
        return changes;
    }

    /// The servers that showed something new since the last call, with all that they showed last.
    public Map<Long, Facts> takeChanged() {
        var now = new HashMap<Long, Facts>();
        changed.forEach(server -> now.put(server, shownBy(server)));
        changed.clear();
        return now;
    }
}
