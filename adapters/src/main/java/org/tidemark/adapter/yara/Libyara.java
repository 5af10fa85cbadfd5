// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.yara;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The functions of libyara 4 (`libyara.h`, BSD-3-Clause), called through the foreign function interface.
@SuppressWarnings("restricted") // Calling a library by its header is what this class is for.
final class Libyara {
    /// The library's versions of its interface: 9 is 4.2, 10 is 4.3 to 4.5.
    private static final List<String> NAMES =
            List.of("libyara.so.10", "libyara.so.9", "libyara.10.dylib", "libyara.9.dylib");

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final @Nullable Libyara INSTALLED = load();

    /// `void (*)(int level, const char* file, int line, const YR_RULE* rule, const char* message, void* user)`
    static final FunctionDescriptor COMPILED = FunctionDescriptor.ofVoid(INT, POINTER, INT, POINTER, POINTER, POINTER);

    /// `int (*)(YR_SCAN_CONTEXT* context, int message, void* data, void* user)`
    static final FunctionDescriptor SCANNED = FunctionDescriptor.of(INT, POINTER, INT, POINTER, POINTER);

    final MethodHandle compilerCreate;
    final MethodHandle compilerDestroy;
    final MethodHandle compilerSetCallback;
    final MethodHandle compilerSetInclude;
    final MethodHandle compilerDefine;
    final MethodHandle compilerAdd;
    final MethodHandle compilerRules;
    final MethodHandle rulesStats;
    final MethodHandle rulesDefine;
    final MethodHandle rulesScan;
    final MethodHandle rulesDestroy;

    private final SymbolLookup library;

    private Libyara(SymbolLookup library) {
        this.library = library;
        var create = FunctionDescriptor.of(INT, POINTER);
        var define = FunctionDescriptor.of(INT, POINTER, POINTER, POINTER);
        compilerCreate = handle("yr_compiler_create", create);
        compilerDestroy = handle("yr_compiler_destroy", FunctionDescriptor.ofVoid(POINTER));
        compilerSetCallback = handle("yr_compiler_set_callback", FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER));
        compilerSetInclude = handle(
                "yr_compiler_set_include_callback", FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER, POINTER));
        compilerDefine = handle("yr_compiler_define_string_variable", define);
        compilerAdd = handle("yr_compiler_add_string", define);
        compilerRules = handle("yr_compiler_get_rules", FunctionDescriptor.of(INT, POINTER, POINTER));
        rulesStats = handle("yr_rules_get_stats", FunctionDescriptor.of(INT, POINTER, POINTER));
        rulesDefine = handle("yr_rules_define_string_variable", define);
        rulesScan = handle(
                "yr_rules_scan_mem", FunctionDescriptor.of(INT, POINTER, POINTER, SIZE, INT, POINTER, POINTER, INT));
        rulesDestroy = handle("yr_rules_destroy", FunctionDescriptor.of(INT, POINTER));
    }

    /// The library of this machine; empty where there is none that is known.
    static Optional<Libyara> installed() {
        return Optional.ofNullable(INSTALLED);
    }

    private static @Nullable Libyara load() {
        return NAMES.stream().flatMap(name -> load(name).stream()).findFirst().orElse(null);
    }

    /// Empty where the library is missing, lacks a function or does not begin: the program runs without it.
    private static Optional<Libyara> load(String name) {
        try {
            var library = new Libyara(SymbolLookup.libraryLookup(name, Arena.global()));
            int error = call(library.handle("yr_initialize", FunctionDescriptor.of(INT)));
            return error == 0 ? Optional.of(library) : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), descriptor);
    }

    /// A number that a function gives back; what is no number counts as 0.
    static int call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments) instanceof Integer number ? number : 0;
        } catch (Throwable e) {
            throw new IllegalStateException("libyara took no such call", e);
        }
    }

    /// What a function that makes something leaves at the place that it is given.
    static MemorySegment made(MethodHandle function, Arena arena, Object... before) {
        var place = arena.allocate(ValueLayout.ADDRESS);
        var arguments = new ArrayList<Object>(List.of(before));
        arguments.add(place);
        int error = call(function, arguments.toArray());
        if (error != 0) {
            throw new IllegalStateException("libyara has no memory left or is broken: error " + error);
        }
        return place.get(ValueLayout.ADDRESS, 0);
    }
}
