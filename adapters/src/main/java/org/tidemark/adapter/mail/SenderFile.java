// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Sender;

/// Reads `sender.yaml`: who tells owners, and through which relay. All that is wrong with it is said at once.
public final class SenderFile {
    private static final int LARGEST = 1 << 16;
    private static final List<String> NEEDED = List.of("organisation", "from", "bounce");
    private static final List<String> ALLOWED = List.of(
            "organisation",
            "from",
            "reply-to",
            "phone",
            "bounce",
            "tlp",
            "relay-host",
            "relay-port",
            "relay-tls",
            "relay-user",
            "relay-password-file",
            "per-domain-per-minute");
    /// FIRST, TLP 2.0: these five, in capitals and without blanks.
    private static final List<String> TLP =
            List.of("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final int USUAL_RATE = 30;
    private static final int MAIL_PORT = 587;

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /// What a file says.
    ///
    /// @param relay null where it names none
    /// @param perDomainPerMinute how many messages a minute the mailboxes of one domain get
    public record Read(Sender sender, @Nullable RelayAddress relay, int perDomainPerMinute) {}

    private SenderFile(Path file) {
        this.file = file;
    }

    /// @throws TidemarkException where the file is none, with everything that is wrong with it
    public static Read read(Path file) {
        var read = new SenderFile(file);
        read.load();
        return read.checked();
    }

    private void load() {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            var settings = LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(LARGEST)
                    .build();
            if (!(new Load(settings).loadFromString(new String(bytes, StandardCharsets.UTF_8))
                    instanceof Map<?, ?> map)) {
                throw bad("it must hold keys with values, like `organisation: Example CERT`.");
            }
            map.forEach((key, value) -> {
                if (!ALLOWED.contains(String.valueOf(key))) {
                    faults.add("the key " + key + " is unknown; there are " + String.join(", ", ALLOWED));
                }
                values.put(String.valueOf(key), String.valueOf(value).strip());
            });
        } catch (IOException e) {
            throw TidemarkException.user("The file " + file + " cannot be read.");
        } catch (YamlEngineException | StackOverflowError e) {
            // The parser goes down one call for each level.
            throw bad("it is no YAML that can be read.");
        }
    }

    private TidemarkException bad(String why) {
        return TidemarkException.user("The file " + file + " does not say who sends: " + why);
    }

    private Read checked() {
        NEEDED.stream()
                .filter(key -> !values.containsKey(key))
                .forEach(key -> faults.add("the key " + key + " is missing"));
        check("organisation", text -> LINE.matcher(text).matches(), "one line of text");
        check("phone", text -> LINE.matcher(text).matches(), "one line of text");
        for (var mailbox : List.of("from", "reply-to", "bounce")) {
            check(mailbox, Contact::isMailbox, "a mailbox like cert@example.org");
        }
        check("tlp", TLP::contains, "one of " + String.join(", ", TLP));
        check("relay-port", text -> number(text, 65_535), "a port");
        check("per-domain-per-minute", text -> number(text, 100_000), "a number from 1 on");
        check("relay-tls", text -> RelayAddress.Tls.of(text).isPresent(), "one of starttls, implicit, none");
        if (!faults.isEmpty()) {
            throw bad(String.join("; ", faults) + ".");
        }
        var from = value("from", "");
        return new Read(
                new Sender(
                        value("organisation", ""),
                        from,
                        value("reply-to", from),
                        values.get("phone"),
                        value("bounce", ""),
                        value("tlp", "TLP:AMBER+STRICT")),
                relay(),
                Integer.parseInt(value("per-domain-per-minute", String.valueOf(USUAL_RATE))));
    }

    private @Nullable RelayAddress relay() {
        var host = values.get("relay-host");
        if (host == null) {
            return null;
        }
        var password = values.get("relay-password-file");
        return new RelayAddress(
                host,
                Integer.parseInt(value("relay-port", String.valueOf(MAIL_PORT))),
                RelayAddress.Tls.of(value("relay-tls", "starttls")).orElse(RelayAddress.Tls.STARTTLS),
                values.get("relay-user"),
                password == null ? null : file.resolveSibling(password));
    }

    private void check(String key, Predicate<String> is, String words) {
        var value = values.get(key);
        if (value != null && !is.test(value)) {
            faults.add("'" + value + "' under " + key + " is not " + words);
        }
    }

    private static boolean number(String text, int most) {
        return text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= most;
    }

    private String value(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }
}
