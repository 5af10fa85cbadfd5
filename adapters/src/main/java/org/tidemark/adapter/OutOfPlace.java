// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.util.regex.Pattern;
import org.tidemark.hunt.Kind;

/// What is wrong with a file that lies where evidence of a kind lies and that no reader knows.
///
/// @param cause one sentence; empty where nothing is wrong: logs of other sorts lie beside those that are read
/// @param cure one sentence
record OutOfPlace(String cause, String cure) {
    private static final OutOfPlace NONE = new OutOfPlace("", "");
    private static final String AGAIN = "Take it again from the server or from a backup of it.";
    private static final int LINES = 10;
    private static final Pattern ROW = Pattern.compile("\"?\\d{4}-\\d\\d-\\d\\d[T ,;\\t\"].*");
    private static final Pattern NAMES = Pattern.compile("(?:#Fields:.*|\"?[A-Za-z][\\w-]*\"?[,;\\t].*)");

    static OutOfPlace of(Kind kind, byte[] bytes, Head head) {
        if (bytes.length == 0) {
            return told(kind, "is empty", AGAIN);
        }
        if (isZero(bytes)) {
            return told(kind, "holds nothing but zero bytes where it begins", AGAIN);
        }
        return switch (kind) {
            case EVENT_LOG -> told(kind, "does not begin as an event log does", AGAIN);
            case TASK, CONFIG -> told(kind, "is not the XML that such a file holds", AGAIN);
            case FILE -> NONE;
            case IIS, HTTP_PROXY, ECP, OAB, CMDLET, RPS, REQUEST_FILTERING, SCANNER -> log(kind, head);
        };
    }

    private static OutOfPlace log(Kind kind, Head head) {
        if (head.start().indexOf('\0') >= 0 || head.start().indexOf('\uFFFD') >= 0) {
            return told(kind, "is no text", AGAIN);
        }
        var lines = head.start()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        boolean named = lines.stream().anyMatch(line -> NAMES.matcher(line).matches());
        if (!named && lines.stream().anyMatch(line -> ROW.matcher(line).matches())) {
            return told(
                    kind,
                    "has rows, but no header that names their columns: its beginning is cut off",
                    "Take it again from the server; or put the header of another log of the same folder before it.");
        }
        // In these folders nothing else is logged; in the others logs of other sorts lie beside these.
        return kind == Kind.IIS || kind == Kind.HTTP_PROXY
                ? told(
                        kind,
                        "has no header with the columns of such a log",
                        "Take it again from the server; logs in a format other than W3C must be judged by hand.")
                : NONE;
    }

    private static OutOfPlace told(Kind kind, String what, String cure) {
        return new OutOfPlace("This file lies where " + kind.title() + " lie, but it " + what + ".", cure);
    }

    private static boolean isZero(byte[] bytes) {
        for (var b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isNone() {
        return cause.isEmpty();
    }
}
