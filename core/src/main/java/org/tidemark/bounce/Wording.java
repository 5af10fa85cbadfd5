// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How servers and people write: which words mark what a mail is, which words and codes say why it came back. Rows are
/// tried in their order, and the first that fits counts.
public final class Wording {
    private final Map<Shows, Map<Where, List<Mark>>> marks;
    private final List<Sense> senses;
    private final Map<String, Meaning> codes;

    /// @param codes what enhanced status codes mean, by `5.1.1`, `X.1.1` (any class) or `X.7.*` (any detail)
    public Wording(List<Mark> marks, List<Sense> senses, Map<String, Meaning> codes) {
        this.marks = marks.stream()
                .collect(Collectors.groupingBy(
                        Mark::shows,
                        () -> new EnumMap<>(Shows.class),
                        Collectors.groupingBy(Mark::where, () -> new EnumMap<>(Where.class), Collectors.toList())));
        this.senses = List.copyOf(senses);
        this.codes = Map.copyOf(codes);
    }

    /// What a mark shows.
    public enum Shows {
        /// That the mail is a delivery report.
        REPORT,
        /// That the report is of a delay.
        DELAYED,
        /// That the report is of success.
        DELIVERED,
        /// That a recipient called our mail abuse.
        COMPLAINT,
        /// That some program showed the mail to somebody.
        RECEIPT,
        /// That what follows is the mail that came back.
        ORIGINAL,
        /// That an address follows to which a mail could not be delivered.
        RECIPIENT,
        /// That the address belongs to who runs the server.
        ROLE,
        /// That a machine answered.
        REPLY,
        /// That a machine wants the sender to show that he is a person.
        CHALLENGE,
        /// That a ticket system answered.
        TICKET,
        /// That the mail says of its recipient what a person must read.
        GONE,
        /// That a person passes on or answers what somebody else wrote.
        PASSED_ON
    }

    /// Where a mark is looked for.
    public enum Where {
        SUBJECT,
        SENDER,
        TEXT,
        /// The beginning of a line of the text.
        LINE,
        HEADER
    }

    /// @param header the name of the header field, lower case; empty for other places
    public record Mark(Shows shows, Where where, String header, Phrase phrase) {}

    /// Words that say why a mail came back.
    ///
    /// @param sure whether they say so whatever the code beside them says
    public record Sense(Meaning meaning, boolean sure, Phrase phrase) {}

    /// The first mark of a kind that a text bears.
    ///
    /// @param text made [plain][Phrase#plain(String)] before
    Optional<Phrase> mark(Shows shows, Where where, String text) {
        for (var mark : marks(shows, where)) {
            if (mark.phrase.isIn(text)) {
                return Optional.of(mark.phrase);
            }
        }
        return Optional.empty();
    }

    private List<Mark> marks(Shows shows, Where where) {
        return marks.getOrDefault(shows, Map.of()).getOrDefault(where, List.of());
    }

    /// The name of the first header field that marks the mail so.
    Optional<String> header(Shows shows, MailHeaders headers) {
        for (var mark : marks(shows, Where.HEADER)) {
            if (headers.all(mark.header).stream().map(Phrase::plain).anyMatch(mark.phrase::isIn)) {
                return Optional.of(mark.header);
            }
        }
        return Optional.empty();
    }

    /// What a server's words mean.
    ///
    /// @param text made [plain][Phrase#plain(String)] before
    Optional<Sense> sense(String text) {
        for (var sense : senses) {
            if (sense.phrase.isIn(text)) {
                return Optional.of(sense);
            }
        }
        return Optional.empty();
    }

    /// What a code means; nothing where it is vague.
    Optional<Meaning> meaning(StatusCode code) {
        var detail = "." + code.subject() + "." + code.detail();
        return Optional.ofNullable(codes.get(code.level() + detail))
                .or(() -> Optional.ofNullable(codes.get("X" + detail)))
                .or(() -> Optional.ofNullable(codes.get("X." + code.subject() + ".*")));
    }
}
