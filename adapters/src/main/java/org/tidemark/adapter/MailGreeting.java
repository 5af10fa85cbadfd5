// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Services that greet with a banner, by the names that tools give them.
public final class MailGreeting {
    private MailGreeting() {}

    /// The service of a tool's own name for it, `smtp-starttls`, `imaps`, `POP3`, `pop`; null for any other.
    public static @Nullable String service(@Nullable String name) {
        var lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("smtp") || lower.equals("submission")) {
            return "smtp";
        }
        if (lower.startsWith("imap")) {
            return "imap";
        }
        return lower.startsWith("pop") ? "pop3" : null;
    }

    /// The service that greets so, by the first word that its protocol prescribes; null for any other.
    public static @Nullable String serviceOfGreeting(String text) {
        if (text.startsWith("220 ") || text.startsWith("220-")) {
            // FTP greets so too, and then says what it is.
            return text.contains("SMTP") ? "smtp" : null;
        }
        if (text.startsWith("* OK")) {
            return "imap";
        }
        return text.startsWith("+OK") ? "pop3" : null;
    }
}
