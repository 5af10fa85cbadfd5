// SPDX-License-Identifier: Apache-2.0
package org.tidemark.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldBlockTest {
    @Test
    void empty_lines_part_blocks_and_folded_values_are_joined() {
        var blocks = FieldBlock.all("A: 1\nB : 2\n\t3\n\n\nC:4\n", _ -> true);

        assertThat(blocks).hasSize(2);
        assertThat(blocks.getFirst().text("b")).isEqualTo("2 3");
        assertThat(blocks.getLast().text("c")).isEqualTo("4");
    }

    @Test
    void a_second_recipient_begins_a_block_without_an_empty_line() {
        var blocks = FieldBlock.all(
                "Final-Recipient: a\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: b\nAction: failed", _ -> true);

        assertThat(blocks).extracting(block -> block.text("final-recipient")).containsExactly("a", "b");
    }

    @Test
    void an_original_recipient_may_stand_before_or_behind_the_final_one() {
        assertThat(FieldBlock.all("Final-Recipient: a\nOriginal-Recipient: b\nAction: failed", _ -> true))
                .hasSize(1);
        assertThat(FieldBlock.all(
                        "Original-Recipient: a\nFinal-Recipient: b\nAction: failed\n"
                                + "Original-Recipient: c\nFinal-Recipient: d\nAction: failed",
                        _ -> true))
                .extracting(block -> block.text("original-recipient"))
                .containsExactly("a", "c");
    }

    @Test
    void fields_and_blocks_are_bounded() {
        var many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append("A").append(i).append(": x\n").append(i % 2 == 0 ? "\n" : "");
        }

        assertThat(FieldBlock.all(many.toString(), _ -> true)).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void an_empty_line_too_many_does_not_part_a_recipient_from_its_status() {
        var report = StatusReport.ofPart(
                "Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822; a@b.example\n\nAction: failed\n\nStatus: 5.1.1\n");

        assertThat(report.deliveries()).hasSize(1);
        assertThat(report.deliveries().getFirst().status()).hasToString("5.1.1");
    }
}
