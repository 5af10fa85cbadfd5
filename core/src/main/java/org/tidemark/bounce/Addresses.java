// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds mail addresses in what strangers wrote.
final class Addresses {
    /// One address, without what may stand around it. Long local parts occur; both halves are bounded.
    static final String ONE = "[^\\s<>()\\[\\],;:\"\\\\@\\p{Cntrl}]{1,256}+@"
            + "(?:\\[[0-9A-Fa-f.:]{3,60}+]|[\\p{L}\\p{N}_-]{1,63}+(?:\\.[\\p{L}\\p{N}_-]{1,63}+){0,30}+)";

    private static final Pattern ADDRESS = Pattern.compile(ONE);
    private static final Pattern ALL_QUOTED = Pattern.compile("\"[^\"\\\\\\s@]{1,256}+\"@[\\w.-]{1,255}+");

    /// `rfc822;`, `utf-8;`, `X400;` before an address (RFC 3464, section 2.1.2; RFC 6533, section 3).
    private static final Pattern TYPE = Pattern.compile("^\\s*[A-Za-z][A-Za-z0-9_-]{0,40}\\s*;\\s*");

    /// A character of an address of RFC 6533 that had to pass through ASCII (section 3).
    private static final Pattern EMBEDDED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");

    /// The route that old systems wrote before the address: `@relay:user@host` (RFC 5321, appendix C).
    private static final Pattern ROUTE = Pattern.compile("@[\\w.-]{1,255}(?:,@[\\w.-]{1,255}){0,10}:(?=[^@]{1,256}@)");

    private Addresses() {}

    /// All addresses of a text, in their order.
    static List<String> in(String text) {
        var found = new ArrayList<String>();
        var matcher = ADDRESS.matcher(text.indexOf('@') < 0 ? "" : text);
        while (matcher.find()) {
            var bare = bare(matcher.group());
            if (bare.indexOf('@') > 0) {
                found.add(bare);
            }
        }
        if (found.isEmpty() && text.indexOf('"') >= 0) {
            ALL_QUOTED.matcher(text).results().map(each -> each.group()).forEach(found::add);
        }
        return found;
    }

    /// A text without its addresses.
    static String without(String text) {
        return ADDRESS.matcher(text).replaceAll("");
    }

    /// Quotes of a sentence are no part of an address, though an apostrophe may be.
    private static String bare(String found) {
        int from = 0;
        int to = found.length();
        while (from < to && "'`*=".indexOf(found.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "'-_".indexOf(found.charAt(to - 1)) >= 0) {
            to--;
        }
        return found.substring(from, to);
    }

    /// The address of a field of a report, whatever the type before it says.
    static Optional<String> ofField(String value) {
        var typeless = ROUTE.matcher(typeless(value)).replaceFirst("");
        var plain = EMBEDDED.matcher(typeless).replaceAll(Addresses::embedded);
        // An address in the form of RFC 3461, section 4, hides even its @.
        return in(plain.indexOf('@') < 0 ? plain.replace("+40", "@") : plain).stream()
                .findFirst();
    }

    private static String embedded(MatchResult matcher) {
        int point = Integer.parseInt(matcher.group(1), 16);
        return Character.isValidCodePoint(point) && !Character.isISOControl(point)
                ? Matcher.quoteReplacement(Character.toString(point))
                : "";
    }

    /// A field's value without the type before it.
    static String typeless(String value) {
        return TYPE.matcher(value).replaceFirst("").strip();
    }

    static String local(String address) {
        return address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
    }
}
