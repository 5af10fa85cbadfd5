// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.exposure.Evidence.SettingSeen;

/// The setting overrides as the server itself reports them, which outranks what the directory holds. Only the status
/// `Accepted` counts; names are compared without case, and a parameter's name up to its `=`: the checker's own
/// "contains" takes `EnabledAll` for `Enabled`.
final class Overrides {
    /// Component, section and parameter of each switch, and the pack's name of the setting.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("data/enableserializationdatasigning/enabled", "serialized-data-signing"),
            Map.entry("transport/noncompliantsendersettings/addp2fromregexmatchheader", "p2-from-header-detection"),
            Map.entry("oauth/appidbasedaudiencevalidation/enabled", "app-id-audience-validation"),
            Map.entry("transport/noncompliantsendersettings/blocknullbytesinfromheader", "block-null-bytes-in-from"),
            Map.entry(
                    "transport/noncompliantsendersettings/blockcharactersafterunquotedsemicolon",
                    "block-characters-after-semicolon"),
            Map.entry(
                    "cafe/removebackendcookiefromautodiscoverv2response/enabled", "remove-autodiscover-backend-cookie"),
            Map.entry("global/cattokenauthorizationcheck/enabled", "cat-token-authorization-check"),
            Map.entry(
                    "transport/noncompliantsendersettings/blockemailwithmultiplep2fromheaders",
                    "block-multiple-p2-from"),
            Map.entry("transport/parsegroupemailaddressesinpartnerutils/enabled", "parse-group-addresses"),
            Map.entry("contentconversion/inboundmimeheaderparsercheckgroupaddresses/enabled", "check-group-addresses"),
            Map.entry("cafe/httprequestfiltering/enabled", "amsi"));

    private Overrides() {}

    static List<SettingSeen> read(PsObject overrides) {
        var seen = new ArrayList<SettingSeen>();
        for (var override : overrides.list().orElse(List.of())) {
            if ("Accepted".equalsIgnoreCase(override.at("Status").text())) {
                var section = lower(override.at("ComponentName").text()) + "/"
                        + lower(override.at("SectionName").text());
                for (var parameter : override.at("Parameters").texts()) {
                    add(section, parameter, seen);
                }
            }
        }
        return seen;
    }

    private static void add(String section, String parameter, List<SettingSeen> seen) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return;
        }
        var setting = SETTINGS.get(section + "/" + lower(parameter.substring(0, equals)));
        var value = lower(parameter.substring(equals + 1));
        if (setting != null && (value.equals("false") || value.equals("true"))) {
            seen.add(new SettingSeen(setting, value.equals("true") ? "on" : "off"));
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
