// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Setting;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;
import org.tidemark.run.Knowledge.Recognised;
import picocli.CommandLine.Option;

/// What a user states about one installation, and how it is read.
final class BuildOptions {
    private static final Pattern PACKAGE = Pattern.compile("(?:KB)?([0-9]{6,8})");

    @Option(
            names = "--build",
            paramLabel = "BUILD",
            description = "The installed build in any spelling: 15.1.2176.9, 'Version 15.1 (Build 2176.9)',"
                    + " 15.1.2176 (a set), '2016 CU19 Mar21SU'. A level alone, '2016 CU19', is its base release.")
    @Nullable
    String build;

    @Option(
            names = "--product",
            paramLabel = "PRODUCT",
            description = "The product, where the build alone does not say it or to check it.")
    @Nullable
    String product;

    @Option(names = "--kb", paramLabel = "KB", split = ",", description = "An update seen as installed; repeatable.")
    List<String> kbs = new ArrayList<>();

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting that decides flaws, as `tidemark catalog settings` lists them; repeatable.")
    List<String> settingTexts = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Answer with the catalogue as it was known on this day (2021-03-05).")
    @Nullable
    String asOf;

    /// @throws TidemarkException where something is stated that can be true of one server only
    void refuseForFiles() {
        if (product != null || !kbs.isEmpty() || !settingTexts.isEmpty()) {
            throw TidemarkException.user("--product, --kb and --setting state something of one server; give them with"
                    + " --build. Files bring their own.");
        }
    }

    Recognised recognise(Knowledge knowledge) {
        var text = build == null ? "" : build;
        var read = knowledge
                .recognise(text)
                .or(() -> product == null ? java.util.Optional.empty() : knowledge.recognise(product + " " + text))
                .orElseThrow(() -> TidemarkException.user("'" + Terminal.safe(text)
                        + "' is no build of a product that a loaded pack knows. Give the installed build like"
                        + " 15.1.2176.9, or a release like '2016 CU19 Mar21SU'; `tidemark catalog releases` lists"
                        + " them."));
        if (product != null) {
            checkProduct(product, read);
        }
        return read;
    }

    private static void checkProduct(String product, Recognised read) {
        var wanted = read.family()
                .subjects()
                .product(product)
                .orElseThrow(() -> TidemarkException.user("'" + Terminal.safe(product)
                        + "' is no product that a loaded pack knows; `tidemark catalog products` lists them."));
        var is = read.subject().knownProduct();
        if (is.isPresent() && !is.get().equals(wanted)) {
            throw TidemarkException.user("Build " + read.subject().build() + " is one of "
                    + is.get().name() + ", not of " + wanted.name() + ".");
        }
    }

    Installation installation(Recognised read) {
        return new Installation(read.subject(), packages(), settings(read));
    }

    private Set<String> packages() {
        var packages = new HashSet<String>();
        for (var kb : kbs) {
            var match = PACKAGE.matcher(kb.strip().toUpperCase(Locale.ROOT));
            if (!match.matches()) {
                throw TidemarkException.user(
                        "'" + Terminal.safe(kb) + "' is no update number; give one like KB5000871.");
            }
            packages.add("KB" + match.group(1));
        }
        return packages;
    }

    private Map<String, String> stated() {
        var settings = new HashMap<String, String>();
        for (var text : settingTexts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw TidemarkException.user(
                        "'" + Terminal.safe(text) + "' is no setting; give one like extended-protection=on.");
            }
            var name = text.substring(0, equals).strip();
            var value = text.substring(equals + 1).strip();
            put(settings, name, value);
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        var other = settings.put(name, value);
        if (other != null && !other.equalsIgnoreCase(value)) {
            throw TidemarkException.user("The setting " + Terminal.safe(name) + " is given twice, as "
                    + Terminal.safe(other) + " and as " + Terminal.safe(value) + "; give what was read.");
        }
    }

    /// The settings under the names and values of the pack; people write both in their own case.
    private Map<String, String> settings(Recognised read) {
        var catalogue = read.family().catalogue();
        var settings = new HashMap<String, String>();
        stated().forEach((name, value) -> {
            var setting = catalogue.setting(name).orElseThrow(() -> unknownSetting(name, catalogue));
            var known = setting.values().stream()
                    .filter(value::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> TidemarkException.user("The setting " + setting.name() + " has no value '"
                            + Terminal.safe(value) + "'. Its values are: " + String.join(", ", setting.values())
                            + "."));
            put(settings, setting.name(), known);
        });
        return settings;
    }

    private static TidemarkException unknownSetting(String name, Catalogue catalogue) {
        var names = catalogue.settings().stream().map(Setting::name).toList();
        return TidemarkException.user(
                "There is no setting '" + Terminal.safe(name) + "'. Known are: " + String.join(", ", names) + ".");
    }

    /// @return the day whose knowledge is asked for; null for all of it
    @Nullable
    LocalDate asOf() {
        return asOf == null ? null : Asked.day(asOf);
    }
}
