// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.returnedmail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Input;
import org.tidemark.adapter.Inputs;
import org.tidemark.bounce.ReturnedMail;
import org.tidemark.fault.Problem;

/// Reads mail from files that hold one mail, from mbox files and from Maildir folders, one mail at a time.
public final class MailReader {
    private static final int HEAD = 32 << 10;
    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76}?)\\s?:.*");

    /// Fields of which a mail has two at least: other files have lines with a colon too.
    private static final Set<String> OF_A_MAIL = Set.of(
            "from",
            "to",
            "cc",
            "date",
            "subject",
            "received",
            "return-path",
            "message-id",
            "delivered-to",
            "sender",
            "reply-to",
            "mime-version",
            "content-type",
            "x-original-to",
            "envelope-to",
            "auto-submitted");

    private final InputStream standardInput;
    private final MailSink sink;

    public MailReader(InputStream standardInput, MailSink sink) {
        this.standardInput = standardInput;
        this.sink = sink;
    }

    /// Takes what is read.
    public interface MailSink {
        /// @param number the place of the mail in its mbox, from 1; null where the file is one mail
        void mail(String file, @Nullable Long number, ReturnedMail mail);

        void problem(Problem problem);
    }

    /// The files of arguments. A mail is in `tmp` of a Maildir only while it is being written.
    public static Inputs inputs(List<String> arguments, InputStream standardInput) {
        var all = Inputs.ofEvidence(arguments, standardInput);
        var kept = all.inputs().stream()
                .filter(input -> input.named()
                        || input.path().filter(MailReader::isUnfinished).isEmpty())
                .toList();
        return new Inputs(kept, all.sideFiles(), all.problems(), all.skipped());
    }

    private static boolean isUnfinished(Path file) {
        var folder = file.getParent();
        if (folder == null || !folder.endsWith("tmp")) {
            return false;
        }
        return Files.isDirectory(folder.resolveSibling("cur")) || Files.isDirectory(folder.resolveSibling("new"));
    }

    /// Reads one input to its end, or up to where it cannot be read on.
    ///
    /// @return how many files were left aside: 1 where a file in a folder is no mail
    public long read(Input input) {
        var file = input.name();
        try (var in = new BufferedInputStream(open(input), 2 * HEAD)) {
            in.mark(HEAD + 1);
            var head = in.readNBytes(HEAD);
            in.reset();
            var text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.isBlank() && head.length < HEAD) {
                return 0;
            }
            if (!isMail(text)) {
                if (input.named()) {
                    sink.problem(Problem.in(
                            file, "This is no mail.", "Give mails as .eml files, mbox files or Maildir folders."));
                }
                return input.named() ? 0 : 1;
            }
            mails(new Mails(in, file), file);
        } catch (IOException e) {
            sink.problem(unreadable(file, e));
        }
        return 0;
    }

    private InputStream open(Input input) throws IOException {
        var path = input.path();
        return path.isPresent() ? Files.newInputStream(path.get()) : standardInput;
    }

    private void mails(Mails mails, String file) throws IOException {
        long number = 0;
        for (var mail = mails.next(); mail.isPresent(); mail = mails.next()) {
            number++;
            var place = new Problem.Place(file, null, mails.several() ? number : null, null);
            if (mails.cut()) {
                sink.problem(new Problem(
                        place,
                        "This mail is larger than " + (MailLimits.MAIL_BYTES >> 20) + " MiB.",
                        "Look at it by hand; its beginning and the other mails were read."));
            }
            try {
                sink.mail(file, mails.several() ? number : null, MailParser.parse(mail.get()));
            } catch (BadRecord e) {
                sink.problem(new Problem(place, e.cause(), e.cure()));
            }
        }
    }

    private static Problem unreadable(String file, IOException e) {
        return e instanceof AccessDeniedException
                ? Problem.in(file, "You may not read this file.", "Take the right to read it, or read a copy.")
                : Problem.in(
                        file,
                        "The file cannot be read on.",
                        "Check the file, or take it from its source again; the mails before were read.");
    }

    /// Whether a file begins with the header of a mail, after the line before it in an mbox.
    private static boolean isMail(String text) {
        int known = 0;
        int strange = 0;
        boolean first = true;
        for (var line : (Iterable<String>) text.stripLeading().lines().limit(400)::iterator) {
            if (line.isBlank()) {
                break;
            }
            var field = FIELD.matcher(line);
            if (field.matches()) {
                known += OF_A_MAIL.contains(field.group(1).toLowerCase(Locale.ROOT)) ? 1 : 0;
            } else if (!line.startsWith(" ") && !line.startsWith("\t") && !line.startsWith(">From ")) {
                strange += first && line.startsWith("From ") ? 0 : 1;
            }
            first = false;
        }
        return known >= 2 && strange <= 2;
    }
}
