// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.bounce.Wording.Shows;
import org.tidemark.bounce.Wording.Where;

/// A report in words for people only: what it says of whom, up to the copy of the original.
final class TextReport {
    private static final int MOST_LINES = 4_000;
    private static final int MOST_WORDS = 16_000;
    private static final int HEADER_LINES = 3;

    /// The header of a mail, in which it came back without a word before.
    private static final Pattern HEADER_LINE = Pattern.compile(
            "^(?:received|return-path|message-id|x-[a-z0-9-]{2,40}|from|to|cc|subject|date|mime-version|dkim-signature"
                    + "|delivered-to|content-type|content-transfer-encoding|reply-to|sender|authentication-results)"
                    + "\\s?:.*|^[ \\t].*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRACE_LINE = Pattern.compile(
            "^(?:received|return-path|message-id|dkim-signature|mime-version):.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECORATION = Pattern.compile("^[\\s_*=#>|+~.-]{1,80}");

    private final ReturnedMail mail;
    private final Wording wording;
    private final List<String> lines;
    private final List<String> original;

    TextReport(ReturnedMail mail, Wording wording) {
        this.mail = mail;
        this.wording = wording;
        var all = mail.text().lines().limit(MOST_LINES).toList();
        this.lines = beforeOriginal(all, wording);
        this.original = all.subList(lines.size(), all.size());
    }

    /// The report without the copy of the original.
    String text() {
        return String.join("\n", lines);
    }

    /// Whether a server's code stands in it.
    boolean isCoded() {
        return isCoded(text());
    }

    private static boolean isCoded(String words) {
        return ServerReply.in(words) > 0 || StatusCode.inText(words) != null;
    }

    private static List<String> beforeOriginal(List<String> all, Wording wording) {
        for (int i = 0; i < all.size(); i++) {
            var line = Phrase.plain(DECORATION.matcher(all.get(i)).replaceFirst(""));
            boolean marked = wording.mark(Shows.ORIGINAL, Where.LINE, line).isPresent();
            if (marked || (i > 0 && isHeaderAt(all, i))) {
                return all.subList(0, i);
            }
        }
        return all;
    }

    /// Whether several header fields stand here, one of which only a mail on its way has.
    private static boolean isHeaderAt(List<String> all, int from) {
        boolean trace = false;
        int at = from;
        while (at < all.size()
                && at < from + 12
                && HEADER_LINE.matcher(all.get(at)).matches()) {
            trace |= TRACE_LINE.matcher(all.get(at)).matches();
            at++;
        }
        boolean fieldFirst = !all.get(from).isEmpty()
                && !Character.isWhitespace(all.get(from).charAt(0));
        return trace && fieldFirst && at - from >= HEADER_LINES;
    }

    /// What it says of everybody whom it names; one entry without a recipient where it names nobody.
    List<Delivery> deliveries() {
        var named = new LinkedHashSet<String>();
        mail.headers().all("x-failed-recipients").forEach(value -> named.addAll(Addresses.in(value)));
        var finder = new RecipientLines(mail, wording);
        var recipients = named.isEmpty() ? finder.find(lines, opening()) : List.copyOf(named);
        var source = named.isEmpty() ? "the text of the mail" : "the text of the mail and X-Failed-Recipients";
        var words = new WordsOfEach(recipients, finder, this::tells);
        lines.forEach(words::line);
        var action = action();
        if (recipients.isEmpty()) {
            return List.of(new Delivery(addressee(), action, null, shortened(text()), source));
        }
        return recipients.stream()
                .map(each -> new Delivery(each, action, null, words(words.of(each), recipients.size() == 1), source))
                .toList();
    }

    /// Where the report names nobody, the one whom the original was sent to; null where that names none or several.
    private @Nullable String addressee() {
        return mail.addressee()
                .or(() -> {
                    var to = original.stream()
                            .map(String::strip)
                            .filter(line -> line.regionMatches(true, 0, "to:", 0, 3))
                            .flatMap(line -> Addresses.in(line).stream())
                            .distinct()
                            .toList();
                    return to.size() == 1 ? Optional.of(to.getFirst()) : Optional.empty();
                })
                .orElse(null);
    }

    /// Where the text says that delivery failed; its first line where it does not say so.
    private int opening() {
        for (int i = 0; i < lines.size(); i++) {
            var line = Phrase.plain(lines.get(i));
            if (wording.mark(Shows.REPORT, Where.TEXT, line).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private @Nullable String action() {
        var plain = Phrase.plain(text());
        if (isMarked(Shows.DELAYED, plain)) {
            return "delayed";
        }
        return !isCoded() && isMarked(Shows.DELIVERED, plain) ? "delivered" : null;
    }

    private boolean isMarked(Shows shows, String plain) {
        return wording.mark(shows, Where.SUBJECT, mail.subject()).isPresent()
                || wording.mark(shows, Where.TEXT, plain).isPresent();
    }

    private boolean tells(String words) {
        return isCoded(words) || wording.sense(Phrase.plain(words)).isPresent();
    }

    /// What is said of one recipient, with the whole text behind it where that tells nothing: some servers say why
    /// before they say whom. Of a single recipient the code may stand anywhere.
    private String words(String own, boolean single) {
        boolean enough = (single && isCoded()) ? isCoded(own) : tells(own);
        return enough ? own : shortened(own + "\n" + text());
    }

    private static String shortened(String text) {
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }
}
