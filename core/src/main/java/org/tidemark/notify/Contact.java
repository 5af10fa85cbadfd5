// SPDX-License-Identifier: Apache-2.0
package org.tidemark.notify;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way to reach an owner.
///
/// @param address of a mailbox without `mailto:`, a telephone number, the address of a page, or a postal address
/// @param language what is written in, `de` (BCP 47)
/// @param key fingerprint or file of the key to encrypt for; null where none is known
public record Contact(
        String address,
        Channel channel,
        String language,
        Format format,
        @Nullable String key) {
    /// A dot-atom at a domain (RFC 5321, 4.1.2, without quoted names and address literals): whatever is
    /// stranger than
    /// this is more likely an attack on the mail than a mailbox.
    private static final Pattern MAILBOX = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,253}$)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.)+[\\p{L}\\p{N}-]{2,63}");

    public Contact {
        if (channel == Channel.EMAIL && !isMailbox(address)) {
            throw new IllegalArgumentException("no mailbox: " + address);
        }
    }

    public static boolean isMailbox(String text) {
        return MAILBOX.matcher(text).matches() && !text.startsWith(".") && !text.contains("..") && !text.contains(".@");
    }

    /// The same text for the same mailbox: domains have no case, and no system is known to tell people apart by the
    /// case of their names.
    public String mailbox() {
        return address.toLowerCase(Locale.ROOT);
    }

    /// The domain of a mailbox, in lower case; empty for other channels.
    public String domain() {
        return channel == Channel.EMAIL ? mailbox().substring(address.lastIndexOf('@') + 1) : "";
    }
}
