// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.advisory.Catalogue;

/// An invented pack in memory, to be changed at one place or another. Each change gives a new pack.
record TestPack(Map<String, byte[]> files) implements PackFiles {

    static TestPack bundled(String id) {
        try {
            var source = PackFiles.bundled(TestPack.class.getClassLoader(), id);
            var files = new LinkedHashMap<String, byte[]>();
            for (var name : source.names()) {
                try (var in = source.open(name)) {
                    files.put(name, in.readAllBytes());
                }
            }
            return new TestPack(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestPack with(String name, byte[] content) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, content);
        return new TestPack(changed);
    }

    TestPack with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestPack without(String name) {
        var changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return new TestPack(changed);
    }

    /// With a text put in the place of another, which must be there.
    TestPack replacing(String name, String before, String after) {
        var text = text(name);
        assertThat(text).contains(before);
        return with(name, text.replace(before, after));
    }

    /// With a line more at the end of a file.
    TestPack adding(String name, String line) {
        return with(name, text(name) + line + "\n");
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    Catalogue catalogue() {
        return PackReader.read(this).orThrow();
    }

    /// What is wrong with it, each as `file:line cause`.
    List<String> faults() {
        return switch (PackReader.read(this)) {
            case Loaded.Usable _ -> List.of();
            case Loaded.Refused refused -> {
                var told = new ArrayList<String>();
                for (var fault : refused.faults()) {
                    var line = fault.place().line() == null
                            ? ""
                            : ":" + fault.place().line();
                    told.add(fault.place().file() + line + " " + fault.cause());
                    assertThat(fault.cure()).isNotBlank();
                }
                yield told;
            }
        };
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(files.get(name));
    }

    @Override
    public String display(String name) {
        return name;
    }
}
