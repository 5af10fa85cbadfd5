// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Build;
import org.tidemark.asset.Server;
import org.tidemark.exposure.Fingerprint.Place;

/// Looks for what one fingerprint describes in one piece of evidence.
final class FingerprintSearch {
    private static final int LONGEST_BUILD = 40;
    private static final int MOST_PLACES = 64;

    private FingerprintSearch() {}

    /// What was found.
    ///
    /// @param build the number; null for presence only
    /// @param copiedFrom the other host that the address points to; null where the page is the server's own
    record Hit(@Nullable Build build, @Nullable String copiedFrom) {}

    /// Whether a fingerprint could be in such evidence at all: what somebody states is no answer of the server.
    static boolean isPossible(Evidence evidence) {
        return switch (evidence) {
            case Evidence.HttpAnswer _, Evidence.Banner _, Evidence.IconHash _, Evidence.Tag _ -> true;
            case Evidence.StatedVersion _, Evidence.StatedName _, Evidence.InstalledPackage _, Evidence.SettingSeen _ ->
                false;
        };
    }

    static List<Hit> hits(Fingerprint fingerprint, Evidence evidence, Server server) {
        return switch (fingerprint.place()) {
            case Place.InHeader in -> inHeader(fingerprint, in, evidence);
            case Place.InBody in -> inBody(fingerprint, in, evidence);
            case Place.InOwnAddress in -> inOwnAddress(fingerprint, in, evidence, server);
            case Place.InBanner in -> inBanner(fingerprint, in, evidence);
            case Place.Composed composed -> composed(fingerprint, composed, evidence);
            case Place.Presence presence -> anyIn(presence.any(), evidence) ? List.of(new Hit(null, null)) : List.of();
        };
    }

    private static boolean anyIn(List<Sign> signs, Evidence evidence) {
        for (var sign : signs) {
            if (sign.in(evidence)) {
                return true;
            }
        }
        return false;
    }

    private static List<Hit> inHeader(Fingerprint fingerprint, Place.InHeader in, Evidence evidence) {
        if (!(evidence instanceof Evidence.HttpAnswer answer)) {
            return List.of();
        }
        var found = new ArrayList<Hit>();
        for (var header : answer.headers()) {
            if (header.name().equals(in.header())) {
                afterText(header.value().strip(), in.after())
                        .flatMap(Build::parse)
                        .filter(build -> fingerprint.parts().contains(build.size()))
                        .ifPresent(build -> found.add(new Hit(build, null)));
            }
        }
        return found;
    }

    private static Optional<String> afterText(String value, String after) {
        return value.regionMatches(true, 0, after, 0, after.length())
                ? Optional.of(value.substring(after.length()).strip())
                : Optional.empty();
    }

    private static List<Hit> inBody(Fingerprint fingerprint, Place.InBody in, Evidence evidence) {
        if (!(evidence instanceof Evidence.HttpAnswer answer) || !holdsOneOf(answer.body(), in.needs())) {
            return List.of();
        }
        return numbersIn(answer.body(), in.after(), in.until()).stream()
                .map(Placed::build)
                .filter(build -> fingerprint.parts().contains(build.size()))
                .distinct()
                .map(build -> new Hit(build, null))
                .toList();
    }

    private static boolean holdsOneOf(String body, List<String> needs) {
        return needs.isEmpty() || needs.stream().anyMatch(body::contains);
    }

    private static List<Hit> inOwnAddress(
            Fingerprint fingerprint, Place.InOwnAddress in, Evidence evidence, Server server) {
        if (!(evidence instanceof Evidence.HttpAnswer answer)) {
            return List.of();
        }
        return numbersIn(answer.body(), in.path(), "/").stream()
                .filter(number -> fingerprint.parts().contains(number.build().size()))
                .filter(number -> in.firstParts().isEmpty()
                        || in.firstParts().contains(number.build().part(0)))
                .map(number -> new Hit(number.build(), otherHost(answer, number.at(), server)))
                .distinct()
                .toList();
    }

    /// The host of an absolute address that is not one of the server's own names; null for a relative address.
    private static @Nullable String otherHost(Evidence.HttpAnswer answer, int at, Server server) {
        var body = answer.body();
        int start = at;
        while (start > 0 && at - start < 300 && "\"'()<>= \t\r\n".indexOf(body.charAt(start - 1)) < 0) {
            start--;
        }
        var before = body.substring(start, at);
        int scheme = before.indexOf("//");
        if (scheme < 0) {
            return null;
        }
        var authority = before.substring(scheme + 2);
        int end = 0;
        while (end < authority.length() && "/?#".indexOf(authority.charAt(end)) < 0) {
            end++;
        }
        var host = withoutPort(authority.substring(0, end));
        boolean own =
                host.isEmpty() || same(host, answer.host()) || same(host, server.host()) || same(host, server.ip());
        return own ? null : host;
    }

    private static String withoutPort(String authority) {
        int user = authority.lastIndexOf('@');
        var host = authority.substring(user + 1).toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(']') < colon && host.indexOf(':') == colon ? host.substring(0, colon) : host;
    }

    private static boolean same(String host, @Nullable String other) {
        return other != null && Objects.equals(host, withoutPort(other));
    }

    private static List<Hit> inBanner(Fingerprint fingerprint, Place.InBanner in, Evidence evidence) {
        if (!(evidence instanceof Evidence.Banner banner)) {
            return List.of();
        }
        return numbersIn(banner.text(), in.after(), " ()\r\n\t],").stream()
                .map(Placed::build)
                .filter(build -> fingerprint.parts().contains(build.size()))
                .map(build -> new Hit(build, null))
                .toList();
    }

    private static List<Hit> composed(Fingerprint fingerprint, Place.Composed composed, Evidence evidence) {
        if (!(evidence instanceof Evidence.HttpAnswer answer) || !holdsOneOf(answer.body(), composed.needs())) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        for (var number : numbersIn(answer.body(), composed.after(), composed.until())) {
            int first = number.build().part(0);
            for (var range : composed.ranges()) {
                if (first >= range.from()
                        && first < range.below()
                        && number.build().size() == 2) {
                    var parts = new ArrayList<>(range.prefix().parts());
                    parts.addAll(number.build().parts());
                    if (fingerprint.parts().contains(parts.size())) {
                        hits.add(new Hit(new Build(parts), null));
                    }
                }
            }
        }
        return hits;
    }

    private record Placed(Build build, int at) {}

    /// Every number that follows a text, a blank between allowed, and is followed by a blank, one of the ending
    /// characters or the
    /// end.
    private static List<Placed> numbersIn(String text, String after, String until) {
        var numbers = new ArrayList<Placed>();
        int at = text.indexOf(after);
        while (at >= 0 && numbers.size() < MOST_PLACES) {
            int start = at + after.length();
            start += start < text.length() && text.charAt(start) == ' ' ? 1 : 0;
            int end = start;
            while (end < text.length() && end - start < LONGEST_BUILD && isPartOfNumber(text.charAt(end))) {
                end++;
            }
            boolean closed = end == text.length()
                    || Character.isWhitespace(text.charAt(end))
                    || until.indexOf(text.charAt(end)) >= 0;
            if (closed && end > start) {
                int found = at;
                Build.parse(text.substring(start, end)).ifPresent(build -> numbers.add(new Placed(build, found)));
            }
            at = text.indexOf(after, start);
        }
        return numbers;
    }

    private static boolean isPartOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }
}
