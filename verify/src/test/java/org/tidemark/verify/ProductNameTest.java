// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Products are data: the next one must need no code. So no product's name stands in main code, be it in an
/// identifier or in a text. Comments may give examples.
class ProductNameTest {
    private static final Pattern PRODUCT = Pattern.compile("exchange|sharepoint|outlook", Pattern.CASE_INSENSITIVE);

    /// Words that only look like it: the JDK's own, and a scanner's name.
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "Exchanger\\b|HttpExchange\\b|compareAndExchange\\w*|weakCompareAndExchange\\w*|(?i:exchange[-_]?scans)");

    /// Readers of formats that one product or one tool for it writes.
    private static final Pattern OWN_FORMATS = Pattern.compile(
            ".*/org/tidemark/adapter/(healthchecker|exchangescans|inventory|shadowserver|collector)/.*");

    /// A text block, a string, a character or a comment: whichever begins first, so that `"//"` stays a string.
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\""
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
            + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
            + "|(//[^\\n]*|/\\*[\\s\\S]*?\\*/)");

    @Test
    void no_product_is_named_in_main_code() {
        var sources = sources();
        var found = new ArrayList<String>();
        for (var source : sources) {
            if (!OWN_FORMATS.matcher(source.toString().replace('\\', '/')).matches()) {
                found.addAll(linesWithAProduct(source));
            }
        }
        assertThat(sources).as("sources that were read").hasSizeGreaterThan(10);
        assertThat(found)
                .as("what a product needs goes into its pack; the reader of its own format into an adapter named here")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var id = \"Exchange Server 2019\";",
                "class SharePointReader {}",
                "var a = \"//\"; String outlookHost;",
                "var block = \"\"\"\n  exchange // no comment\n  \"\"\";",
            })
    void a_name_in_code_or_text_is_found(String code) {
        assertThat(namesAProduct(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/// Exchange Server 2019 becomes 2019",
                "int i; // as in Exchange",
                "/* SharePoint\n has another */ int i;",
                "new java.util.concurrent.Exchanger<String>()",
                "import org.tidemark.adapter.exchangescans.Reader;",
            })
    void comments_and_other_words_are_left_alone(String code) {
        assertThat(namesAProduct(code)).isFalse();
    }

    private static List<Path> sources() {
        return Stream.of("core", "adapters", "app")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(ProductNameTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesWithAProduct(Path source) {
        try {
            var lines = withoutComments(Files.readString(source)).split("\n", -1);
            var found = new ArrayList<String>();
            for (int i = 0; i < lines.length; i++) {
                if (hasName(lines[i])) {
                    found.add(source + ":" + (i + 1) + ": " + lines[i].strip());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean namesAProduct(String code) {
        return hasName(withoutComments(code));
    }

    private static boolean hasName(String code) {
        return PRODUCT.matcher(OTHER_WORDS.matcher(code).replaceAll("")).find();
    }

    /// The code with its comments blanked; line breaks stay, so that line numbers stay right.
    private static String withoutComments(String code) {
        return TEXT_OR_COMMENT
                .matcher(code)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null ? match.group() : match.group().replaceAll("[^\n]", " ")));
    }
}
