// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tidemark.fault.Problem;

/// The YARA rules of a user's folders, compiled together. For one thread; to be closed, since what libyara holds lies
/// outside the heap.
///
/// A rule that is wrong is a problem of its file and line, and the others run. `include` is refused: a rule of others
/// does not read files of this machine.
@SuppressWarnings("restricted") // Functions of ours are given to the library.
public final class YaraRules implements AutoCloseable {
    private static final String CURE = "Correct the rule, or take it out of the folder.";

    /// What scanners that look at files tell rules of each, so that rules which ask for it compile.
    private static final List<String> TOLD = List.of("filename", "filepath", "extension", "filetype", "owner");

    private static final int SECONDS = 20;
    private static final int MATCHING = 1;

    /// Only what matches is called back; and no handlers for signals are set, since the virtual machine needs
    /// its own
    /// (`SCAN_FLAGS_REPORT_RULES_MATCHING`, `SCAN_FLAGS_NO_TRYCATCH` of `scan.h`).
    private static final int FLAGS = 8 | 4;

    private final Libyara yara;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment scanned = stub("scanned", Libyara.SCANNED, 1, 2);
    private final MemorySegment compiled = stub("compiled", Libyara.COMPILED, 0, 2, 4);
    private final List<Fault> faults = new ArrayList<>();
    private final List<YaraHit> hits = new ArrayList<>();
    private final MemorySegment rules;
    private final int count;

    /// A file of rules.
    ///
    /// @param name what its rules are told apart by
    /// @param text one character a byte: what they mean, libyara knows
    public record Source(String name, String text) {
        public static Source of(String name, byte[] bytes) {
            return new Source(name, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private record Fault(long line, String message) {}

    private YaraRules(Libyara yara, List<Source> sources, Consumer<Problem> problems) {
        this.yara = yara;
        var sound = sources.stream().filter(source -> isSound(source, problems)).toList();
        this.rules = together(sound);
        this.count = count(rules);
    }

    /// Whether this machine has libyara.
    public static boolean isInstalled() {
        return Libyara.installed().isPresent();
    }

    /// Compiles rules. Must only be asked where the library is installed.
    public static YaraRules of(List<Source> sources, Consumer<Problem> problems) {
        return new YaraRules(
                Libyara.installed().orElseThrow(() -> new IllegalStateException("libyara is not installed")),
                sources,
                problems);
    }

    /// How many rules there are to be run.
    public int count() {
        return count;
    }

    /// What matches a file.
    ///
    /// @param file as a problem names it
    /// @param path where it lay, as rules may ask
    /// @param length how many of the bytes are its beginning
    public List<YaraHit> scan(String file, String path, byte[] bytes, int length, Consumer<Problem> problems) {
        hits.clear();
        int error;
        try (var once = Arena.ofConfined()) {
            tell(once, path);
            var copy = once.allocate(Math.max(length, 1));
            MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, length);
            error = Libyara.call(
                    yara.rulesScan, rules, copy, (long) length, FLAGS, scanned, MemorySegment.NULL, SECONDS);
        }
        if (error != 0) {
            problems.accept(Problem.in(
                    file,
                    "The YARA rules were not done with this file within " + SECONDS
                            + " seconds, or gave up on it (error " + error + ").",
                    "Hunt it alone, or with fewer rules."));
        }
        return List.copyOf(hits);
    }

    private void tell(Arena once, String path) {
        int slash = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        var name = path.substring(slash + 1);
        int point = name.lastIndexOf('.');
        var values = List.of(name, path, point < 0 ? "" : name.substring(point), "", "");
        for (int i = 0; i < values.size(); i++) {
            Libyara.call(
                    yara.rulesDefine,
                    rules,
                    once.allocateFrom(TOLD.get(i)),
                    once.allocateFrom(values.get(i).replace('\0', ' ')));
        }
    }

    @Override
    public void close() {
        Libyara.call(yara.rulesDestroy, rules);
        arena.close();
    }

    private boolean isSound(Source source, Consumer<Problem> problems) {
        if (source.text().indexOf('\0') >= 0) {
            problems.accept(Problem.in(source.name(), "This is no text, and so no YARA rule.", CURE));
            return false;
        }
        faults.clear();
        try (var once = Arena.ofConfined()) {
            var compiler = compiler(once);
            add(compiler, source, once);
            Libyara.call(yara.compilerDestroy, compiler);
        }
        faults.forEach(fault -> problems.accept(new Problem(
                new Problem.Place(source.name(), fault.line() > 0 ? fault.line() : null, null, null),
                "libyara does not understand this rule: " + fault.message() + ".",
                CURE)));
        return faults.isEmpty();
    }

    /// Sound files do not disturb each other, since each is a namespace.
    private MemorySegment together(List<Source> sources) {
        try (var once = Arena.ofConfined()) {
            var compiler = compiler(once);
            for (var source : sources) {
                add(compiler, source, once);
            }
            var made = Libyara.made(yara.compilerRules, once, compiler);
            Libyara.call(yara.compilerDestroy, compiler);
            return made;
        }
    }

    private MemorySegment compiler(Arena once) {
        var compiler = Libyara.made(yara.compilerCreate, once);
        Libyara.call(yara.compilerSetCallback, compiler, compiled, MemorySegment.NULL);
        Libyara.call(yara.compilerSetInclude, compiler, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL);
        for (var name : TOLD) {
            Libyara.call(yara.compilerDefine, compiler, once.allocateFrom(name), once.allocateFrom(""));
        }
        return compiler;
    }

    private void add(MemorySegment compiler, Source source, Arena once) {
        var text = once.allocateFrom(source.text(), StandardCharsets.ISO_8859_1);
        int errors = Libyara.call(
                yara.compilerAdd, compiler, text, once.allocateFrom(source.name(), StandardCharsets.UTF_8));
        if (errors > 0 && faults.isEmpty()) {
            faults.add(new Fault(0, "it gives no reason"));
        }
    }

    private int count(MemorySegment rules) {
        try (var once = Arena.ofConfined()) {
            // `YR_RULES_STATS` begins with the number of rules; it is about 850 bytes long.
            var stats = once.allocate(8192, 8);
            return Libyara.call(yara.rulesStats, rules, stats) == 0 ? stats.get(ValueLayout.JAVA_INT, 0) : 0;
        }
    }

    /// Called by libyara. What is thrown here would end the virtual machine, so nothing is.
    @SuppressWarnings("UnusedMethod") // by its name
    private void compiled(int level, int line, MemorySegment message) {
        if (level == 0) {
            faults.add(new Fault(line, words(message)));
        }
    }

    private static String words(MemorySegment message) {
        try {
            return message.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (RuntimeException e) {
            return "it gives no reason";
        }
    }

    /// Called by libyara. What is thrown here would end the virtual machine, so nothing is.
    @SuppressWarnings("UnusedMethod") // by its name
    private int scanned(int message, MemorySegment data) {
        if (message == MATCHING) {
            try {
                hits.add(RuleLayout.of(data).hit(data));
            } catch (RuntimeException e) {
                hits.add(new YaraHit("unnamed", "", List.of(), Map.of()));
            }
        }
        return 0;
    }

    /// A function for the library that calls a method of ours.
    ///
    /// @param taken which of the library's arguments the method takes
    private MemorySegment stub(String method, FunctionDescriptor descriptor, int... taken) {
        var given = descriptor.toMethodType();
        var type = MethodType.methodType(
                given.returnType(),
                IntStream.of(taken).<Class<?>>mapToObj(given::parameterType).toList());
        try {
            var ours = MethodHandles.lookup()
                    .findVirtual(YaraRules.class, method, type)
                    .bindTo(this);
            return Linker.nativeLinker()
                    .upcallStub(MethodHandles.permuteArguments(ours, given, taken), descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no method " + method, e);
        }
    }
}
