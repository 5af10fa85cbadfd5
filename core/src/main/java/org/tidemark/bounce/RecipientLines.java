// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tidemark.bounce.Wording.Shows;
import org.tidemark.bounce.Wording.Where;

/// Finds in a report for people whom it speaks of. Every server has a form of its own; all of them are of few kinds,
/// from the surest to the weakest, and the first kind that gives an address counts.
final class RecipientLines {
    private static final int LONGEST_LABEL = 80;

    /// What may stand around an address that stands alone.
    private static final Pattern NOTHING = Pattern.compile("[\\s<>,;:.*•·\"'()\\[\\]`=-]*(?:mailto[\\s:<>]*)?");

    /// `<a@example.org> (expanded from <b@example.org>): host …`: it is b that was written to.
    private static final Pattern EXPANDED =
            Pattern.compile("\\((?:expanded|generated|aliased) from:?[ <]*(" + Addresses.ONE + ")");

    private static final Pattern FIRST =
            Pattern.compile("^[\\s*•·>-]{0,40}[\"'(]?<?(" + Addresses.ONE + ")>?['\")]?(?=[\\s:;,.(\\[]|$)");

    /// A name, and an address in angle brackets behind it.
    private static final Pattern NAMED = Pattern.compile(
            "^\\s{0,40}[^<>:]{1,160}<(?:mailto:)?(" + Addresses.ONE + ")>[\\s:;,.]{0,10}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIALOGUE =
            Pattern.compile("rcpt to:?\\s{0,3}<?(" + Addresses.ONE + ")", Pattern.CASE_INSENSITIVE);

    private final ReturnedMail mail;
    private final Wording wording;

    RecipientLines(ReturnedMail mail, Wording wording) {
        this.mail = mail;
        this.wording = wording;
    }

    /// @param lines of the report, before the copy of the original
    /// @param from the line that says that delivery failed; 0 where none does
    List<String> find(List<String> lines, int from) {
        var said = lines.subList(from, lines.size());
        var kinds = List.<Supplier<Set<String>>>of(
                () -> each(said, this::listed),
                () -> each(lines, this::listed),
                () -> each(lines, RecipientLines::inDialogue),
                () -> each(lines, this::accused),
                () -> each(said, Addresses::in),
                () -> each(lines, Addresses::in));
        var seen = new ArrayList<Set<String>>();
        for (var kind : kinds) {
            seen.add(kind.get());
            var found = likely(seen.getLast(), false);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return seen.stream()
                .map(addresses -> likely(addresses, true))
                .filter(addresses -> !addresses.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private interface Line {
        List<String> addresses(String line);
    }

    private static Set<String> each(List<String> lines, Line kind) {
        var found = new LinkedHashSet<String>();
        for (var line : lines) {
            found.addAll(kind.addresses(line));
        }
        return found;
    }

    /// The addresses of a line that does nothing but name recipients, or begins with one.
    List<String> listed(String line) {
        if (line.indexOf('@') < 0) {
            return List.of();
        }
        var expanded = EXPANDED.matcher(line);
        if (expanded.find()) {
            return List.of(expanded.group(1));
        }
        if (NOTHING.matcher(Addresses.without(line)).matches()) {
            var all = new LinkedHashSet<>(Addresses.in(line));
            return List.copyOf(all);
        }
        for (var pattern : List.of(FIRST, NAMED)) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                return Addresses.in(matcher.group(1));
            }
        }
        return labelled(line);
    }

    private List<String> labelled(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > LONGEST_LABEL) {
            return List.of();
        }
        var label = Phrase.plain(line.substring(0, colon)).replaceAll("^[^\\p{L}]+", "");
        return wording.mark(Shows.RECIPIENT, Where.LINE, label).isPresent()
                ? Addresses.in(line.substring(colon + 1))
                : List.of();
    }

    private static List<String> inDialogue(String line) {
        var matcher = DIALOGUE.matcher(line);
        return matcher.find() ? Addresses.in(matcher.group(1)) : List.of();
    }

    /// The addresses of a line that says what is wrong.
    private List<String> accused(String line) {
        if (line.indexOf('@') < 0) {
            return List.of();
        }
        boolean says = ServerReply.in(line) > 0
                || StatusCode.inText(line) != null
                || wording.sense(Phrase.plain(line)).isPresent()
                || wording.mark(Shows.REPORT, Where.TEXT, Phrase.plain(line)).isPresent();
        return says ? Addresses.in(line) : List.of();
    }

    /// Without our own addresses and, at first, those of who runs the server: reports name both.
    ///
    /// @param roles whether even the latter may be meant
    private List<String> likely(Set<String> addresses, boolean roles) {
        var ours = mail.ours();
        var others = new ArrayList<String>();
        var seen = new LinkedHashSet<String>();
        for (var address : addresses) {
            var lower = address.toLowerCase(Locale.ROOT);
            boolean role = !roles
                    && wording.mark(Shows.ROLE, Where.LINE, Addresses.local(lower))
                            .isPresent();
            if (!role && !ours.contains(lower) && seen.add(lower)) {
                others.add(address);
            }
        }
        return others;
    }

    /// Whom the line that a dialogue with a server shows is about.
    static Optional<String> spokenTo(String line) {
        return inDialogue(line).stream().findFirst();
    }
}
