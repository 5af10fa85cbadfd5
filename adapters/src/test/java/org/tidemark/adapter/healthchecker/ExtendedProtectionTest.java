// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.adapter.healthchecker.CliXmlText.element;
import static org.tidemark.adapter.healthchecker.CliXmlText.list;
import static org.tidemark.adapter.healthchecker.CliXmlText.nil;
import static org.tidemark.adapter.healthchecker.CliXmlText.object;
import static org.tidemark.adapter.healthchecker.CliXmlText.settings;
import static org.tidemark.adapter.healthchecker.CliXmlText.value;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.BadRecord;

class ExtendedProtectionTest {
    private static final String ON = "extended-protection=on";
    private static final String OFF = "extended-protection=off";
    private static final String REGISTRY =
            object("OSInformation", object("RegistryValues", nil("SuppressExtendedProtection")));

    @Test
    void it_is_on_where_every_directory_has_its_value() throws IOException, BadRecord {
        assertThat(settings(REGISTRY, exchange(listed(right())))).containsExactly(ON);
        assertThat(settings(REGISTRY, exchange(config(right())))).containsExactly(ON);
    }

    @ParameterizedTest
    @CsvSource({
        "Default Web Site/EWS, None, off",
        "Default Web Site/EWS, Require, on",
        "Default Web Site/OWA, Allow, off",
        "Default Web Site/OAB, Require, on",
        "Default Web Site/PowerShell, None, on",
        "Default Web Site/Autodiscover, Require, on",
        "Exchange Back End/EWS, Allow, off",
        "Exchange Back End/PowerShell, None, off",
        "Exchange Back End/Microsoft-Server-ActiveSync/Proxy, None, off",
        "Default Web Site/OWA, nonsense, off",
    })
    void one_directory_below_its_value_is_enough(String path, String value, String state)
            throws IOException, BadRecord {
        var directories = right();
        directories.put(path, value);
        assertThat(settings(REGISTRY, exchange(listed(directories)))).containsExactly("extended-protection=" + state);
        assertThat(settings(REGISTRY, exchange(config(directories)))).containsExactly("extended-protection=" + state);
    }

    @Test
    void a_directory_that_was_not_seen_leaves_it_open() throws IOException, BadRecord {
        var some = right();
        some.remove("Default Web Site/EWS");
        assertThat(settings(REGISTRY, exchange(listed(some)))).isEmpty();
        some.put("Default Web Site/OWA", "None");
        assertThat(settings(REGISTRY, exchange(listed(some)))).containsExactly(OFF);
        assertThat(settings(REGISTRY)).isEmpty();
    }

    @Test
    void the_registry_can_undo_it_and_must_have_been_seen() throws IOException, BadRecord {
        var all = exchange(listed(right()));
        assertThat(settings(all)).isEmpty();
        assertThat(settings(object("OSInformation", object("RegistryValues", value("Other", 1))), all))
                .isEmpty();
        assertThat(settings(suppressed("0"), all)).containsExactly(ON);
        assertThat(settings(suppressed("1"), all)).containsExactly(OFF);
        assertThat(settings(suppressed("1"))).containsExactly(OFF);
    }

    private static String suppressed(String value) {
        return object("OSInformation", object("RegistryValues", value("SuppressExtendedProtection", value)));
    }

    @Test
    void an_address_filter_stands_in_on_the_back_end_of_ews_only() throws IOException, BadRecord {
        var directories = right();
        directories.put("Exchange Back End/EWS", "None");
        assertThat(settings(REGISTRY, exchange(listed(directories, "Exchange Back End/EWS"))))
                .containsExactly(ON);
        assertThat(settings(REGISTRY, exchange(config(directories, "Exchange Back End/EWS"))))
                .containsExactly(ON);
        directories.put("Exchange Back End/OWA", "None");
        assertThat(settings(REGISTRY, exchange(listed(directories, "Exchange Back End/OWA"))))
                .containsExactly(OFF);
    }

    @Test
    void a_value_comes_from_one_level_up_where_the_directory_has_none() throws IOException, BadRecord {
        var directories = right();
        directories.remove("Exchange Back End/MAPI/emsmdb");
        directories.put("Exchange Back End/MAPI", "Require");
        assertThat(settings(REGISTRY, exchange(config(directories)))).containsExactly(ON);
        directories.remove("Exchange Back End/MAPI");
        directories.put("Exchange Back End", "Require");
        assertThat(settings(REGISTRY, exchange(config(directories))))
                .as("two levels up is not looked at")
                .containsExactly(OFF);
    }

    @Test
    void the_configuration_itself_outranks_what_was_made_of_it() throws IOException, BadRecord {
        var wrong = right();
        wrong.put("Default Web Site/OWA", "None");
        assertThat(settings(REGISTRY, exchange(listed(wrong), config(right())))).containsExactly(ON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;configuration&gt;",
                "no xml",
                "&lt;!DOCTYPE a [&lt;!ENTITY b SYSTEM 'file:///etc/passwd'&gt;]&gt;&lt;a&gt;&amp;b;"
            })
    void a_configuration_that_is_broken_says_nothing(String text) throws IOException, BadRecord {
        var broken = object("IISSettings", value("ApplicationHostConfig", text));
        assertThat(settings(REGISTRY, exchange(listed(right()), broken))).isEmpty();
    }

    @Test
    void of_2013_the_roles_may_stand_on_servers_of_their_own() throws IOException, BadRecord {
        var without = right();
        without.keySet().removeIf(path -> path.endsWith("/API"));
        assertThat(settings(REGISTRY, exchange(listed(without))))
                .as("later products have the directory")
                .isEmpty();
        assertThat(settings(REGISTRY, exchange2013("Mailbox, ClientAccess", without)))
                .containsExactly(ON);
        var front = new TreeMap<>(without);
        front.keySet().removeIf(path -> path.startsWith("Exchange") && !path.endsWith("/PowerShell"));
        assertThat(settings(REGISTRY, exchange2013("ClientAccess", front))).containsExactly(ON);
        assertThat(settings(REGISTRY, exchange2013("Mailbox, ClientAccess", front)))
                .isEmpty();
        assertThat(settings(REGISTRY, exchange2013("", front))).isEmpty();
        var back = new TreeMap<>(without);
        back.keySet().removeIf(path -> path.startsWith("Default"));
        assertThat(settings(REGISTRY, exchange2013("Mailbox", back))).containsExactly(ON);
    }

    @Test
    void on_an_edge_server_it_is_not_judged() throws IOException, BadRecord {
        var edge = object("GetExchangeServer", value("IsEdgeServer", "true"));
        assertThat(settings(REGISTRY, exchange(edge, listed(Map.of("Default Web Site/OWA", "None")))))
                .containsExactly("server-role=edge");
    }

    private static String exchange(String... members) {
        return object("ExchangeInformation", members);
    }

    private static String exchange2013(String role, Map<String, String> directories) {
        return exchange(
                object(
                        "BuildInformation",
                        object("ExchangeSetup", value("FileMajorPart", 15), value("FileMinorPart", 0))),
                object("GetExchangeServer", value("ServerRole", role)),
                listed(directories));
    }

    private static Map<String, String> right() {
        var right = new TreeMap<String, String>();
        for (var name : "API ECP OWA RPC MAPI".split(" ", -1)) {
            right.put("Default Web Site/" + name, "Require");
        }
        for (var name : "EWS Microsoft-Server-ActiveSync Microsoft-Server-ActiveSync/Proxy OAB".split(" ", -1)) {
            right.put("Default Web Site/" + name, "Allow");
        }
        for (var name :
                ("API ECP OWA RPC EWS Microsoft-Server-ActiveSync Microsoft-Server-ActiveSync/Proxy OAB PowerShell "
                                + "PushNotifications RPCWithCert MAPI/emsmdb MAPI/nspi")
                        .split(" ", -1)) {
            right.put("Exchange Back End/" + name, "Require");
        }
        assertThat(right).as("as many as the vendor's table has").hasSize(22);
        right.put("Default Web Site/Autodiscover", "None");
        right.put("Default Web Site/PowerShell", "None");
        right.put("Exchange Back End/Autodiscover", "None");
        return right;
    }

    private static String listed(Map<String, String> directories, String... filtered) {
        var elements = directories.entrySet().stream()
                .map(directory -> element(
                        value("VirtualDirectoryName", directory.getKey()),
                        value("ExtendedProtection", directory.getValue()),
                        object(
                                "Configuration",
                                object(
                                        "MitigationSettings",
                                        value(
                                                "AllowUnlisted",
                                                !java.util.List.of(filtered).contains(directory.getKey()))))))
                .toArray(String[]::new);
        return object("ExtendedProtectionConfig", list("ExtendedProtectionConfiguration", elements));
    }

    private static String config(Map<String, String> directories, String... filtered) {
        var text =
                new StringBuilder("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration><configSections/>");
        directories.forEach((path, value) -> text.append("<location path=\"")
                .append(path)
                .append("\"><system.webServer><security><authentication><windowsAuthentication enabled=\"true\">")
                .append("<extendedProtection tokenChecking=\"")
                .append(value)
                .append("\"/></windowsAuthentication></authentication></security></system.webServer></location>"));
        for (var path : filtered) {
            text.append("<location path=\"")
                    .append(path)
                    .append(
                            "\"><system.webServer><security><ipSecurity allowUnlisted=\"false\"/></security></system.webServer></location>");
        }
        text.append("</configuration>");
        var escaped = text.toString().replace("&", "&amp;").replace("<", "&lt;");
        return object("IISSettings", value("ApplicationHostConfig", escaped));
    }
}
