// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.fieldlog;

/// What stands between the columns of a log: programs that export one write tabs or semicolons instead.
final class Separator {
    private static final char[] OTHERS = {'\t', ';', ','};

    private Separator() {}

    /// The separator that a header has most often; names of columns hold none.
    ///
    /// @param usual the one of the format itself, where the header has no other more often
    static char of(String header, char usual) {
        char best = usual;
        long most = count(header, usual);
        for (char other : OTHERS) {
            long count = count(header, other);
            if (count > most) {
                most = count;
                best = other;
            }
        }
        return best;
    }

    private static long count(String header, char separator) {
        long count = 0;
        for (int at = header.indexOf(separator); at >= 0; at = header.indexOf(separator, at + 1)) {
            count++;
        }
        return count;
    }
}
