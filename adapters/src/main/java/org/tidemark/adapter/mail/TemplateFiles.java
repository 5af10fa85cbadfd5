// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.TidemarkException;
import org.tidemark.notify.MessageTemplate;

/// The words of notices: `notices/LANGUAGE.txt` in a user's folder, else those that come with the program.
public final class TemplateFiles {
    private static final String USUAL = "en";

    private final ClassLoader loader;
    private final @Nullable Path folder;
    private final Map<String, MessageTemplate> known = new HashMap<>();

    /// @param folder a folder of `LANGUAGE.txt` files that go before the program's own; null for none
    public TemplateFiles(ClassLoader loader, @Nullable Path folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /// The words in a language; of `de-at` those of `de`, and English where there are none.
    ///
    /// @throws TidemarkException where a user's file is no template
    public MessageTemplate of(String language) {
        return known.computeIfAbsent(language, this::find);
    }

    private MessageTemplate find(String language) {
        int dash = language.indexOf('-');
        var text = text(language);
        if (text == null && dash > 0) {
            text = text(language.substring(0, dash));
        }
        if (text == null) {
            text = text(USUAL);
        }
        if (text == null) {
            throw new IllegalStateException("no words come with the program");
        }
        return text;
    }

    private @Nullable MessageTemplate text(String language) {
        if (!language.matches("[a-z0-9-]{2,20}")) {
            return null;
        }
        var own = folder == null ? null : folder.resolve(language + ".txt");
        if (own != null && Files.isRegularFile(own)) {
            try {
                return MessageTemplate.parse(Files.readString(own, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw TidemarkException.user("The file " + own + " cannot be read.");
            } catch (IllegalArgumentException e) {
                throw TidemarkException.user(
                        "The file " + own + " holds no words for a notice: " + e.getMessage() + ".");
            }
        }
        try (var in = loader.getResourceAsStream("notices/" + language + ".txt")) {
            return in == null ? null : MessageTemplate.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
