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
public final class BundledPacks implements Packs {
    private final ClassLoader loader;

    public BundledPacks(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public Knowledge load(List<Path> folders) {
        var families = new LinkedHashMap<String, Knowledge.Family>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw TidemarkException.user("There is no folder " + folder + " to read a knowledge pack from.");
            }
            var family = family(PackFiles.folder(folder));
            families.put(family.catalogue().pack().id(), family);
        }
        for (var id : bundledIds()) {
            if (!families.containsKey(id)) {
                families.put(id, family(PackFiles.bundled(loader, id)));
            }
        }
        return new Knowledge(new ArrayList<>(families.values()));
    }

    private static Knowledge.Family family(PackFiles files) {
        var usable = PackReader.read(files).usableOrThrow();
        return Knowledge.Family.of(usable.catalogue(), usable.fingerprints(), usable.upgrades());
    }

    private List<String> bundledIds() {
        try {
            return PackFiles.bundledIds(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
