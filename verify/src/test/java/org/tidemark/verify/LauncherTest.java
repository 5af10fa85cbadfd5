// SPDX-License-Identifier: Apache-2.0
package org.tidemark.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher in a folder of its own, with a make-believe JDK and Maven, so that nothing here is really built.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "tidemark is a shell script")
class LauncherTest {
    @TempDir
    private Path temp;

    private Path project;
    private Path jdks;
    private Path tools;

    private record Result(int code, String out, String err) {}

    @BeforeEach
    void lay_out_a_project_that_was_built_just_now() throws Exception {
        project = Files.createDirectories(temp.resolve("a project with spaces"));
        jdks = Files.createDirectories(temp.resolve("usual folder"));
        tools = Files.createDirectories(temp.resolve("tools"));
        for (var file : List.of("tidemark", "build", "scripts/lib.sh")) {
            var copy = project.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("..").resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (var file : List.of("pom.xml", "core/src/main/java/Some.java", "app/target/dist/stamp")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.writeString(project.resolve(file), "");
        }
        try (var files = Files.walk(project)) {
            var past = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, past);
            }
        }
        Files.setLastModifiedTime(stamp(), FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        // No java and no mvn on this path, whatever the machine has.
        for (var tool : List.of(
                "bash",
                "cat",
                "dirname",
                "du",
                "find",
                "flock",
                "gzip",
                "head",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sleep",
                "tail",
                "touch")) {
            var found = Stream.of(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent()) {
                script(tools.resolve(tool), "exec " + found.get() + " \"$@\"");
            }
        }
    }

    @Test
    void without_a_jdk_it_says_in_one_sentence_what_to_install() throws Exception {
        var result = run(project.resolve("tidemark"), project, "--version");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("tidemark: no JDK 25 or newer was found; install one ")
                .contains("TIDEMARK_JAVA_HOME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "1.8.0_292", "24", ""})
    void an_older_jdk_does_not_count(String version) throws Exception {
        jdk("old", version);

        assertThat(run(project.resolve("tidemark"), project).code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.3", "26-ea", "100.1"})
    void a_jdk_in_a_usual_folder_is_found_behind_an_older_one(String version) throws Exception {
        jdk("a-17", "17.0.15");
        jdk("b", version);

        var result = run(project.resolve("tidemark"), project);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("java of b\n");
    }

    @Test
    void arguments_arrive_as_they_were_given_from_any_folder_and_through_a_link() throws Exception {
        jdk("25", "25.0.3");
        var link = Files.createSymbolicLink(temp.resolve("a link"), Path.of("a project with spaces/tidemark"));

        var result = run(link, jdks, "plan", "", "two words", "*", "$HOME");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines())
                .contains(project.toRealPath()
                        .resolve("app/target/dist/lib/tidemark.jar")
                        .toString())
                .containsSequence("org.tidemark.app.Main", "plan", "", "two words", "*", "$HOME");
    }

    /// The second compiler costs as much as a short run.
    @ParameterizedTest
    @CsvSource({
        "assess,   small.csv,     false",
        "assess,   large.csv,     true",
        "assess,   large.json,    false",
        "assess,   large.json.gz, false",
        "identify, large.csv.gz,  true",
        "ingest,   large.json,    true",
        "ingest,   small.json,    false",
        "assess,   -,             true",
        "assess,   .,             true",
        "hunt,     .,             false",
        "hunt,     .many,         true",
        "hunt,     .large,        true",
        "plan,     large.csv,     false"
    })
    void the_second_compiler_is_for_long_runs(String command, String input, boolean wanted) throws Exception {
        jdk("25", "25.0.3");
        var text = (input.contains(".json") ? "{\"a\":1}\n" : "a,b\n");
        var content = text.repeat(input.startsWith("large") ? 17 << 20 >> (input.contains(".json") ? 3 : 2) : 1)
                .getBytes(UTF_8);
        if (input.equals(".many") || input.equals(".large")) {
            Files.createDirectory(project.resolve(input));
            for (int i = 0; i < (input.equals(".many") ? 1001 : 5); i++) {
                Files.write(project.resolve(input + "/" + i), new byte[input.equals(".many") ? 1 : 1 << 20]);
            }
        } else if (input.contains(".")) {
            Files.write(
                    project.resolve(input.equals(".") ? "some.csv" : input),
                    input.endsWith(".gz") ? stored(content) : content);
        }

        var result = run(project.resolve("tidemark"), project, command, input);

        assertThat(result.out().lines().toList().contains("-XX:TieredStopAtLevel=1"))
                .isEqualTo(!wanted);
        assertThat(result.err()).isEmpty();
    }

    /// Gzip that is as large as what it holds.
    private static byte[] stored(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void the_exit_code_is_that_of_the_program() throws Exception {
        script(jdk("25", "25.0.3").resolve("bin/java"), "exit 3");

        assertThat(run(project.resolve("tidemark"), project).code()).isEqualTo(3);
    }

    @Test
    void nothing_is_built_where_nothing_changed() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "echo built >'" + temp + "/built'");

        run(project.resolve("tidemark"), project);

        assertThat(temp.resolve("built")).doesNotExist();
    }

    @Test
    void a_changed_source_is_built_first_and_only_once() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "echo built >>'" + temp + "/built'");
        Files.writeString(project.resolve("core/src/main/java/Some.java"), "class Some {}");

        var first = run(project.resolve("tidemark"), project);
        run(project.resolve("tidemark"), project);

        assertThat(first.err()).startsWith("tidemark: building, because").hasLineCount(1);
        assertThat(first.out()).startsWith("java of 25\n").doesNotContain("built");
        assertThat(temp.resolve("built")).hasContent("built");
    }

    @Test
    void a_deleted_source_is_a_change() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "echo built >>'" + temp + "/built'");
        Files.delete(project.resolve("core/src/main/java/Some.java"));

        run(project.resolve("tidemark"), project);

        assertThat(temp.resolve("built")).exists();
    }

    @Test
    void two_first_uses_at_once_build_once() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "echo built >>'" + temp + "/built'; sleep 1");
        Files.delete(stamp());

        var one = start(project.resolve("tidemark"), project, "one");
        var two = start(project.resolve("tidemark"), project, "two");

        assertThat(finish(one, "one").code()).isZero();
        assertThat(finish(two, "two").code()).isZero();
        assertThat(temp.resolve("built")).hasContent("built");
    }

    @Test
    void a_failed_build_shows_the_end_of_its_log() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "i=0; while [ $i -lt 99 ]; do i=$((i+1)); echo \"line $i\"; done; exit 1");
        Files.delete(stamp());

        var result = run(project.resolve("tidemark"), project);

        assertThat(result.code()).isEqualTo(70);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).contains("line 60", "line 99").doesNotContain("line 59");
        assertThat(stamp()).doesNotExist();
    }

    @Test
    void without_maven_it_says_so_in_one_sentence() throws Exception {
        jdk("25", "25.0.3");
        Files.delete(stamp());

        var result = run(project.resolve("tidemark"), project);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).singleElement().asString().contains("Apache Maven");
    }

    @Test
    void asked_not_to_build_it_runs_what_is_there() throws Exception {
        jdk("25", "25.0.3");
        Files.delete(stamp());

        var process = builder(project.resolve("tidemark"), project, "quiet");
        process.environment().put("TIDEMARK_NO_BUILD", "1");

        assertThat(finish(process.start(), "quiet").out()).startsWith("java of 25\n");
    }

    private Path stamp() {
        return project.resolve("app/target/dist/stamp");
    }

    /// A folder that looks like a JDK; its `java` prints which it is and its arguments, one a line.
    private Path jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(jdks.resolve(name).resolve("bin")).getParent();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "echo 'java of " + name + "'; for arg; do printf '%s\\n' \"$arg\"; done");
        script(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result run(Path program, Path folder, String... arguments) throws Exception {
        var process = builder(program, folder, "run", arguments).start();
        return finish(process, "run");
    }

    private Process start(Path program, Path folder, String name) throws IOException {
        return builder(program, folder, name).start();
    }

    private ProcessBuilder builder(Path program, Path folder, String name, String... arguments) {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(temp.resolve(name + ".out").toFile())
                .redirectError(temp.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("TIDEMARK_JDK_FOLDERS", temp.resolve("no such folder") + ":" + jdks);
        return builder;
    }

    private Result finish(Process process, String name) throws Exception {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Result(
                process.waitFor(),
                Files.readString(temp.resolve(name + ".out"), UTF_8),
                Files.readString(temp.resolve(name + ".err"), UTF_8));
    }
}
