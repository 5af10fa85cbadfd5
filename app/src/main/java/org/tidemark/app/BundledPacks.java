// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.app.cli.Packs;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;

/// The packs that came with the program, and those that a user puts in their place.
final class BundledPacks implements Packs {
    private final ClassLoader loader;

    BundledPacks(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public Knowledge load(List<Path> folders) {
        var families = new LinkedHashMap<String, Knowledge.Family>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw TidemarkException.user("There is no folder " + folder + " to read a knowledge pack from.");
            }
            var family = Knowledge.Family.of(
                    PackReader.read(PackFiles.folder(folder)).orThrow());
            families.put(family.catalogue().pack().id(), family);
        }
        for (var id : bundledIds()) {
            if (!families.containsKey(id)) {
                var catalogue = PackReader.read(PackFiles.bundled(loader, id)).orThrow();
                families.put(id, Knowledge.Family.of(catalogue));
            }
        }
        return new Knowledge(new ArrayList<>(families.values()));
    }

    private List<String> bundledIds() {
        try {
            return PackFiles.bundledIds(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
