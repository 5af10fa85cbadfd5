// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The mandatory tests of CSAF 2.0, section 6.1, each under its number, written from the words of the standard. What
/// Tidemark never writes (scores, weaknesses, package URLs, hashes, involvements) is tested for its absence:
/// whoever adds
/// it must write the test too.
final class CsafChecks {
    /// The tests by their numbers; each says what is wrong.
    static final Map<String, Function<JsonNode, List<String>>> ALL = all();

    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern RANGE =
            Pattern.compile("[<>]|\\b(?:after|all|before|earlier|later|prior|versions)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> PROFILES = List.of(
            "csaf_base",
            "csaf_security_incident_response",
            "csaf_informational_advisory",
            "csaf_security_advisory",
            "csaf_vex");

    private CsafChecks() {}

    /// Everything that is wrong, with the number of the test.
    static List<String> faults(JsonNode document) {
        var faults = new ArrayList<String>();
        ALL.forEach((number, check) -> check.apply(document).forEach(fault -> faults.add(number + ": " + fault)));
        return faults;
    }

    private static Map<String, Function<JsonNode, List<String>>> all() {
        var all = new LinkedHashMap<String, Function<JsonNode, List<String>>>();
        all.put("6.1.1", CsafChecks::missingDefinitionOfProductId);
        all.put("6.1.2", CsafChecks::multipleDefinitionOfProductId);
        all.put("6.1.3", document -> absent(document, "/product_tree/relationships"));
        all.put("6.1.4", document -> absentEverywhere(document, "group_ids"));
        all.put("6.1.5", document -> absent(document, "/product_tree/product_groups"));
        all.put("6.1.6", CsafChecks::contradictingProductStatus);
        for (var number : List.of("6.1.7", "6.1.8", "6.1.9", "6.1.10")) {
            all.put(number, document -> absentEverywhere(document, "scores"));
        }
        all.put("6.1.11", document -> absentEverywhere(document, "cwe"));
        all.put("6.1.12", CsafChecks::language);
        all.put("6.1.13", document -> absentEverywhere(document, "purl"));
        all.put("6.1.14", CsafChecks::sortedRevisionHistory);
        all.put("6.1.15", CsafChecks::translator);
        all.put("6.1.16", CsafChecks::latestDocumentVersion);
        all.put("6.1.17", CsafChecks::documentStatusDraft);
        all.put("6.1.18", CsafChecks::releasedRevisionHistory);
        all.put("6.1.19", CsafChecks::noPreReleaseInHistory);
        all.put("6.1.20", CsafChecks::nonDraftDocumentVersion);
        all.put("6.1.21", CsafChecks::missingItemInRevisionHistory);
        all.put("6.1.22", CsafChecks::multipleDefinitionInRevisionHistory);
        all.put("6.1.23", CsafChecks::multipleUseOfSameCve);
        all.put("6.1.24", document -> absentEverywhere(document, "involvements"));
        all.put("6.1.25", document -> absentEverywhere(document, "hashes"));
        all.put("6.1.26", CsafChecks::prohibitedCategoryName);
        all.put("6.1.27.1", document -> forProfiles(document, List.of(1, 2), CsafChecks::documentNotes));
        all.put(
                "6.1.27.2",
                document -> forProfiles(document, List.of(1, 2), each -> needed(each, "/document/references")));
        all.put("6.1.27.3", document -> forProfiles(document, List.of(2), each -> absent(each, "/vulnerabilities")));
        all.put("6.1.27.4", document -> forProfiles(document, List.of(3, 4), each -> needed(each, "/product_tree")));
        all.put("6.1.27.5", document -> forProfiles(document, List.of(3, 4), each -> inEach(each, "notes")));
        all.put("6.1.27.6", document -> forProfiles(document, List.of(3), each -> inEach(each, "product_status")));
        all.put("6.1.27.7", document -> forProfiles(document, List.of(4), CsafChecks::vexProductStatus));
        all.put("6.1.27.8", document -> forProfiles(document, List.of(4), CsafChecks::vulnerabilityId));
        all.put("6.1.27.9", document -> forProfiles(document, List.of(4), CsafChecks::impactStatement));
        all.put("6.1.27.10", document -> forProfiles(document, List.of(4), CsafChecks::actionStatement));
        all.put(
                "6.1.27.11",
                document -> forProfiles(document, List.of(3, 4), each -> needed(each, "/vulnerabilities")));
        all.put("6.1.28", CsafChecks::translation);
        all.put("6.1.29", document -> withProducts(document, "remediations"));
        all.put("6.1.30", CsafChecks::mixedVersioning);
        all.put("6.1.31", CsafChecks::versionRangeInProductVersion);
        all.put("6.1.32", document -> withProducts(document, "flags"));
        all.put("6.1.33", CsafChecks::multipleFlags);
        return all;
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<JsonNode> vulnerabilities(JsonNode document) {
        return each(document.path("vulnerabilities")).toList();
    }

    private static List<String> texts(JsonNode list) {
        return each(list).map(item -> item.asString("")).toList();
    }

    private static List<String> when(boolean isWrong, String words) {
        return isWrong ? List.of(words) : List.of();
    }

    private static List<String> absent(JsonNode document, String path) {
        return when(!document.at(path).isMissingNode(), "there is " + path + ", for which there is no test here");
    }

    private static List<String> absentEverywhere(JsonNode document, String name) {
        return when(!document.findValues(name).isEmpty(), "there is " + name + ", for which there is no test here");
    }

    private static List<String> needed(JsonNode document, String path) {
        return when(document.at(path).isMissingNode(), "there is no " + path);
    }

    private static List<String> inEach(JsonNode document, String name) {
        return vulnerabilities(document).stream()
                .filter(vulnerability -> vulnerability.path(name).isEmpty())
                .map(vulnerability -> "a vulnerability without " + name)
                .toList();
    }

    /// @param profiles places in the list of profiles
    private static List<String> forProfiles(
            JsonNode document, List<Integer> profiles, Function<JsonNode, List<String>> check) {
        var category = document.at("/document/category").asString("");
        return profiles.stream().map(PROFILES::get).anyMatch(category::equals) ? check.apply(document) : List.of();
    }

    private static List<String> defined(JsonNode document) {
        return document.path("product_tree").findValues("product_id").stream()
                .map(id -> id.asString(""))
                .toList();
    }

    private static List<String> missingDefinitionOfProductId(JsonNode document) {
        var defined = Set.copyOf(defined(document));
        var used = new ArrayList<String>();
        for (var vulnerability : vulnerabilities(document)) {
            vulnerability.findValues("product_ids").forEach(ids -> used.addAll(texts(ids)));
            vulnerability.path("product_status").forEach(ids -> used.addAll(texts(ids)));
        }
        return used.stream().filter(id -> !defined.contains(id)).toList();
    }

    private static List<String> multipleDefinitionOfProductId(JsonNode document) {
        var once = new HashSet<String>();
        return defined(document).stream().filter(id -> !once.add(id)).toList();
    }

    private static final Map<String, String> GROUPS = Map.of(
            "first_affected", "affected",
            "known_affected", "affected",
            "last_affected", "affected",
            "known_not_affected", "not affected",
            "first_fixed", "fixed",
            "fixed", "fixed",
            "under_investigation", "under investigation");

    private static List<String> contradictingProductStatus(JsonNode document) {
        var faults = new ArrayList<String>();
        for (var vulnerability : vulnerabilities(document)) {
            var groups = new HashMap<String, String>();
            vulnerability.path("product_status").properties().forEach(status -> {
                var group = GROUPS.get(status.getKey());
                for (var id : texts(status.getValue())) {
                    var before = group == null ? null : groups.put(id, group);
                    if (before != null && !before.equals(group)) {
                        faults.add(id + " is " + before + " and " + group);
                    }
                }
            });
        }
        return faults;
    }

    private static List<String> language(JsonNode document) {
        var known = Arrays.asList(Locale.getISOLanguages());
        return Stream.of("/document/lang", "/document/source_lang")
                .map(path -> document.at(path).asString(""))
                .filter(lang -> !lang.isEmpty() && !known.contains(lang.split("-", 2)[0]))
                .toList();
    }

    private record Revision(String date, String number) {}

    private static List<Revision> history(JsonNode document) {
        return each(document.at("/document/tracking/revision_history"))
                .map(item -> new Revision(
                        item.path("date").asString(""), item.path("number").asString("")))
                .toList();
    }

    private static List<Revision> byDate(JsonNode document) {
        return history(document).stream()
                .sorted((a, b) -> java.time.Instant.parse(a.date()).compareTo(java.time.Instant.parse(b.date())))
                .toList();
    }

    private static String version(JsonNode document) {
        return document.at("/document/tracking/version").asString("");
    }

    private static boolean isDraft(JsonNode document) {
        return document.at("/document/tracking/status").asString("").equals("draft");
    }

    private static boolean isInteger(String version) {
        return INTEGER.matcher(version).matches();
    }

    private static boolean isZero(String version) {
        return version.equals("0") || version.startsWith("0.");
    }

    private static boolean isPreRelease(String version) {
        return version.split("\\+", 2)[0].contains("-");
    }

    private static int compare(String left, String right) {
        var a = left.split("[+-]", 2)[0].split("\\.", -1);
        var b = right.split("[+-]", 2)[0].split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Long.compare(Long.parseLong(a[i]), Long.parseLong(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> sortedRevisionHistory(JsonNode document) {
        var faults = new ArrayList<String>();
        var sorted = byDate(document);
        for (int i = 1; i < sorted.size(); i++) {
            if (compare(sorted.get(i - 1).number(), sorted.get(i).number()) > 0) {
                faults.add(sorted.get(i).number() + " comes after a higher one");
            }
        }
        return faults;
    }

    private static List<String> translator(JsonNode document) {
        return when(
                document.at("/document/publisher/category").asString("").equals("translator")
                        && document.at("/document/source_lang").isMissingNode(),
                "a translator without the language of the source");
    }

    private static List<String> latestDocumentVersion(JsonNode document) {
        var sorted = byDate(document);
        return when(
                sorted.isEmpty() || !sorted.getLast().number().equals(version(document)),
                "the version is not that of the last revision");
    }

    private static List<String> documentStatusDraft(JsonNode document) {
        return when(
                (isZero(version(document)) || isPreRelease(version(document))) && !isDraft(document),
                "a version for drafts in a released document");
    }

    private static List<String> releasedRevisionHistory(JsonNode document) {
        return when(
                !isDraft(document) && history(document).stream().anyMatch(item -> isZero(item.number())),
                "a released document with a revision 0");
    }

    private static List<String> noPreReleaseInHistory(JsonNode document) {
        return history(document).stream()
                .map(Revision::number)
                .filter(CsafChecks::isPreRelease)
                .toList();
    }

    private static List<String> nonDraftDocumentVersion(JsonNode document) {
        return when(!isDraft(document) && isPreRelease(version(document)), "a pre-release that is no draft");
    }

    private static List<String> missingItemInRevisionHistory(JsonNode document) {
        var majors = byDate(document).stream()
                .map(item -> Long.parseLong(item.number().split("[.+-]", 2)[0]))
                .toList();
        var faults = new ArrayList<String>();
        if (majors.isEmpty() || majors.getFirst() > 1) {
            faults.add("the first revision is neither 0 nor 1");
        }
        for (int i = 1; i < majors.size(); i++) {
            if (majors.get(i) - majors.get(i - 1) > 1) {
                faults.add("a revision before " + majors.get(i) + " is missing");
            }
        }
        return faults;
    }

    private static List<String> multipleDefinitionInRevisionHistory(JsonNode document) {
        var once = new HashSet<String>();
        return history(document).stream()
                .map(Revision::number)
                .filter(number -> !once.add(number))
                .toList();
    }

    private static List<String> multipleUseOfSameCve(JsonNode document) {
        var once = new HashSet<String>();
        return vulnerabilities(document).stream()
                .map(vulnerability -> vulnerability.path("cve").asString(""))
                .filter(cve -> !cve.isEmpty() && !once.add(cve))
                .toList();
    }

    private static List<String> prohibitedCategoryName(JsonNode document) {
        var category = document.at("/document/category").asString("");
        if (PROFILES.contains(category)) {
            return List.of();
        }
        var plain = category.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
        var reserved = PROFILES.stream()
                .map(profile -> profile.replace("csaf_", "").replace("_", ""))
                .toList();
        return when(
                category.toLowerCase(Locale.ROOT).startsWith("csaf_") || reserved.contains(plain),
                category + " looks like a profile");
    }

    private static List<String> documentNotes(JsonNode document) {
        var wanted = List.of("description", "details", "general", "summary");
        return when(
                each(document.at("/document/notes"))
                        .noneMatch(note -> wanted.contains(note.path("category").asString(""))),
                "no note that describes");
    }

    private static List<String> vexProductStatus(JsonNode document) {
        var wanted = List.of("fixed", "known_affected", "known_not_affected", "under_investigation");
        return vulnerabilities(document).stream()
                .filter(vulnerability -> wanted.stream()
                        .noneMatch(
                                status -> vulnerability.path("product_status").has(status)))
                .map(vulnerability -> "a vulnerability without a status of this profile")
                .toList();
    }

    private static List<String> vulnerabilityId(JsonNode document) {
        return vulnerabilities(document).stream()
                .filter(vulnerability -> !vulnerability.has("cve") && !vulnerability.has("ids"))
                .map(vulnerability -> "a vulnerability without a name")
                .toList();
    }

    private static List<String> impactStatement(JsonNode document) {
        return without(
                document,
                "known_not_affected",
                vulnerability -> Stream.concat(
                        each(vulnerability.path("flags")),
                        each(vulnerability.path("threats"))
                                .filter(threat ->
                                        threat.path("category").asString("").equals("impact"))));
    }

    private static List<String> actionStatement(JsonNode document) {
        return without(document, "known_affected", vulnerability -> each(vulnerability.path("remediations")));
    }

    /// Products of a status that no statement is about.
    private static List<String> without(
            JsonNode document, String status, Function<JsonNode, Stream<JsonNode>> statements) {
        var faults = new ArrayList<String>();
        for (var vulnerability : vulnerabilities(document)) {
            var covered = new HashSet<String>();
            statements.apply(vulnerability).forEach(statement -> covered.addAll(texts(statement.path("product_ids"))));
            texts(vulnerability.path("product_status").path(status)).stream()
                    .filter(id -> !covered.contains(id))
                    .forEach(faults::add);
        }
        return faults;
    }

    private static List<String> translation(JsonNode document) {
        var lang = document.at("/document/lang").asString("");
        return when(
                !lang.isEmpty()
                        && lang.equals(document.at("/document/source_lang").asString("")),
                "translated into its own language");
    }

    private static List<String> withProducts(JsonNode document, String name) {
        return vulnerabilities(document).stream()
                .flatMap(vulnerability -> each(vulnerability.path(name)))
                .filter(item -> !item.has("product_ids") && !item.has("group_ids"))
                .map(item -> "one of " + name + " is of no product")
                .toList();
    }

    private static List<String> mixedVersioning(JsonNode document) {
        var all = Stream.concat(
                        Stream.of(version(document)), history(document).stream().map(Revision::number))
                .map(CsafChecks::isInteger)
                .distinct()
                .count();
        return when(all > 1, "integers and semantic versions");
    }

    private static List<String> versionRangeInProductVersion(JsonNode document) {
        var faults = new ArrayList<String>();
        branches(document.path("product_tree"), branch -> {
            var name = branch.path("name").asString("");
            if (branch.path("category").asString("").equals("product_version")
                    && RANGE.matcher(name).find()) {
                faults.add(name);
            }
        });
        return faults;
    }

    private static void branches(JsonNode inside, java.util.function.Consumer<JsonNode> visitor) {
        for (var branch : inside.path("branches")) {
            visitor.accept(branch);
            branches(branch, visitor);
        }
    }

    private static List<String> multipleFlags(JsonNode document) {
        var faults = new ArrayList<String>();
        for (var vulnerability : vulnerabilities(document)) {
            var once = new HashSet<String>();
            each(vulnerability.path("flags"))
                    .flatMap(flag -> texts(flag.path("product_ids")).stream())
                    .filter(id -> !once.add(id))
                    .forEach(faults::add);
        }
        return faults;
    }
}
