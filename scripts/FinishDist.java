// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Makes the jars of the run-time folder quicker to start. The build calls it: `java scripts/FinishDist.java FOLDER`.
///
/// Doing it twice does no harm. Where it fails, the jars stay as published and the program only starts more slowly.
final class FinishDist {
    private FinishDist() {}

    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (var files = Files.list(Path.of(args[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (var jar : jars) {
            var name = jar.getFileName().toString();
            if (name.startsWith("duckdb_jdbc-")) {
                rewrite(jar, FinishDist::layNativeLibraryBeside);
            } else if (name.startsWith("picocli-")) {
                rewrite(jar, FinishDist::liftOldClasses);
            }
        }
    }

    /// DuckDB's driver looks inside its jar first and unpacks the library, some 70 MB, into the temporary folder at
    /// each start. Where the jar has none, it takes the one beside the jar.
    private static boolean layNativeLibraryBeside(Path jar, FileSystem zip) throws IOException {
        var prefix = "libduckdb_java.so_";
        var ours = zip.getPath("/" + prefix + platform());
        if (!Files.exists(ours)) {
            return false;
        }
        Files.copy(ours, jar.resolveSibling(prefix + platform()), StandardCopyOption.REPLACE_EXISTING);
        try (var libraries = Files.newDirectoryStream(zip.getPath("/"), prefix + "*")) {
            for (var library : libraries) {
                Files.delete(library);
            }
        }
        return true;
    }

    /// Platforms as DuckDB's driver names them.
    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux")
                + (processor.equals("aarch64") || processor.equals("arm64") ? "_arm64" : "_amd64");
    }

    /// Picocli is published as Java 5 class files. They have no stack maps, and the start-up archive takes no such
    /// class. So each is written again, the same code, as a class file of today with its stack maps.
    private static boolean liftOldClasses(Path jar, FileSystem zip) throws IOException {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var files = Files.walk(zip.getPath("/"))) {
            var classFile = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            var changed = false;
            for (var file : files.filter(FinishDist::isClass).toList()) {
                var old = classFile.parse(Files.readAllBytes(file));
                if (old.majorVersion() < ClassFile.JAVA_7_VERSION) {
                    Files.write(file, lifted(classFile, old));
                    changed = true;
                }
            }
            return changed;
        }
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
    }

    private static byte[] lifted(ClassFile classFile, ClassModel old) {
        // Method bodies are copied element by element: one copied whole would be left without its stack map.
        var bodies = ClassTransform.transformingMethodBodies(CodeBuilder::with);
        var version =
                ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.latestMajorVersion(), 0));
        return classFile.transformClass(old, bodies.andThen(version));
    }

    private interface Change {
        /// @return whether anything was changed
        boolean apply(Path jar, FileSystem zip) throws IOException;
    }

    /// Changes a copy and puts it in the jar's place at the end, so that nobody sees half a jar.
    private static void rewrite(Path jar, Change change) throws IOException {
        var copy = jar.resolveSibling(jar.getFileName() + ".new");
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        boolean changed;
        try (var zip = FileSystems.newFileSystem(copy)) {
            changed = change.apply(jar, zip);
        }
        if (changed) {
            Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(copy);
        }
    }
}
