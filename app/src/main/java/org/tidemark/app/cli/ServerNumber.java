// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Store;

/// The ids of servers and places as people give them.
final class ServerNumber {
    private static final int MOST_NAMED = 10;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

    private ServerNumber() {}

    static boolean isOne(String text) {
        return HEX.matcher(text).matches();
    }

    /// @throws TidemarkException where the text is no id
    static void check(String id) {
        if (!isOne(id)) {
            throw TidemarkException.user("'" + Terminal.safe(id)
                    + "' is no id; an id is 16 hexadecimal digits, as `tidemark servers --json` gives them.");
        }
    }

    /// The id of the one server that an id, an address or a name stands for.
    ///
    /// @throws TidemarkException where none does, or several do
    static String meant(Store store, String text) {
        if (isOne(text)) {
            return text;
        }
        var found = store.find(text);
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw TidemarkException.user(
                found.isEmpty()
                        ? "No server in the store has had the address or name " + Terminal.safe(text) + "."
                        : found.size() + " servers have had the address or name " + Terminal.safe(text)
                                + "; give the id of one: "
                                + String.join(
                                        ", ", found.stream().limit(MOST_NAMED).toList())
                                + (found.size() > MOST_NAMED ? ", …" : "."));
    }

    static String text(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
