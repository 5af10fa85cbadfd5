// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.export.Publisher;
import org.tidemark.export.Tlp;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.Contact;
import picocli.CommandLine.Option;

/// Who publishes a document, and who may read it.
final class PublisherOptions {
    @Option(names = "--publisher", paramLabel = "NAME", description = "The organisation that publishes it.")
    @Nullable
    String name;

    @Option(
            names = "--publisher-url",
            paramLabel = "URL",
            description = "A web address that the organisation controls; it tells it from all others.")
    @Nullable
    String url;

    @Option(names = "--contact", paramLabel = "MAIL", description = "A mail address for questions about it.")
    @Nullable
    String contact;

    @Option(
            names = "--tlp",
            paramLabel = "LABEL",
            description = "Who may read it: CLEAR, GREEN, AMBER, AMBER+STRICT, RED. AMBER+STRICT if not given; CLEAR"
                    + " for what names no server.")
    @Nullable
    String tlp;

    /// The label that is asked for; empty where none is.
    Optional<Tlp> label() {
        var text = tlp;
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Tlp.parse(text)
                .orElseThrow(() -> TidemarkException.user("'" + Terminal.safe(text)
                        + "' is no label of the Traffic Light Protocol; there are CLEAR, GREEN, AMBER, AMBER+STRICT"
                        + " and RED.")));
    }

    /// The publisher; empty where none is named.
    ///
    /// @throws TidemarkException where it is named by half
    Optional<Publisher> publisher() {
        if (name == null && url == null && contact == null) {
            return Optional.empty();
        }
        if (name == null || name.isBlank() || url == null) {
            throw TidemarkException.user(
                    "A publisher is a name and a web address: give both --publisher NAME and --publisher-url URL.");
        }
        if (contact != null && !Contact.isMailbox(contact)) {
            throw TidemarkException.user("'" + Terminal.safe(contact)
                    + "' is no mail address; give one like cert@example.org to --contact.");
        }
        return Optional.of(new Publisher(name.strip(), url, host(url), contact));
    }

    private static String host(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            // A literal IPv6 address is no name of a domain.
            if (uri.getHost() != null
                    && !uri.getHost().startsWith("[")
                    && scheme != null
                    && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
                    && uri.toASCIIString().equals(url)) {
                return uri.getHost().toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException e) {
            throw notAnAddress(url, e);
        }
        throw notAnAddress(url, null);
    }

    private static TidemarkException notAnAddress(String url, @Nullable URISyntaxException cause) {
        var known = TidemarkException.user("'" + Terminal.safe(url)
                + "' is no web address; give one like https://cert.example.org to --publisher-url.");
        if (cause != null) {
            known.initCause(cause);
        }
        return known;
    }
}
