// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.asset.Server;
import org.tidemark.run.ScanDeclaration;

/// What the tests of the store do in a process of its own.
final class OtherProcess {
    private OtherProcess() {}

    static ProcessBuilder start(Path temporary, String heap, String... arguments) {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                OtherProcess.class.getName());
        var builder = new ProcessBuilder(
                Stream.concat(command.stream(), List.of(arguments).stream()).toList());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(folder);
            case "flood" -> flood(folder, Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// Holds the store until its input ends.
    private static void hold(Path folder) throws IOException {
        try (var store = DuckDbStore.open(folder, Invented.knowledge())) {
            System.out.println("held " + store.files().size());
            System.in.readAllBytes();
        }
    }

    /// Takes in many observations, each with texts of its own, and reads them back.
    private static void flood(Path folder, int count) throws IOException {
        var padding = "x".repeat(300);
        try (var store = DuckDbStore.open(folder, Invented.knowledge())) {
            try (var taken = store.begin(ScanDeclaration.NOTHING, Invented.NOW)) {
                for (int i = 0; i < count; i++) {
                    var server = Server.at("192.0.2." + i, 443).withName(padding + i);
                    taken.add(Invented.seen(server, "9.1.100.4", Invented.MARCH, padding + i, false));
                }
                taken.finish(Invented.content("flood", count));
            }
            var servers = new long[1];
            store.servers(server -> servers[0] += server.sightings());
            System.out.println("servers " + servers[0]);
            var status = Path.of("/proc/self/status");
            System.out.println(
                    !Files.isReadable(status)
                            ? "VmHWM: 0 kB"
                            : Files.readAllLines(status).stream()
                                    .filter(line -> line.startsWith("VmHWM"))
                                    .collect(Collectors.joining()));
        }
    }
}
