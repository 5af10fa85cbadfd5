// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "user unknown, 550 User  Unknown, true",
                "user unknown, user is unknown, false",
                "mailbox*full, The MAILBOX of the user is full, true",
                "mailbox*full, full mailbox, false",
                "^re:, Re: Undelivered, true",
                "^re:, Undelivered re: x, false",
                "a*b*c, a b a c, true",
                "n'existe pas, Cette adresse n’existe pas, true",
            })
    void words_are_found_whatever_their_case_and_blanks(String phrase, String text, boolean found) {
        assertThat(Phrase.of(phrase).isIn(Phrase.plain(text))).isEqualTo(found);
    }

    @Test
    void a_gap_is_bounded() {
        var phrase = Phrase.of("mailbox*full");

        assertThat(phrase.isIn("mailbox" + " x".repeat(30) + " full")).isTrue();
        assertThat(phrase.isIn("mailbox" + " x".repeat(60) + " full")).isFalse();
    }

    @Test
    void a_later_beginning_is_tried_where_the_first_leads_nowhere() {
        assertThat(Phrase.of("a*b").isIn("a" + " ".repeat(100) + "a b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "^", "*", "a*", "*a", "a**b"})
    void a_phrase_without_words_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.of(text));
    }
}
