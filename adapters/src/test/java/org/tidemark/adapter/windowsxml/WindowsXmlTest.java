// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;

class WindowsXmlTest {
    private static final String TASK = """
            <?xml version="1.0" encoding="UTF-16"?>
            <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <RegistrationInfo><Author>CORP\\EX01$</Author><URI>\\Folder\\Name</URI></RegistrationInfo>
              <Principals><Principal id="Author"><UserId>S-1-5-18</UserId></Principal></Principals>
              <Settings><Hidden>true</Hidden><Enabled>true</Enabled></Settings>
              <Actions>
                <Exec><Command>cmd.exe</Command><Arguments>/c exit</Arguments></Exec>
                <Exec><Command>powershell</Command><Arguments>-ep bypass -enc dwBoAG8AYQBtAGkA</Arguments></Exec>
                <ComHandler><ClassId>{1}</ClassId></ComHandler>
              </Actions>
            </Task>
            """;

    /// The declaration says UTF-16 whatever the copy is; the bytes are right.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_task_is_read_with_all_its_actions(String charset) {
        var taken = TakenEvidence.of(("\uFEFF" + TASK).getBytes(Charset.forName(charset)));
        assertThat(taken.problems()).isEmpty();
        var trace = taken.traces().getFirst();
        assertThat(trace.kind()).isEqualTo(Kind.TASK);
        assertThat(trace.first("TaskName")).isEqualTo("\\Folder\\Name");
        assertThat(trace.values("command")).containsExactly("cmd.exe", "powershell");
        assertThat(trace.values("action"))
                .containsExactly("cmd.exe /c exit", "powershell -ep bypass -enc dwBoAG8AYQBtAGkA");
        assertThat(trace.values("decoded")).containsExactly("whoami");
        assertThat(trace.first("UserId")).isEqualTo("S-1-5-18");
        assertThat(trace.first("Hidden")).isEqualTo("true");
    }

    @Test
    void a_task_that_breaks_off_gives_what_was_read_and_a_problem() {
        var taken =
                TakenEvidence.of(TASK.substring(0, TASK.indexOf("<ComHandler")).getBytes(StandardCharsets.UTF_8));
        assertThat(taken.traces().getFirst().values("command")).containsExactly("cmd.exe", "powershell");
        assertThat(taken.problems()).hasSize(1);
    }

    @Test
    void every_agent_of_a_list_is_a_record() {
        var list = """
                <configuration><mexRuntime><monitoring/><agentList>
                  <agent name="A" classFactory="F" assemblyPath="C:\\a.dll" enabled="true" />
                  <agent name="B" classFactory="G" assemblyPath="C:\\b.dll" enabled="false" />
                </agentList></mexRuntime></configuration>
                """;
        var taken = TakenEvidence.of(list.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.values("agentName")).containsExactly("A", "B");
        assertThat(taken.values("assemblyPath")).containsExactly("C:\\a.dll", "C:\\b.dll");
        assertThat(taken.values("enabled")).containsExactly("true", "false");
        assertThat(taken.seen().getFirst().events()).isEqualTo(2);
    }
}
