// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Gathers from a text what it says of each recipient: what stands below a name, up to the next name or the end of the
/// paragraph that tells why. Names that follow each other share what stands below them.
final class WordsOfEach {
    private static final int MOST = 4_000;

    private final Set<String> recipients = new LinkedHashSet<>();
    private final RecipientLines finder;
    private final Predicate<String> tells;
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> current = new LinkedHashSet<>();
    private boolean said;

    /// @param tells whether words tell why a mail came back
    WordsOfEach(List<String> recipients, RecipientLines finder, Predicate<String> tells) {
        recipients.forEach(each -> this.recipients.add(key(each)));
        this.finder = finder;
        this.tells = tells;
    }

    /// Takes the next line.
    void line(String line) {
        var spokenTo = known(RecipientLines.spokenTo(line).stream().toList());
        var listed = known(finder.listed(line));
        if (!spokenTo.isEmpty()) {
            begin(spokenTo, line, true);
        } else if (!listed.isEmpty()) {
            begin(listed, line, said);
        } else if (line.isBlank()) {
            endParagraph();
        } else {
            said |= !current.isEmpty();
            var named = known(Addresses.in(line));
            (named.isEmpty() ? current : named).forEach(each -> add(each, line));
        }
    }

    private void begin(Set<String> names, String line, boolean anew) {
        if (anew) {
            current.clear();
        }
        current.addAll(names);
        said = Addresses.without(line).chars().anyMatch(Character::isLetterOrDigit);
        names.forEach(each -> add(each, line));
    }

    private void endParagraph() {
        if (current.stream().map(this::of).anyMatch(tells)) {
            current.clear();
        }
    }

    private Set<String> known(List<String> addresses) {
        var known = new LinkedHashSet<String>();
        addresses.forEach(each -> known.add(key(each)));
        known.retainAll(recipients);
        return known;
    }

    private void add(String recipient, String line) {
        words.merge(recipient, line, (one, other) -> one.length() > MOST ? one : one + "\n" + other);
    }

    /// What was said of one of them; empty where nothing was.
    String of(String recipient) {
        return words.getOrDefault(key(recipient), "");
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
