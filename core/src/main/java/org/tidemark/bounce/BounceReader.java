// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.bounce.ReturnedMail.Role;
import org.tidemark.bounce.Wording.Shows;
import org.tidemark.bounce.Wording.Where;

/// Decides what a mail that came back means for each recipient.
///
/// The structure comes before the header: servers mark reports of failure as automatic replies too. A mail can be
/// forged by whoever knows the address that it goes to, so nothing here says more than what the mail claims.
public final class BounceReader {
    private final Wording wording;
    private final DeliveryJudge deliveries;
    private final AnswerJudge answers;

    public BounceReader(Wording wording) {
        this.wording = wording;
        this.deliveries = new DeliveryJudge(wording);
        this.answers = new AnswerJudge(wording);
    }

    /// One row a recipient, at least one.
    public List<Bounce> read(ReturnedMail mail) {
        var report = StatusReport.ofPart(mail.all(Role.STATUS));
        var token = OwnToken.in(mail.headers(), report.envelope()).orElse(null);
        if (isFeedback(mail)) {
            return FeedbackReport.read(mail, token);
        }
        if (isReceipt(mail)) {
            return List.of(receipt(mail, token));
        }
        var text = new TextReport(mail, wording);
        if (!mail.has(Role.STATUS) && !text.isCoded() && answers.isChallenge(mail)) {
            return List.of(answers.judge(mail, token));
        }
        var said = deliveries(mail, report, text);
        if (!said.isEmpty()) {
            return judged(said, token);
        }
        return List.of(answers.judge(mail, token));
    }

    /// A provider's report on our mail (RFC 5965), or what providers sent before there was a form for it.
    private boolean isFeedback(ReturnedMail mail) {
        return mail.has(Role.FEEDBACK)
                || mail.isReport("feedback-report")
                || (!mail.has(Role.STATUS)
                        && wording.mark(Shows.COMPLAINT, Where.SUBJECT, mail.subject())
                                .isPresent());
    }

    /// A program showed our mail to somebody, or threw it away (RFC 8098): no proof that a person read it.
    private boolean isReceipt(ReturnedMail mail) {
        boolean marked =
                wording.mark(Shows.RECEIPT, Where.SUBJECT, mail.subject()).isPresent()
                        && wording.mark(Shows.RECEIPT, Where.TEXT, Phrase.plain(mail.text()))
                                .isPresent();
        return mail.has(Role.RECEIPT)
                || mail.isReport("disposition-notification")
                || (marked && !mail.has(Role.STATUS));
    }

    private static Bounce receipt(ReturnedMail mail, @Nullable String token) {
        var fields = FieldBlock.first(mail.all(Role.RECEIPT).strip());
        var recipient = Optional.of(fields.text("original-recipient"))
                .flatMap(Addresses::ofField)
                .or(() -> Addresses.ofField(fields.text("final-recipient")))
                .or(() -> Addresses.in(mail.headers().text("from")).stream().findFirst());
        return new Bounce(
                BounceKind.OTHER,
                recipient.orElse(null),
                null,
                null,
                Effect.NOTHING,
                Reason.of(fields.text("disposition")),
                "Receipt: some program says what it did with the mail, which proves no reader.",
                token);
    }

    /// The part for programs, else its fields in the text, else the text: whichever speaks of a recipient first.
    private List<Delivery> deliveries(ReturnedMail mail, StatusReport report, TextReport text) {
        var inPart = report.deliveries();
        if (!inPart.isEmpty()) {
            return completed(inPart, text);
        }
        var inText = StatusReport.ofText(text.text()).deliveries();
        if (!inText.isEmpty()) {
            return inText;
        }
        return isReport(mail, text) ? text.deliveries() : List.of();
    }

    /// A report that leaves out whom it is about, or why, says so in its text.
    private static List<Delivery> completed(List<Delivery> said, TextReport text) {
        boolean complete =
                said.stream().noneMatch(each -> each.recipient() == null || each.isSilent() || each.isVague());
        if (complete) {
            return said;
        }
        var inWords = text.deliveries();
        var completed = new ArrayList<Delivery>();
        for (var each : said) {
            var same = inWords.stream()
                    .filter(other -> isSame(each, other) || (said.size() == 1 && inWords.size() == 1))
                    .findFirst();
            var named = each.recipient() != null
                    ? each
                    : each.withRecipient(same.map(Delivery::recipient).orElse(null));
            boolean over = each.outcome() == Delivery.Outcome.DELIVERED;
            completed.add(over ? named : same.map(named::completedBy).orElse(named));
        }
        return completed;
    }

    private static boolean isSame(Delivery one, Delivery other) {
        return one.recipient() != null && one.recipient().equalsIgnoreCase(other.recipient());
    }

    /// Whether a mail without the part for programs is a report: it says so itself, or it is written like one.
    private boolean isReport(ReturnedMail mail, TextReport text) {
        if (mail.has(Role.STATUS)
                || mail.isReport("delivery-status")
                || mail.headers().first("x-failed-recipients").isPresent()) {
            return true;
        }
        boolean called = isCalled(mail, Shows.REPORT, Shows.DELAYED, Shows.DELIVERED);
        boolean says = wording.mark(Shows.REPORT, Where.TEXT, Phrase.plain(text.text()))
                .isPresent();
        boolean byServer = mail.isFromNobody()
                || wording.mark(Shows.REPORT, Where.SENDER, mail.sender()).isPresent();
        if (byServer) {
            return called || says || text.isCoded();
        }
        boolean bySoftware = answers.isSubmittedByMachine(mail);
        boolean byMachine = mail.hasEmptyReturnPath() || (text.isCoded() && bySoftware);
        // Who takes the bounces of his own mail may write about ours.
        boolean byPerson = !bySoftware && !mail.hasEmptyReturnPath() && mail.hasReturnPath();
        boolean like = (says && called && !byPerson) || ((says || called) && byMachine);
        return like && !isCalled(mail, Shows.PASSED_ON, Shows.REPLY);
    }

    private boolean isCalled(ReturnedMail mail, Shows... shows) {
        return Stream.of(shows)
                .anyMatch(each ->
                        wording.mark(each, Where.SUBJECT, mail.subject()).isPresent());
    }

    /// One row a recipient: of two words on the same one, the graver counts.
    private List<Bounce> judged(List<Delivery> said, @Nullable String token) {
        var rows = new LinkedHashMap<String, Bounce>();
        for (var each : said) {
            var key = each.recipient() == null ? "" : each.recipient().toLowerCase(Locale.ROOT);
            rows.merge(key, deliveries.judge(each, token), Bounce::graver);
        }
        return List.copyOf(rows.values());
    }
}
