// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.bounce.ReturnedMail.Role;

/// A provider's report on a mail of ours (RFC 5965): mostly that its customer called it abuse.
final class FeedbackReport {
    /// Types that are no complaint of a recipient (RFC 5965, section 7.3; RFC 6591): a failed check of the
    /// sender goes
    /// to who runs our mail, and a mail that was called no spam needs nothing.
    private static final Map<String, Effect> NO_COMPLAINT =
            Map.of("auth-failure", Effect.PERSON, "not-spam", Effect.NOTHING, "dmarc", Effect.PERSON);

    private FeedbackReport() {}

    static List<Bounce> read(ReturnedMail mail, @Nullable String token) {
        var fields = FieldBlock.first(mail.all(Role.FEEDBACK).strip());
        var type = fields.text("feedback-type").toLowerCase(Locale.ROOT);
        var effect = NO_COMPLAINT.getOrDefault(type, Effect.COMPLAINT);
        var why = effect == Effect.COMPLAINT
                ? "Complaint: a feedback report says that the recipient does not want the mail."
                : "A feedback report, and no complaint of a recipient.";
        var recipients = List.of("original-rcpt-to", "removal-recipient").stream()
                .flatMap(name -> fields.all(name).stream())
                .flatMap(value -> Addresses.ofField(value).stream())
                .distinct()
                .map(Optional::of)
                .toList();
        return (recipients.isEmpty() ? List.of(mail.addressee()) : recipients)
                .stream()
                        .map(each -> new Bounce(
                                BounceKind.OTHER, each.orElse(null), null, null, effect, Reason.of(type), why, token))
                        .toList();
    }
}
