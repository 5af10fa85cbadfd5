// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.windowsxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.adapter.TakenEvidence;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Trace;

class WebServerSettingsTest {
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration>
              <configSections><section name="x" /></configSections>
              <system.applicationHost>
                <applicationPools>
                  <add name="ExamplePool"><processModel identityType="SpecificUser" userName="CORP\\svc" /></add>
                  <applicationPoolDefaults><processModel identityType="LocalSystem" /></applicationPoolDefaults>
                </applicationPools>
                <sites>
                  <site name="Default Web Site" id="1">
                    <application path="/">
                      <virtualDirectory path="/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" />
                    </application>
                    <application path="/owa" applicationPool="ExamplePool">
                      <virtualDirectory path="/" physicalPath="D:\\Mail\\owa" />
                      <virtualDirectory path="/more" physicalPath="D:\\More" />
                    </application>
                  </site>
                </sites>
              </system.applicationHost>
              <system.webServer>
                <globalModules>
                  <add name="A" image="%windir%\\System32\\inetsrv\\a.dll" />
                  <add name="B" image="C:\\b.dll" />
                </globalModules>
                <isapiFilters><filter name="F" path="C:\\f.dll" /></isapiFilters>
              </system.webServer>
              <location path="Default Web Site/owa">
                <system.webServer>
                  <modules><add name="A" /><add name="M" type="Example.M, Example" /></modules>
                  <handlers><add name="H" path="*.png" verb="*" type="Example.Factory" /></handlers>
                  <httpLogging dontLog="true" />
                </system.webServer>
              </location>
            </configuration>
            """;

    @Test
    void every_entry_that_runs_something_is_a_record() {
        var taken = TakenEvidence.of(SETTINGS.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.values("entry"))
                .containsExactly(
                        "application-pool",
                        "virtual-directory",
                        "virtual-directory",
                        "virtual-directory",
                        "native-module",
                        "native-module",
                        "isapi-filter",
                        "managed-module",
                        "handler",
                        "logging");
        assertThat(taken.traces()).extracting(Trace::kind).containsOnly(Kind.CONFIG);
    }

    @Test
    void modules_have_file_and_class_and_the_site_they_are_set_for() {
        var taken = TakenEvidence.of(SETTINGS.getBytes(StandardCharsets.UTF_8));
        assertThat(of(taken, "native-module"))
                .extracting(trace -> trace.first("image"))
                .containsExactly("C:\\Windows\\System32\\inetsrv\\a.dll", "C:\\b.dll");
        assertThat(of(taken, "isapi-filter"))
                .extracting(trace -> trace.first("image"))
                .containsExactly("C:\\f.dll");
        assertThat(of(taken, "managed-module")).singleElement().satisfies(module -> {
            assertThat(module.first("code")).isEqualTo("Example.M, Example");
            assertThat(module.first("location")).isEqualTo("Default Web Site/owa");
        });
    }

    @Test
    void directories_pools_handlers_and_logging_have_what_rules_ask() {
        var taken = TakenEvidence.of(SETTINGS.getBytes(StandardCharsets.UTF_8));
        assertThat(of(taken, "virtual-directory"))
                .extracting(trace -> trace.first("virtualpath") + " " + trace.first("physicalpath"))
                .containsExactly("/ C:\\inetpub\\wwwroot", "/owa/ D:\\Mail\\owa", "/owa/more D:\\More");
        assertThat(of(taken, "application-pool")).singleElement().satisfies(pool -> {
            assertThat(pool.first("code")).isEqualTo("SpecificUser");
            assertThat(pool.first("username")).isEqualTo("CORP\\svc");
        });
        assertThat(of(taken, "handler").getFirst().first("handlerpath")).isEqualTo("*.png");
        assertThat(of(taken, "logging").getFirst().first("dontlog")).isEqualTo("true");
    }

    @Test
    void settings_that_break_off_give_what_was_read_and_a_problem() {
        var taken = TakenEvidence.of(
                SETTINGS.substring(0, SETTINGS.indexOf("<add name=\"B\"")).getBytes(StandardCharsets.UTF_8));
        assertThat(of(taken, "native-module")).hasSize(1);
        assertThat(taken.problems()).hasSize(1);
        assertThat(taken.seen()).hasSize(1);
    }

    private static List<Trace> of(TakenEvidence taken, String entry) {
        return taken.traces().stream()
                .filter(trace -> trace.first("entry").equals(entry))
                .toList();
    }
}
