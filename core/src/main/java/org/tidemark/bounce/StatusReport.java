// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The fields of a delivery report (RFC 3464), in a part of their own or, as some servers have it, in the text.
final class StatusReport {
    /// The fields on one recipient (section 2.3), and two that servers add.
    private static final Set<String> OF_RECIPIENT = Set.of(
            "original-recipient",
            "final-recipient",
            "x-actual-recipient",
            "action",
            "status",
            "remote-mta",
            "diagnostic-code",
            "x-supplementary-info",
            "last-attempt-date",
            "will-retry-until");

    private static final Set<String> OF_MAIL =
            Set.of("original-envelope-id", "reporting-mta", "received-from-mta", "arrival-date", "dsn-gateway");

    private final List<FieldBlock> recipients = new ArrayList<>();
    private final String source;
    private @Nullable String envelope;
    private @Nullable FieldBlock common;

    private StatusReport(String source) {
        this.source = source;
    }

    /// @param text of the part for programs
    static StatusReport ofPart(String text) {
        return read(text, "the delivery report", _ -> true);
    }

    /// @param text for people
    static StatusReport ofText(String text) {
        var found = read(
                text.replaceAll("(?m)^[ \\t]{1,8}(?=[A-Za-z-]{6,20}:)", ""),
                "the fields of a delivery report in the text",
                name -> OF_RECIPIENT.contains(name) || OF_MAIL.contains(name));
        // A single "Status:" in a text is no report.
        found.recipients.removeIf(block -> !isNamed(block));
        return found;
    }

    private static StatusReport read(String text, String source, Predicate<String> known) {
        var report = new StatusReport(source);
        for (var block : FieldBlock.all(text, known)) {
            if (block.has("original-envelope-id")) {
                report.envelope = block.text("original-envelope-id");
            }
            report.add(block);
        }
        return report;
    }

    /// An empty line too many parts what belongs together; and what stands before the first recipient holds for
    /// all.
    private void add(FieldBlock block) {
        boolean named = isNamed(block);
        boolean speaks = block.has("action") || block.has("status") || block.has("diagnostic-code");
        var before = recipients.isEmpty() ? null : recipients.getLast();
        if (named) {
            if (before != null && !isNamed(before)) {
                common = recipients.removeLast();
            }
            if (common != null) {
                block.fillFrom(common);
            }
            recipients.add(block);
        } else if (speaks && before != null && !(before.has("action") && before.has("status"))) {
            before.fillFrom(block);
        } else if (speaks) {
            recipients.add(block);
        }
    }

    private static boolean isNamed(FieldBlock block) {
        return block.has("final-recipient") || block.has("original-recipient");
    }

    /// The identifier that the sender of the mail gave it (RFC 3461, section 4.4).
    Optional<String> envelope() {
        return Optional.ofNullable(envelope);
    }

    /// One entry a recipient that it speaks of.
    List<Delivery> deliveries() {
        return recipients.stream().map(this::delivery).toList();
    }

    private Delivery delivery(FieldBlock block) {
        var words = block.has("diagnostic-code") ? block.text("diagnostic-code") : block.text("x-supplementary-info");
        return new Delivery(
                recipient(block),
                Delivery.action(block.text("action")),
                StatusCode.ofField(block.text("status")),
                Addresses.typeless(words),
                source);
    }

    /// The address that was written to comes before that which it was forwarded to (sections 2.3.1 and 2.3.2).
    private static @Nullable String recipient(FieldBlock block) {
        for (var name : List.of("original-recipient", "final-recipient", "x-actual-recipient")) {
            var address = block.all(name).stream()
                    .flatMap(value -> Addresses.ofField(value).stream())
                    .findFirst();
            if (address.isPresent()) {
                return address.get();
            }
        }
        return null;
    }
}
