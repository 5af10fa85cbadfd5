// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;

/// One message to one recipient about servers of one owner and one campaign.
///
/// @param id 32 hexadecimal digits; the same plan at the same moment gives the same
/// @param token what a bounce is known by: random, for whoever guesses it could make a contact look dead
/// @param lines the servers, in the order of their ids
/// @param at when it was planned
public record Notice(
        String id, String token, String owner, Contact recipient, String campaign, List<Line> lines, Instant at) {

    /// Why somebody is told, the most pressing last.
    public enum Reason {
        /// Told before, and nothing happened.
        REMINDER,
        /// Never told.
        NEW,
        /// Told before, and something has come up since: signs of a break-in, or another owner.
        CHANGED,
        /// It was fixed or mitigated in between.
        REGRESSED;

        /// The name in answers, `new`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is told of one server.
    ///
    /// @param where it was seen last
    /// @param network the number of its autonomous system; null where it is not known
    /// @param since the day from which on it has been vulnerable
    /// @param suspected whether there are signs of a break-in
    public record Line(
            String server, Server where, @Nullable String network, Reason reason, LocalDate since, boolean suspected) {}

    public Notice {
        lines = lines.stream().sorted(Comparator.comparing(Line::server)).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a notice about nothing");
        }
    }

    static Notice of(String token, String owner, Contact recipient, String campaign, List<Line> lines, Instant at) {
        var text = new StringBuilder(owner + "\n" + recipient + "\n" + campaign + "\n" + at);
        lines.stream()
                .map(Line::server)
                .sorted()
                .forEach(server -> text.append('\n').append(server));
        return new Notice(hash(text.toString()), token, owner, recipient, campaign, lines, at);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The most pressing reason of its servers.
    public Reason reason() {
        return lines.stream().map(Line::reason).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// Whether it speaks of signs of a break-in.
    public boolean suspected() {
        return lines.stream().anyMatch(Line::suspected);
    }

    /// What people call it on the telephone.
    public String ticket() {
        return "TM-" + id.substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
