// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tidemark.adapter.pack.HuntFactFiles;
import org.tidemark.adapter.pack.HuntFiles;
import org.tidemark.adapter.pack.Loaded;
import org.tidemark.adapter.pack.PackFiles;
import org.tidemark.adapter.pack.PackReader;
import org.tidemark.adapter.pack.PlaybookFile;
import org.tidemark.adapter.pack.ScenarioFiles;
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
            var files = PackFiles.folder(folder);
            var family = family(PackReader.read(files), files);
            families.put(family.catalogue().pack().id(), family);
        }
        for (var id : bundledIds()) {
            if (!families.containsKey(id)) {
                var files = PackFiles.bundled(loader, id);
                families.put(id, family(bundled(id, files), files));
            }
        }
        return new Knowledge(new ArrayList<>(families.values()));
    }

    private Loaded bundled(String id, PackFiles files) {
        return prepared(id, files).orElseGet(() -> PackReader.read(files));
    }

    /// The pack in its prepared form; empty where the build left none, or one of other files.
    private Optional<Loaded> prepared(String id, PackFiles files) {
        var home = home(id);
        if (home.isEmpty()) {
            return Optional.empty();
        }
        try {
            return PackReader.readPrepared(Files.readAllBytes(image(home.get(), id)), stamp(home.get()), files);
        } catch (IOException e) {
            return Optional.empty(); // the files themselves are there
        }
    }

    /// Writes the prepared form of every bundled pack beside the archive that holds it; the build calls this.
    void prepare() throws IOException {
        for (var id : bundledIds()) {
            var home = home(id);
            if (home.isPresent()) {
                var image = PackReader.prepare(PackFiles.bundled(loader, id), stamp(home.get()));
                Files.write(image(home.get(), id), image);
            }
        }
    }

    private static Path image(Path home, String id) {
        return home.resolveSibling(id + ".pack");
    }

    /// The archive that holds a pack; empty where it lies in a folder, as while Tidemark is developed.
    private Optional<Path> home(String id) {
        var listing = loader.getResource("packs/" + id + "/files.txt");
        if (listing == null || !listing.getProtocol().equals("jar")) {
            return Optional.empty();
        }
        var path = listing.getPath();
        return Optional.of(Path.of(URI.create(path.substring(0, path.indexOf("!/")))));
    }

    /// An archive that was made anew has another time or size.
    private static String stamp(Path archive) throws IOException {
        return Files.getLastModifiedTime(archive).toMillis() + " " + Files.size(archive);
    }

    private static Knowledge.Family family(Loaded loaded, PackFiles files) {
        var usable = loaded.usableOrThrow();
        return Knowledge.Family.of(
                usable.catalogue(),
                usable.fingerprints(),
                usable.upgrades(),
                () -> HuntFiles.read(files),
                () -> PlaybookFile.read(files),
                () -> HuntFactFiles.read(files),
                () -> ScenarioFiles.read(files));
    }

    private List<String> bundledIds() {
        try {
            return PackFiles.bundledIds(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
