// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.adapter.healthchecker.CliXmlText.cut;
import static org.tidemark.adapter.healthchecker.CliXmlText.element;
import static org.tidemark.adapter.healthchecker.CliXmlText.list;
import static org.tidemark.adapter.healthchecker.CliXmlText.nil;
import static org.tidemark.adapter.healthchecker.CliXmlText.object;
import static org.tidemark.adapter.healthchecker.CliXmlText.settings;
import static org.tidemark.adapter.healthchecker.CliXmlText.value;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.adapter.BadRecord;

class ReportedSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "OAuth, AppIdBasedAudienceValidation, Accepted, Enabled=false, app-id-audience-validation=off",
        "oauth, appidbasedaudiencevalidation, accepted, ENABLED = False, app-id-audience-validation=off",
        "OAuth, AppIdBasedAudienceValidation, Accepted, Enabled=true, app-id-audience-validation=on",
        "Transport, NonCompliantSenderSettings, Accepted, AddP2FromRegexMatchHeader=false, p2-from-header-detection=off",
        "Transport, NonCompliantSenderSettings, Accepted, BlockNullBytesInFromHeader=false, block-null-bytes-in-from=off",
        "Transport, NonCompliantSenderSettings, Accepted, BlockCharactersAfterUnquotedSemicolon=false, block-characters-after-semicolon=off",
        "Transport, NonCompliantSenderSettings, Accepted, BlockEmailWithMultipleP2FromHeaders=false, block-multiple-p2-from=off",
        "Cafe, RemoveBackendCookieFromAutoDiscoverV2Response, Accepted, Enabled=false, remove-autodiscover-backend-cookie=off",
        "Global, CatTokenAuthorizationCheck, Accepted, Enabled=false, cat-token-authorization-check=off",
        "Transport, ParseGroupEmailAddressesInPartnerUtils, Accepted, Enabled=false, parse-group-addresses=off",
        "ContentConversion, InboundMimeHeaderParserCheckGroupAddresses, Accepted, Enabled=false, check-group-addresses=off",
        "Data, EnableSerializationDataSigning, Accepted, Enabled=false, serialized-data-signing=off",
        "Cafe, HttpRequestFiltering, Accepted, Enabled=false, amsi=off",
        "Cafe, HttpRequestFiltering, Accepted, EnabledAll=false, ",
        "OAuth, AppIdBasedAudienceValidation, VersionNotMatched, Enabled=false, ",
        "OAuth, AppIdBasedAudienceValidation, Accepted, Enabled=maybe, ",
        "OAuth, AppIdBasedAudienceValidation, Accepted, Enabled, ",
        "Transport, AppIdBasedAudienceValidation, Accepted, Enabled=false, ",
    })
    void an_override_counts_if_accepted_and_named_exactly(
            String component, String section, String status, String parameter, String expected)
            throws IOException, BadRecord {
        var override = element(
                value("ComponentName", component),
                value("SectionName", section),
                value("Status", status),
                value("Parameters", parameter));
        var found = settings(exchange(object("SettingOverrides", list("SimpleSettingOverrides", override))));
        assertThat(String.join(",", found)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void overrides_that_were_not_seen_say_nothing() throws IOException, BadRecord {
        assertThat(settings(exchange(object("SettingOverrides", cut("SimpleSettingOverrides")))))
                .isEmpty();
        assertThat(settings(exchange(object("SettingOverrides", nil("SimpleSettingOverrides")))))
                .isEmpty();
    }

    @Test
    void download_domains_need_the_switch_and_two_hosts_of_their_own() throws IOException, BadRecord {
        var right = owa("download.example.org", "download.example.org");
        assertThat(settings(enabled("true"), exchange(right))).containsExactly("download-domains=on");
        assertThat(settings(enabled("false"), exchange(right))).containsExactly("download-domains=off");
        assertThat(settings(enabled("Unknown"), exchange(right))).isEmpty();
        assertThat(settings(enabled("true"))).isEmpty();
        assertThat(settings(enabled("true"), exchange(owa("", "download.example.org"))))
                .containsExactly("download-domains=off");
        assertThat(settings(enabled("true"), exchange(owa("download.example.org", "MAIL.example.org"))))
                .containsExactly("download-domains=off");
        var cut = object("VirtualDirectories", cut("GetOwaVirtualDirectory"));
        assertThat(settings(enabled("true"), exchange(cut))).isEmpty();
        var other = object(
                "VirtualDirectories",
                list("GetOwaVirtualDirectory", element(value("Name", "owa (Exchange Back End)"))));
        assertThat(settings(enabled("true"), exchange(other)))
                .as("the directory that decides was not seen")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, false, done", "false, true, missing", "true, false, ", "true, true, "})
    void the_schema_is_told_unless_the_checker_could_not_look(String unknown, String vulnerable, String expected)
            throws IOException, BadRecord {
        var result = object("CVE202134470", value("Unknown", unknown), value("IsVulnerable", vulnerable));
        assertThat(settings(security(result)))
                .isEqualTo(expected == null ? java.util.List.of() : java.util.List.of("prepare-schema=" + expected));
    }

    @Test
    void the_domains_are_done_only_where_each_of_them_passed_every_test() throws IOException, BadRecord {
        var passed = domain("false", "true", "true", "true");
        assertThat(settings(security(list("CVE202221978", passed, passed)))).containsExactly("prepare-domain=done");
        assertThat(settings(security(list("CVE202221978", passed, domain("false", "false", "true", "false")))))
                .containsExactly("prepare-domain=missing");
        assertThat(settings(security(list("CVE202221978", passed, domain("false", "true", "false", "false")))))
                .containsExactly("prepare-domain=missing");
        assertThat(settings(security(list("CVE202221978", passed, domain("true", "false", "false", "false")))))
                .as("a domain that could not be looked at")
                .isEmpty();
        assertThat(settings(security(list("CVE202221978")))).isEmpty();
        assertThat(settings(security(cut("CVE202221978")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.20348.2029, updated", "10.0.20348.2028, vulnerable", "8.5.9600.21613, updated", "10.0.26100.1, updated",
        "10.0.14393.6343 (rs1), updated", "10.0.18363.1, ", "10.0.20348, ", "x, "
    })
    void the_token_cache_module_is_judged_by_its_file(String version, String expected) throws IOException, BadRecord {
        assertThat(TokenCacheModule.stateOf(version)).isEqualTo(expected);
    }

    @Test
    void a_token_cache_module_that_is_not_loaded_was_removed() throws IOException, BadRecord {
        var others = object("IISModulesInformation", list("ModuleList", element(value("Name", "HttpLoggingModule"))));
        assertThat(settings(exchange(object("IISSettings", others)))).containsExactly("token-cache-module=removed");
        var none = object("IISModulesInformation", list("ModuleList"));
        assertThat(settings(exchange(object("IISSettings", none)))).isEmpty();
        var cutList = object("IISModulesInformation", cut("ModuleList"));
        assertThat(settings(exchange(object("IISSettings", cutList)))).isEmpty();
    }

    @Test
    void data_signing_is_told_by_the_registry_on_2013_only() throws IOException, BadRecord {
        var build = object(
                "BuildInformation", object("ExchangeSetup", value("FileMajorPart", 15), value("FileMinorPart", 0)));
        assertThat(settings(exchange(build, object("RegistryValues", value("SerializedDataSigning", 1)))))
                .containsExactly("serialized-data-signing=on");
        assertThat(settings(exchange(build, object("RegistryValues", value("SerializedDataSigning", 0)))))
                .containsExactly("serialized-data-signing=off");
        assertThat(settings(exchange(build, object("RegistryValues", nil("SerializedDataSigning")))))
                .containsExactly("serialized-data-signing=off");
        assertThat(settings(exchange(build))).isEmpty();
        assertThat(settings(exchange(object("RegistryValues", value("SerializedDataSigning", 0)))))
                .isEmpty();
    }

    @Test
    void on_2013_an_override_of_data_signing_is_ignored() throws IOException, BadRecord {
        var build = object(
                "BuildInformation", object("ExchangeSetup", value("FileMajorPart", 15), value("FileMinorPart", 0)));
        var override = element(
                value("ComponentName", "Data"),
                value("SectionName", "EnableSerializationDataSigning"),
                value("Status", "Accepted"),
                value("Parameters", "Enabled=true"));
        assertThat(settings(exchange(build, object("SettingOverrides", list("SimpleSettingOverrides", override)))))
                .isEmpty();
    }

    private static String exchange(String... members) {
        return object("ExchangeInformation", members);
    }

    private static String enabled(String value) {
        return object("OrganizationInformation", value("EnableDownloadDomains", value));
    }

    private static String owa(String external, String internal) {
        return object(
                "VirtualDirectories",
                list(
                        "GetOwaVirtualDirectory",
                        element(
                                value("Name", "owa (Default Web Site)"),
                                value("ExternalDownloadHostName", external),
                                value("InternalDownloadHostName", internal),
                                value("ExternalUrl", "https://mail.example.org/owa"),
                                nil("InternalUrl"))));
    }

    private static String security(String... results) {
        return object("OrganizationInformation", object("SecurityResults", results));
    }

    private static String domain(String unknown, String meso, String ace, String passed) {
        return element(
                value("DomainName", "corp.example"),
                value("UnknownDomain", unknown),
                value("MesoUpdated", meso),
                value("AllAcePass", ace),
                value("DomainPassed", passed));
    }
}
