// SPDX-License-Identifier: Apache-2.0
package org.tidemark.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.advisory.Advisory;
import org.tidemark.advisory.Assessment;
import org.tidemark.advisory.Assessor;
import org.tidemark.advisory.Build;
import org.tidemark.advisory.Catalogue;
import org.tidemark.advisory.CveId;
import org.tidemark.advisory.Installation;
import org.tidemark.advisory.Release;
import org.tidemark.advisory.Setting;
import org.tidemark.advisory.Subject;
import org.tidemark.advisory.SubjectReader;
import org.tidemark.advisory.Verdict;

/// What must hold for every release and flaw of the pack.
class VerdictPropertiesTest {
    private static final Catalogue EXCHANGE = PackReader.read(
                    PackFiles.bundled(VerdictPropertiesTest.class.getClassLoader(), "exchange"))
            .orThrow();
    private static final SubjectReader SUBJECTS = new SubjectReader(EXCHANGE);
    private static final Assessor ASSESSOR = new Assessor(EXCHANGE);
    private static final List<CveId> FLAWS = EXCHANGE.advisories().stream()
            .filter(advisory -> !advisory.recordOnly())
            .map(Advisory::cve)
            .toList();

    @Test
    void padding_and_spelling_never_change_a_verdict() {
        for (var release : EXCHANGE.releases()) {
            var plain = SUBJECTS.read(release.build().toString()).orElseThrow();
            for (var spelling : spellings(release)) {
                assertThat(SUBJECTS.read(spelling)).as(spelling).contains(plain);
            }
        }
    }

    private static List<String> spellings(Release release) {
        var build = release.build();
        var spellings = new ArrayList<String>();
        spellings.add("%d.%02d.%04d.%03d".formatted(build.part(0), build.part(1), build.part(2), build.part(3)));
        spellings.add(
                "Version %d.%d (Build %d.%d)".formatted(build.part(0), build.part(1), build.part(2), build.part(3)));
        spellings.add("  " + build + " ");
        if (!release.isAlias()) {
            spellings.add(release.name());
            spellings.add(release.name().toLowerCase(java.util.Locale.ROOT));
            spellings.add("Exchange Server " + release.name());
        }
        return spellings;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void more_evidence_never_turns_fixed_into_vulnerable_for_another_flaw(long seed) {
        var random = new Random(seed);
        for (var release : EXCHANGE.releases()) {
            var subject = SUBJECTS.of(release.build()).orElseThrow();
            var more = new Installation(subject, someOfBranch(release, random), protectingSettings(random));
            for (var cve : FLAWS) {
                var before =
                        ASSESSOR.assess(Installation.of(subject), cve, null).kind();
                var after = ASSESSOR.assess(more, cve, null).kind();
                if (before.isSettledSafe()) {
                    assertThat(after.isSettledSafe())
                            .as("%s %s %s %s", release.build(), cve, more.packages(), more.settings())
                            .isTrue();
                }
            }
        }
    }

    private static Set<String> someOfBranch(Release release, Random random) {
        var packages = new HashSet<String>();
        for (var other : EXCHANGE.branch(release.branch()).orElseThrow().releases()) {
            if (!other.packages().isEmpty() && random.nextInt(3) == 0) {
                packages.addAll(other.packages().alternatives().getFirst());
            }
        }
        return packages;
    }

    private static Map<String, String> protectingSettings(Random random) {
        var settings = new HashMap<String, String>();
        for (var setting : EXCHANGE.settings()) {
            if (setting.kind() != Setting.Kind.NOT_ON_ROLE && random.nextInt(2) == 0) {
                settings.put(setting.name(), setting.protecting().iterator().next());
            }
        }
        return settings;
    }

    @Test
    void a_later_day_never_takes_a_fix_away() {
        var days = List.of(
                LocalDate.of(2019, 3, 1),
                LocalDate.of(2021, 3, 2),
                LocalDate.of(2021, 3, 9),
                LocalDate.of(2021, 3, 12),
                LocalDate.of(2021, 8, 1),
                LocalDate.of(2022, 11, 10),
                LocalDate.of(2024, 3, 1),
                LocalDate.of(2026, 6, 10),
                LocalDate.of(2026, 11, 1));
        var lost = new ArrayList<String>();
        for (var release : EXCHANGE.releases()) {
            var installation = Installation.of(SUBJECTS.of(release.build()).orElseThrow());
            for (var cve : FLAWS) {
                Assessment before = null;
                for (var day : days) {
                    var now = ASSESSOR.assess(installation, cve, day);
                    if (before != null && losesFix(before, now)) {
                        lost.add(release.name() + " " + cve + " " + day + ": " + before.kind() + " → " + now.kind());
                    }
                    before = now;
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private static boolean losesFix(Assessment before, Assessment now) {
        if (before.kind() == Verdict.Kind.FIXED) {
            return !now.kind().isSettledSafe();
        }
        return fixOf(before) != null && now.kind() == Verdict.Kind.VULNERABLE && fixOf(now) == null;
    }

    private static Verdict.FixedIn fixOf(Assessment assessment) {
        return assessment.verdict() instanceof Verdict.Vulnerable vulnerable ? vulnerable.fix() : null;
    }

    @Test
    void a_set_is_never_surer_than_its_members() {
        var prefixes = new HashSet<Build>();
        EXCHANGE.releases().forEach(release -> {
            prefixes.add(release.build().prefix(3));
            prefixes.add(release.build().prefix(2));
        });
        for (var prefix : prefixes) {
            if (!(SUBJECTS.of(prefix).orElseThrow() instanceof Subject.OneOf set)) {
                continue;
            }
            for (var cve : FLAWS) {
                var kind = ASSESSOR.assess(Installation.of(set), cve, null).kind();
                for (var member : set.candidates()) {
                    var one = ASSESSOR.assess(
                                    Installation.of(SUBJECTS.of(member.build()).orElseThrow()), cve, null)
                            .kind();
                    assertThat((kind.isOpen() && !one.isOpen()) || (kind.isSettledSafe() && !one.isSettledSafe()))
                            .as("%s is %s, its member %s is %s for %s", prefix, kind, member.build(), one, cve)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_verdict_has_a_reason_a_rule_and_what_would_settle_it() {
        for (var release : EXCHANGE.releases()) {
            var installation = Installation.of(SUBJECTS.of(release.build()).orElseThrow());
            for (var cve : FLAWS) {
                var answer = ASSESSOR.assess(installation, cve, null);
                assertThat(answer.reason()).isNotBlank();
                assertThat(answer.sources()).as("%s %s", release.build(), cve).isNotEmpty();
                if (answer.verdict() instanceof Verdict.Unknown unknown) {
                    assertThat(unknown.evidenceNeeded()).isNotBlank();
                }
                if (answer.verdict() instanceof Verdict.Vulnerable) {
                    assertThat(answer.nextStep()).isNotBlank();
                }
            }
        }
    }
}
