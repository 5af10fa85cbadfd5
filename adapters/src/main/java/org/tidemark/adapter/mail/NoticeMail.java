// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.tidemark.notify.MessageTemplate.Message;
import org.tidemark.notify.Notice;
import org.tidemark.notify.Sender;

/// One notice as mail: to one recipient, with what keeps programs from answering it. The same notice gives the same
/// bytes.
///
/// Findings are in the text and never in a header, which every relay on the way can read.
public final class NoticeMail {
    private static final Session NOWHERE = Session.getInstance(new Properties());
    private static final int LONGEST_SUBJECT = 200;

    private NoticeMail() {}

    /// @param to the mailbox that it is addressed to
    /// @return the message as it goes over the wire (RFC 5322)
    public static byte[] bytes(Sender sender, Notice notice, String to, Message words, List<Attachment> attachments) {
        try {
            var mail = new Written(notice, sender);
            mail.setFrom(new InternetAddress(sender.from(), sender.organisation(), StandardCharsets.UTF_8.name()));
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(sender.replyTo())});
            mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(oneLine(words.subject()), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(notice.at()));
            mail.setHeader("Content-Language", notice.recipient().language());
            // RFC 3834: sent by a program, so no program answers; people's answers are welcome.
            mail.setHeader("Auto-Submitted", "auto-generated");
            // Absence notes only: `All` would hold back the reports of failure that are needed.
            mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            mail.setHeader("X-Tidemark-Notice", notice.id());
            content(mail, notice, words, attachments);
            mail.saveChanges();
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("a notice that is no mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void content(MimeMessage mail, Notice notice, Message words, List<Attachment> attachments)
            throws MessagingException {
        if (attachments.isEmpty()) {
            mail.setText(words.text(), StandardCharsets.UTF_8.name());
            return;
        }
        var all = new Parts(notice.id());
        var text = new MimeBodyPart();
        text.setText(words.text(), StandardCharsets.UTF_8.name());
        all.addBodyPart(text);
        for (var attachment : attachments) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(attachment.text().getBytes(StandardCharsets.UTF_8), attachment.type())));
            part.setFileName(attachment.name());
            part.setDisposition(jakarta.mail.Part.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        mail.setContent(all);
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
    }

    /// A message whose id is the notice's, so that a second copy of it is known as one.
    private static final class Written extends MimeMessage {
        private final String id;

        Written(Notice notice, Sender sender) {
            super(NOWHERE);
            this.id = "<" + notice.id() + "@" + sender.domain().toLowerCase(Locale.ROOT) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /// Parts with a boundary that does not change from run to run.
    private static final class Parts extends MimeMultipart {
        Parts(String id) {
            super("mixed");
            contentType = "multipart/mixed; boundary=\"=_" + id + "\"";
        }
    }
}
