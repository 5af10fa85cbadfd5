// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tidemark.fault.TidemarkException;

/// The ids of servers and places as people give them.
final class ServerNumber {
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

    static String text(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
