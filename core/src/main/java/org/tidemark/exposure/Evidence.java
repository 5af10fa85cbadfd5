// SPDX-License-Identifier: Apache-2.0
package org.tidemark.exposure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One piece of what a sensor saw. Readers fill these in and draw no conclusion; fingerprints do.
public sealed interface Evidence {

    /// One HTTP answer.
    ///
    /// @param host the host that answered, where redirects can lead elsewhere; null where not said
    /// @param path the path that was asked; null where not said
    /// @param status the status code; 0 where not said
    /// @param headers all headers in their order
    /// @param body the body as text, as much as the sensor kept
    /// @param truncated whether the body was cut off
    record HttpAnswer(
            @Nullable String host,
            @Nullable String path,
            int status,
            List<Header> headers,
            String body,
            boolean truncated)
            implements Evidence {
        public HttpAnswer {
            headers = List.copyOf(headers);
        }

        /// The first value of a header, its name compared without case and with `_` as `-`.
        public Optional<String> header(String name) {
            var wanted = Header.canonical(name);
            return headers.stream()
                    .filter(h -> h.name().equals(wanted))
                    .map(Header::value)
                    .findFirst();
        }
    }

    /// One header; the name is kept in lower case with hyphens, since tools spell it in their own ways.
    record Header(String name, String value) {
        public Header {
            name = canonical(name);
        }

        static String canonical(String name) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The greeting of a service that does not speak HTTP.
    ///
    /// @param service `smtp`, `imap`, `pop3`, or empty where not said
    record Banner(String service, String text) implements Evidence {}

    /// The 32-bit hash of a site's icon, as scanners publish it.
    record IconHash(int murmur3) implements Evidence {}

    /// A version that somebody states.
    ///
    /// @param basis what the number was read from, which decides what it proves
    /// @param text the version as it stands there
    record StatedVersion(Basis basis, String text) implements Evidence {}

    /// What a stated version was read from.
    enum Basis {
        /// A display version of an inventory: it names the branch and is not raised by updates.
        INVENTORY("inventory-version"),
        /// The version of an installed file: it names the update.
        FILE("file-version"),
        /// A version that another tool worked out: second-hand.
        REPORT("report-version");

        private final String method;

        Basis(String method) {
            this.method = method;
        }

        /// The method of observations that rest on it.
        public String method() {
            return method;
        }
    }

    /// A label that a feed gave the server, `exchange`, `webshell`, `cve-2021-26855`: lower case.
    record Tag(String text) implements Evidence {
        private static final Pattern FLAW = Pattern.compile("(cve-[0-9]{4}-[0-9]{4,7})(-mitigated)?");

        /// What a label says of a flaw.
        ///
        /// @param cve the flaw, `CVE-2021-26855`
        /// @param hindered whether something hinders its use; else it was found open to use
        public record OfFlaw(String cve, boolean hindered) {}

        /// `cve-2021-26855` says that the sensor found the flaw open to use, `cve-2021-26855-mitigated` that
        /// something hinders its use. Empty for every other label.
        public Optional<OfFlaw> saysOfFlaw() {
            var match = FLAW.matcher(text);
            return match.matches()
                    ? Optional.of(new OfFlaw(match.group(1).toUpperCase(Locale.ROOT), match.group(2) != null))
                    : Optional.empty();
        }
    }

    /// An update that is listed as installed.
    record InstalledPackage(String kb) implements Evidence {}

    /// A setting that was read from the server.
    ///
    /// @param name the pack's name of the setting
    record SettingSeen(String name, String value) implements Evidence {}

    /// The product's name as a report states it, `Exchange Server 2019 CU9 Jul21SU`: second-hand.
    record StatedName(String text) implements Evidence {}
}
