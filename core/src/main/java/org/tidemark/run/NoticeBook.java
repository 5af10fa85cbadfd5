// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticeState;
import org.tidemark.notify.Told;

/// The notices of a store. What became of one is a list of events that only grows.
public interface NoticeBook {
    /// Takes planned notices in: all of them, or none.
    void add(List<Notice> notices);

    /// What was told last of each server and campaign. A notice that could not reach anybody told nobody.
    Map<Told.Of, Told> told();

    /// Gives out notices in the order in which they were planned, each with what has become of it.
    void each(Consumer<Sent> to);

    /// The notice of this id, or of a ticket or token that it has alone.
    Optional<Sent> find(String text);

    /// Writes down what became of a notice. Kept for good when this returns.
    ///
    /// @param detail what the relay or the returned mail said; not who
    void event(String notice, NoticeState state, String detail, Instant at);

    /// What a mailbox proved to be.
    ///
    /// @param evidence a hash of the returned mail: each counts once
    /// @return whether it is news
    boolean contact(String mailbox, ContactEvent event, String evidence, Instant at);

    /// Mailboxes that cannot be written to: nobody is there, or whoever is complained.
    Set<String> unusable();

    /// Removes contacts, notices and names of an owner; how many there were is kept.
    ///
    /// @return how many notices there were
    long forget(String owner, Instant at);

    /// @param state the last event
    /// @param at its time
    record Sent(Notice notice, NoticeState state, Instant at, String detail) {}

    /// What came back from a mailbox.
    enum ContactEvent {
        DEAD,
        REFUSED,
        WAIT,
        COMPLAINT
    }
}
