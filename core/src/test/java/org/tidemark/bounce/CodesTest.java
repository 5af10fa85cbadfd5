// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "550 5.1.1 unknown, 5.1.1",
                "550-5.7.606 blocked, 5.7.606",
                "(#5.5.0), 5.5.0",
                "<mx.example #5.1.1 smtp;550>, 5.1.1",
                "554 4.4.7 expired <421 4.4.0 x>, 4.4.7",
                "5.0.0 then 5.1.1, 5.1.1",
                "450 4.1.1 then 550 5.1.1, 5.1.1",
                "host 5.1.1.1, ",
                "192.5.1.1, ",
                "version v5.1.1, ",
                "SMTPSVC(5.0.2195.6713), ",
                "250 2.1.5 Ok, ",
            })
    void an_enhanced_code_is_told_from_addresses_and_versions(String text, @Nullable String code) {
        var found = StatusCode.inText(text);

        assertThat(found == null ? null : found.toString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, 5.1.1",
        "5.2.1 (mailbox disabled), 5.2.1",
        "smtp; 5.7.26, 5.7.26",
        "2.0.0, 2.0.0",
        "5.1, ",
        "none, ",
        "3.1.1, "
    })
    void a_status_field_may_have_words_around_its_code(String field, @Nullable String code) {
        var found = StatusCode.ofField(field);

        assertThat(found == null ? null : found.toString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "550 no such user, 550",
                "host mx[192.0.2.1] said: 450 try later, 450",
                "<<< 550 no, 550",
                "\"450 busy\n551 not our user\", 551",
                "ERROR_CODE :550, 550",
                "(reason: 552 full), 552",
                "[550 no], 550",
                "after 450 seconds, 0",
                "port 443, 0",
                "192.0.2.1:550.1, 0",
                "5501, 0",
            })
    void a_reply_is_a_number_where_an_answer_begins(String text, int reply) {
        assertThat(ServerReply.in(text)).isEqualTo(reply);
    }
}
