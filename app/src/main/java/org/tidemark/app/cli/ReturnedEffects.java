// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.ContentHash;
import org.tidemark.bounce.Bounce;
import org.tidemark.bounce.Effect;
import org.tidemark.notify.NoticeState;
import org.tidemark.run.NoticeBook;
import org.tidemark.run.NoticeBook.ContactEvent;
import org.tidemark.run.NoticeBook.Sent;

/// What returned mail changes in a store. Only mail that came back to the very address that a notice went out from
/// counts, and once: anyone can write a mail that says that somebody is not there. It never says that a server
/// is fixed.
final class ReturnedEffects {
    private final List<Bounce> ours = new ArrayList<>();
    private long news;
    private long known;
    private long strange;

    void add(Bounce bounce) {
        if (bounce.token() != null) {
            ours.add(bounce);
        }
    }

    boolean isEmpty() {
        return ours.isEmpty();
    }

    void write(NoticeBook notices, Instant at) {
        for (var bounce : ours) {
            var sent = notices.find(Objects.requireNonNull(bounce.token()));
            if (sent.isEmpty() || !sent.get().notice().token().equals(bounce.token())) {
                strange++;
            } else {
                write(notices, sent.get(), bounce, at);
            }
        }
    }

    private void write(NoticeBook notices, Sent sent, Bounce bounce, Instant at) {
        var event = event(bounce.effect());
        if (event == null) {
            return;
        }
        var notice = sent.notice();
        if (!notices.contact(notice.recipient().mailbox(), event, evidence(bounce), at)) {
            known++;
            return;
        }
        news++;
        var said = bounce.status() == null ? bounce.effect().word() : bounce.status();
        switch (event) {
            case DEAD -> notices.event(notice.id(), NoticeState.DEAD, said, at);
            case REFUSED -> notices.event(notice.id(), NoticeState.TURNED_AWAY, said, at);
            case COMPLAINT, WAIT -> {
                // The notice was told, or may still be.
            }
        }
    }

    private static @Nullable ContactEvent event(Effect effect) {
        return switch (effect) {
            case DEAD -> ContactEvent.DEAD;
            case REFUSED -> ContactEvent.REFUSED;
            case COMPLAINT -> ContactEvent.COMPLAINT;
            case WAIT -> ContactEvent.WAIT;
            case PERSON, NOTHING -> null;
        };
    }

    private static String evidence(Bounce bounce) {
        var text = String.join(
                "\n",
                String.valueOf(bounce.token()),
                bounce.kind().word(),
                String.valueOf(bounce.status()),
                String.valueOf(bounce.reason()));
        return HexFormat.of().formatHex(ContentHash.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Puts what came of it into a summary.
    Row count(Row summary) {
        return summary.put("recorded", news).put("recordedBefore", known).put("notOurs", strange);
    }
}
