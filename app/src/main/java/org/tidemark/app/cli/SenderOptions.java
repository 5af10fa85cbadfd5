// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.mail.SenderFile;
import org.tidemark.fault.TidemarkException;
import picocli.CommandLine.Option;

/// Who tells owners, and in which words.
final class SenderOptions {
    @Option(
            names = "--sender",
            paramLabel = "FILE",
            description =
                    "A file that says who sends and through which relay: organisation, from, reply-to, phone, bounce,"
                            + " tlp, relay-host, relay-port, relay-tls, relay-user, relay-password-file,"
                            + " per-domain-per-minute.")
    @Nullable
    Path sender;

    @Option(
            names = "--words",
            paramLabel = "DIR",
            description = "Words of your own for notices, LANGUAGE.txt each; they go before those of the program.")
    @Nullable
    Path words;

    SenderFile.Read read() {
        if (sender == null) {
            throw TidemarkException.user("Say who sends with --sender FILE; the file begins like this:\n"
                    + "organisation: Example CERT\nfrom: cert@example.org\nbounce: returned@example.org");
        }
        return SenderFile.read(Asked.file(sender));
    }
}
