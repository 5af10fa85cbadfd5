// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.nmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tidemark.exposure.Evidence;
import org.tidemark.exposure.Evidence.Basis;
import org.tidemark.exposure.Evidence.StatedName;
import org.tidemark.exposure.Evidence.StatedVersion;

/// Versions that scripts of third parties work out.
final class StatedVersions {
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,6}){2,3}");

    /// In brackets or after a word that says so: a bare number with points may be an address.
    private static final Pattern IN_TEXT =
            Pattern.compile("(?i)(?:\\(|\\b(?:version|build)\\b[:= ]{1,3})(\\d{1,3}(?:\\.\\d{1,6}){2,3})\\b");

    private StatedVersions() {}

    static List<Evidence> in(String output, ScriptDetails details) {
        var versions = versions(details);
        if (versions.size() == 1) {
            var evidence = new ArrayList<Evidence>();
            evidence.add(new StatedVersion(Basis.REPORT, versions.getFirst()));
            var name = details.get("name");
            if (name != null) {
                evidence.add(new StatedName(name));
            }
            return evidence;
        }
        if (versions.size() > 1) {
            return stated(commonStart(versions));
        }
        var found = IN_TEXT.matcher(output);
        return found.find() ? stated(found.group(1)) : List.of();
    }

    private static List<String> versions(ScriptDetails details) {
        var builds = details.all("build");
        var values = builds.isEmpty() ? details.all("version") : builds;
        return values.stream().filter(value -> VERSION.matcher(value).matches()).toList();
    }

    private static List<Evidence> stated(String version) {
        return version.isEmpty() ? List.of() : List.of(new StatedVersion(Basis.REPORT, version));
    }

    /// Several builds of one script are the candidates for one server (righel/ms-exchange-version-nse lists all
    /// that three parts allow): what they have in common is what the script knows.
    private static String commonStart(List<String> versions) {
        var common = List.of(versions.getFirst().split("\\.", -1));
        for (var version : versions) {
            var parts = Arrays.asList(version.split("\\.", -1));
            int same = 0;
            while (same < common.size()
                    && same < parts.size()
                    && common.get(same).equals(parts.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common.size() < 2 ? "" : String.join(".", common);
    }
}
