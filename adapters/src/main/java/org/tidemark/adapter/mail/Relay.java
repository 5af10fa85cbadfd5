// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.tidemark.fault.ErrorCode;
import org.tidemark.fault.TidemarkException;

/// A mail relay (RFC 5321) that is connected. Each message has exactly one recipient.
public final class Relay implements AutoCloseable {
    private static final int LONGEST_REPLY = 300;
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    private final Session session;
    private final SMTPTransport transport;
    private final RelayAddress address;

    private Relay(Session session, SMTPTransport transport, RelayAddress address) {
        this.session = session;
        this.transport = transport;
        this.address = address;
    }

    /// What a relay answered.
    public sealed interface Answer {
        /// It took the message.
        record Taken(String reply) implements Answer {}

        /// Not now (4yz).
        record Later(String reply) implements Answer {}

        /// Never (5yz).
        record Refused(String reply) implements Answer {}

        /// The way to it broke: whether it took the message is not known.
        record Broken(String reply) implements Answer {}
    }

    /// @param patience how long any answer may take
    /// @throws TidemarkException where it does not answer, or lets nobody in
    public static Relay connect(RelayAddress address, Duration patience) {
        var session = Session.getInstance(properties(address, patience));
        try {
            var transport = (SMTPTransport) session.getTransport(scheme(address));
            transport.setReportSuccess(true);
            var password = address.passwordFile() == null
                    ? null
                    : Files.readString(address.passwordFile(), StandardCharsets.UTF_8)
                            .strip();
            transport.connect(address.host(), address.port(), address.user(), password);
            return new Relay(session, transport, address);
        } catch (MessagingException e) {
            throw new TidemarkException(
                    ErrorCode.EXTERNAL,
                    "The relay " + address.host() + ":" + address.port() + " does not let us in: " + said(e),
                    e);
        } catch (IOException e) {
            throw new TidemarkException(ErrorCode.USER, "The file with the relay's password cannot be read.", e);
        }
    }

    private static String scheme(RelayAddress address) {
        return address.tls() == RelayAddress.Tls.IMPLICIT ? "smtps" : "smtp";
    }

    private static Properties properties(RelayAddress address, Duration patience) {
        var properties = new Properties();
        var prefix = "mail." + scheme(address) + ".";
        var wait = String.valueOf(patience.toMillis());
        for (var name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + name, wait);
        }
        boolean starttls = address.tls() == RelayAddress.Tls.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(starttls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(starttls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", String.valueOf(address.user() != null));
        // Reports of failure and delay come back to the envelope's sender (RFC 3461); of the message its head is
        // enough.
        properties.setProperty(prefix + "dsn.notify", "FAILURE,DELAY");
        properties.setProperty(prefix + "dsn.ret", "HDRS");
        return properties;
    }

    /// Hands one message over.
    ///
    /// @param from the envelope's sender
    public Answer send(byte[] message, String from, String to) {
        try {
            var mail = new Envelope(session, message, from);
            transport.sendMessage(mail, new InternetAddress[] {new InternetAddress(to, true)});
            return new Answer.Taken(shortened(transport.getLastServerResponse()));
        } catch (SMTPSendFailedException e) {
            return ofCode(e.getReturnCode(), e);
        } catch (SendFailedException e) {
            return e.getNextException() instanceof SMTPAddressFailedException refused
                    ? ofCode(refused.getReturnCode(), refused)
                    : e.getNextException() instanceof SMTPSenderFailedException sender
                            ? ofCode(sender.getReturnCode(), sender)
                            : new Answer.Broken(said(e));
        } catch (MessagingException e) {
            return new Answer.Broken(said(e));
        }
    }

    /// After a success the library throws too, so that its reply can be read.
    private static Answer ofCode(int code, MessagingException e) {
        if (code >= 200 && code < 300) {
            return new Answer.Taken(said(e));
        }
        if (code < TEMPORARY) {
            // No answer came at all.
            return new Answer.Broken(said(e));
        }
        return code >= PERMANENT ? new Answer.Refused(said(e)) : new Answer.Later(said(e));
    }

    private static String said(MessagingException e) {
        return shortened(String.valueOf(e.getMessage()));
    }

    private static String shortened(String text) {
        var line = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_REPLY ? line : line.substring(0, LONGEST_REPLY);
    }

    /// Whether it can still be used.
    public boolean isOpen() {
        return transport.isConnected();
    }

    public RelayAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Everything was answered before; the relay hung up first.
            return;
        }
    }

    /// A message that goes out as it is, from its own return path.
    private static final class Envelope extends org.eclipse.angus.mail.smtp.SMTPMessage {
        Envelope(Session session, byte[] message, String from) throws MessagingException {
            super(session, new ByteArrayInputStream(message));
            setEnvelopeFrom(from);
        }

        /// Signed or not, no byte of it changes on the way out.
        @Override
        public void saveChanges() {
            saved = true;
        }
    }
}
