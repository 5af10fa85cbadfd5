// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may use what, and what nobody may do. The rules hold for the main code of all modules.
class ArchitectureTest {
    private static final String ROOT = "org.tidemark.";
    private static final String ADAPTERS = "org.tidemark.adapter..";
    private static final String APP = "org.tidemark.app..";

    /// The packages of `core`, each with those directly to its left. It may use these and whatever they may use.
    private static final Map<String, Set<String>> LEFT_OF = Map.ofEntries(
            entry("fault", Set.of()),
            entry("estimate", Set.of()),
            entry("asset", Set.of("fault")),
            entry("advisory", Set.of("fault")),
            entry("exposure", Set.of("asset", "advisory")),
            entry("hunt", Set.of("asset")),
            entry("track", Set.of("exposure", "hunt", "estimate")),
            entry("priority", Set.of("track")),
            entry("notify", Set.of("track")),
            entry("bounce", Set.of("fault")),
            entry("plan", Set.of("track")),
            entry("pack", Set.of("advisory", "exposure")),
            entry("export", Set.of("exposure", "hunt")),
            entry("run", Set.of("notify", "bounce", "plan", "priority", "pack", "export")),
            // What tests a tracker shares nothing with it.
            entry("simulate", Set.of()));

    /// What `core` may use of the JDK: nothing here opens a file or a socket, writes a log or draws a window.
    private static final String[] JDK_OF_CORE = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.constant",
        "java.lang.foreign",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "java.util.zip",
    };

    /// Outside these packages, yet harmless: the two say something about values and exceptions only.
    private static final Set<String> ALSO_IN_CORE = Set.of("java.io.Serializable", "java.io.UncheckedIOException");

    /// Inside these packages, yet a way to other processes or the file system.
    private static final Set<String> NOT_IN_CORE = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.util.Scanner",
            "java.util.Timer",
            "java.util.zip.ZipFile");

    private static final JavaClasses ALL =
            new ClassFileImporter().importPaths(classesOf("core"), classesOf("adapters"), classesOf("app"));

    private static Path classesOf(String module) {
        return Path.of("..", module, "target", "classes");
    }

    @ParameterizedTest
    @CsvSource({
        "core, org.tidemark.advisory.Verdict",
        "core, org.tidemark.fault.Problem",
        "adapters, org.tidemark.adapter.Format",
        "app, org.tidemark.app.Main"
    })
    void the_classes_of_every_module_are_read(String module, String wellKnown) {
        assertThat(new ClassFileImporter().importPath(classesOf(module)))
                .as("a rule over no class would hold")
                .extracting(JavaClass::getName)
                .contains(wellKnown);
        assertThat(ALL.contain(wellKnown)).isTrue();
    }

    @Test
    void no_packages_use_each_other_in_a_circle() {
        slices().matching("org.tidemark.(**)")
                .should()
                .beFreeOfCycles()
                .because("what is in a circle can only be understood, tested and changed together")
                .check(ALL);
    }

    @Test
    void packages_of_core_use_only_those_to_their_left() {
        classes()
                .that(are(ArchitectureTest::inCore, "are in core"))
                .should(useOnlyPackagesToTheirLeft())
                .because("facts come before judgement, judgement before action: fault ← asset, advisory ← exposure; "
                        + "asset ← hunt; exposure, hunt, estimate ← track ← notify, plan, priority ← run; "
                        + "advisory, exposure ← pack ← run; exposure, hunt ← export ← run")
                .check(ALL);
    }

    @Test
    void what_simulates_a_population_and_what_tracks_one_share_nothing() {
        var simulation = new String[] {"org.tidemark.simulate..", "org.tidemark.adapter.simulation.."};
        var tracker = new String[] {
            "org.tidemark.track..",
            "org.tidemark.exposure..",
            "org.tidemark.advisory..",
            "org.tidemark.run..",
            "org.tidemark.adapter.duckdb.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(simulation)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tracker)
                .because("a fault in shared code would be in the truth and in the answer, and no test would see it")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(tracker)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(simulation)
                .because("a tracker that knows how the truth is made can agree with it without being right")
                .check(ALL);
    }

    @Test
    void every_package_of_core_has_its_place() {
        assertThat(ALL.stream()
                        .filter(ArchitectureTest::inCore)
                        .map(ArchitectureTest::part)
                        .distinct()
                        .sorted()
                        .toList())
                .as("a new package must be declared in LEFT_OF, which says what it may use")
                .isSubsetOf(LEFT_OF.keySet());
    }

    @Test
    void core_uses_the_jdk_and_jspecify_only() {
        classes()
                .that(are(ArchitectureTest::inCore, "are in core"))
                .should()
                .onlyDependOnClassesThat(describe("core may use", ArchitectureTest::mayBeUsedByCore))
                .because("core decides and does nothing else: bytes and records in, records out; "
                        + "no file, socket, process or log")
                .check(ALL);
    }

    @Test
    void core_asks_nothing_of_the_machine_it_runs_on() {
        noClasses()
                .that(are(ArchitectureTest::inCore, "are in core"))
                .should(accessTargetWhere(isMethodOf("java.lang.System", "getenv|getProperty|getProperties|nanoTime"))
                        .as("ask for environment, properties or elapsed time"))
                .because("the same input must give the same answer on every machine")
                .check(ALL);
    }

    @Test
    void no_adapter_uses_another() {
        slices().matching("org.tidemark.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                // The list of all formats names them all, and none of them names the list.
                .ignoreDependency(resideInAPackage("org.tidemark.adapter.registry"), alwaysTrue())
                .because("a format or a store can then be changed or left out alone; "
                        + "what they share is in org.tidemark.adapter itself")
                .check(ALL);
    }

    @Test
    void adapters_do_not_know_the_app() {
        noClasses()
                .that()
                .resideInAPackage(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(APP)
                .because("the app wires adapters together, never the other way round")
                .check(ALL);
    }

    @Test
    void only_the_app_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should(ACCESS_STANDARD_STREAMS)
                .because("the app alone knows whether a terminal, a pipe or a browser is listening, and how to escape")
                .check(ALL);
    }

    @Test
    void only_the_app_reads_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should(accessTargetWhere(readsTheClock()))
                .because("time is passed in: every answer can be asked as of a date, and tests need no waiting")
                .check(ALL);
    }

    @Test
    void no_method_declares_that_it_may_throw_anything() {
        // A lambda's synthetic method repeats what its interface declares, so Callable would count.
        for (var general : Set.of(Exception.class, Throwable.class)) {
            noCodeUnits()
                    .that()
                    .doNotHaveModifier(SYNTHETIC)
                    .should()
                    .declareThrowableOfType(describe(general.getName(), type -> type.isEquivalentTo(general)))
                    .because("a caller must see which error to expect")
                    .check(ALL);
        }
    }

    @Test
    void nobody_throws_an_exception_without_a_meaning() {
        noClasses()
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("a bug, a user's error and a bad line are told apart by their type")
                .check(ALL);
    }

    @Test
    void no_class_is_named_for_nothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
                .because("such a name says nothing about what belongs in the class, so anything ends up there")
                .check(ALL);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(ALL.stream()
                        .map(JavaClass::getPackage)
                        // Pages are compiled from templates into a package that is not ours.
                        .filter(group -> group.getName().startsWith(ROOT))
                        .filter(group -> !group.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .distinct()
                        .sorted()
                        .toList())
                .as("packages without @NullMarked in their package-info.java: nullness is not checked there")
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> are(Predicate<JavaClass> test, String words) {
        return describe(words, test);
    }

    private static boolean inCore(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                && !Set.of("adapter", "app").contains(part(type));
    }

    /// The part of Tidemark that a class belongs to: the first package below the root.
    private static String part(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static boolean mayBeUsedByCore(JavaClass type) {
        var used = type.getBaseComponentType();
        var allowed = used.isPrimitive()
                || ALSO_IN_CORE.contains(used.getName())
                || resideInAnyPackage(JDK_OF_CORE).test(used)
                || resideInAnyPackage("org.tidemark..", "org.jspecify..").test(used);
        return allowed && !NOT_IN_CORE.contains(used.getName());
    }

    private static ArchCondition<JavaClass> useOnlyPackagesToTheirLeft() {
        return new ArchCondition<>("use only packages to their left") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                var allowed = leftOf(part(user));
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(ROOT)
                            && !part(used).equals(part(user))
                            && !allowed.contains(part(used))) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// Everything to the left of a package, near or far. Unknown packages have nothing there.
    private static Set<String> leftOf(String part) {
        var left = new TreeSet<String>();
        for (var next : LEFT_OF.getOrDefault(part, Set.of())) {
            left.add(next);
            left.addAll(leftOf(next));
        }
        return left;
    }

    private static DescribedPredicate<JavaAccess<?>> isMethodOf(String owner, String names) {
        var pattern = Pattern.compile(names);
        return describe(
                owner + "." + names,
                access -> access.getTargetOwner().getName().equals(owner)
                        && pattern.matcher(access.getTarget().getName()).matches());
    }

    /// All of `java.time` that looks at the clock of the machine; `now(clock)` is given one and is no matter.
    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("the target reads the clock of the machine", access -> {
            var owner = access.getTargetOwner().getName();
            var name = access.getTarget().getName();
            return switch (owner) {
                case "java.lang.System" -> name.equals("currentTimeMillis");
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                case "java.time.InstantSource" -> name.equals("system");
                case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" ->
                    name.equals("<init>") || name.equals("getInstance");
                default -> owner.startsWith("java.time.") && name.equals("now") && !isGivenAClock(access);
            };
        });
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
