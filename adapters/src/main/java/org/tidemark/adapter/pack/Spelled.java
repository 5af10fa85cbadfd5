// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import java.util.Locale;

/// How the constants of an enum are written in a pack: `CAN_BE_SWITCHED_OFF` is `can-be-switched-off`.
final class Spelled {
    private Spelled() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
