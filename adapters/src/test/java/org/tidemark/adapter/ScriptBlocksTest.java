// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.hunt.Seen;

class ScriptBlocksTest {
    @Test
    void a_script_in_parts_is_one_record_in_whatever_order_they_come() {
        var taken = read(part("a", 2, 3, "lboxExp"), part("a", 1, 3, "New-Mai"), part("a", 3, 3, "ortRequest"));
        assertThat(taken.values("scriptblocktext")).containsExactly("New-MailboxExportRequest");
        assertThat(taken.traces().getFirst().place().line()).isEqualTo(2);
        assertThat(taken.seen()).extracting(Seen::events).containsExactly(3L);
    }

    @Test
    void parts_of_two_scripts_and_whole_ones_are_kept_apart() {
        var taken = read(part("a", 1, 2, "a1"), part("b", 1, 2, "b1"), part("c", 1, 1, "c"), part("b", 2, 2, "b2"));
        assertThat(taken.values("scriptblocktext")).containsExactlyInAnyOrder("c", "b1b2", "a1");
    }

    @Test
    void of_a_script_whose_parts_are_missing_the_others_are_judged() {
        assertThat(read(part("a", 3, 3, "Get-B"), part("a", 1, 3, "Get-A; ")).values("scriptblocktext"))
                .containsExactly("Get-A; Get-B");
    }

    @Test
    void a_part_without_anything_of_interest_is_not_left_aside() {
        var text = part("a", 1, 2, "New-Mailbox") + part("a", 2, 2, "ExportRequest");
        var taken = TakenEvidence.of(
                text.getBytes(StandardCharsets.UTF_8), record -> record.contains("New-MailboxExportRequest"));
        assertThat(taken.values("scriptblocktext")).containsExactly("New-MailboxExportRequest");
    }

    @Test
    void numbers_that_are_none_cost_nothing() {
        assertThat(read(part("a", 7, 3, "x"), part("a", 0, 3, "y")).values("scriptblocktext"))
                .containsExactly("x", "y");
    }

    private static TakenEvidence read(String... parts) {
        return TakenEvidence.of(
                List.of(parts).stream().collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String id, int number, int total, String text) {
        return """
                {"Event": {"System": {"Provider": {"#attributes": {"Name": "Microsoft-Windows-PowerShell"}}, \
                "EventID": 4104, "TimeCreated": {"#attributes": {"SystemTime": "2021-08-20T03:20:02.000Z"}}, \
                "EventRecordID": %d, "Channel": "Microsoft-Windows-PowerShell/Operational", "Computer": "EX01"}, \
                "EventData": {"MessageNumber": %d, "MessageTotal": %d, "ScriptBlockText": "%s", "ScriptBlockId": "%s"}}}
                """.formatted(number, number, total, text, id);
    }
}
