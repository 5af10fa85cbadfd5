// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Listing;
import org.tidemark.adapter.Origin;
import org.tidemark.adapter.Surroundings;
import org.tidemark.adapter.WindowsPath;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// A folder or archive with the collections in it.
final class Site implements Surroundings {
    private final Map<String, Root> roots = new TreeMap<>();
    private final EvidenceSink sink;
    private final @Nullable Outer outer;
    private final Listing listing;
    private final Records records;

    /// One collection.
    ///
    /// @param file its folder or archive as the user would find it
    /// @param place the same with `/` between all parts
    private record Root(Collector collector, String file, String place, String prefix, Layout layout, String label) {}

    /// What is around an archive that stands inside a collection.
    ///
    /// @param name the archive's name in the collection
    private record Outer(Root root, String name) {}

    private Site(Listing listing, EvidenceSink sink, @Nullable Outer outer) {
        this.listing = listing;
        this.sink = sink;
        this.outer = outer;
        this.records = new Records(listing, sink::problem);
    }

    static Site of(Listing listing, EvidenceSink sink) {
        return of(listing, sink, null, "");
    }

    /// @param console what lies beside an archive and says who made it; empty where nothing does
    private static Site of(Listing listing, EvidenceSink sink, @Nullable Outer outer, String console) {
        var site = new Site(listing, sink, outer);
        var folder = Folder.of(listing.names());
        if (Orc.hostOf(listing.place()) != null) {
            site.add(Collector.DFIR_ORC, folder, console);
            return site;
        }
        for (var found : Recognition.in(folder, listing.comment())) {
            boolean plain = found.collector() == Collector.COPY || found.collector() == Collector.COPY_WITH_DRIVE;
            // Inside a collection, an archive with a folder Windows in it is somebody's file and no copy of a drive.
            if (outer == null || !plain) {
                site.add(found.collector(), found.folder(), console);
            }
        }
        return site;
    }

    private void add(Collector collector, Folder folder, String console) {
        var prefix = folder.prefix();
        var file = listing.spelled(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1));
        var place = listing.place() + "/" + prefix;
        var label = Label.of(place);
        var names = folder.names();
        var layout = layout(collector, folder, names, place, label, console);
        var root = new Root(collector, file, place.substring(0, place.length() - 1), prefix, layout, label);
        roots.put(prefix, root);
        switch (collector) {
            case FORENSIC_CONTAINER ->
                sink.problem(Problem.in(
                        file,
                        "This is an image of a disk (AFF4).",
                        "Mount the image read-only, and give the drive or folder where it is mounted."));
            case VELOCIRAPTOR_LOCKED -> {
                if (layout.isOwn("data.zip")) {
                    tellLocked(root);
                }
            }
            default -> {
                tell(root, Takes.bundled().absences(collector, layout));
                tellEmpty(root, null, names);
            }
        }
    }

    private Layout layout(
            Collector collector, Folder folder, List<String> names, String place, String label, String console) {
        return switch (collector) {
            case FORENSIC_CONTAINER -> new Unopened(true);
            case VELOCIRAPTOR_LOCKED -> new Unopened(isToAKey(records.text(folder.file("metadata.json"))));
            case VELOCIRAPTOR, VELOCIRAPTOR_HUNT, VELOCIRAPTOR_STORE -> new Velociraptor(folder, records);
            case VELOCIRAPTOR_OLD -> new OldVelociraptor(folder, records);
            case KAPE -> {
                var lower = new HashSet<String>();
                names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
                yield new Kape(folder, lower, records, console);
            }
            case DFIR_ORC -> new Orc(folder, place, records);
            case LOG_COLLECTOR -> new LogCollector(folder, names, label, records);
            case DEFENDER -> new Defender(folder, records);
            case GRR -> new Grr(folder, records);
            // Its archive is called like the computer, unless somebody renamed it: a label, no statement.
            case CYLR, COPY_WITH_DRIVE -> new Copy(null);
            case COPY -> Copy.below(place);
        };
    }

    private static boolean isToAKey(String metadata) {
        return metadata.contains("\"X509\"") || metadata.contains("\"PGP\"");
    }

    /// Something that is left as it is.
    private record Unopened(boolean whole) implements Layout {
        @Override
        public @Nullable String path(String name) {
            return null;
        }

        @Override
        public boolean isOwn(String name) {
            return whole || name.equals("metadata.json");
        }
    }

    private void tell(Root root, Map<Kind, Absence> absences) {
        sink.collected(new Collected(root.file, root.collector.id(), root.layout.host(), root.label, absences));
    }

    private void tellLocked(Root root) {
        sink.problem(Problem.in(
                root.file,
                "This collection of Velociraptor is encrypted to the key of its server.",
                "Open it there, or with `velociraptor unzip` or `decrypt` and the server's configuration, and give what"
                        + " comes out."));
        tell(root, unreadable("The collection is encrypted to the key of Velociraptor's server."));
    }

    private static Map<Kind, Absence> unreadable(String reason) {
        var absences = new EnumMap<Kind, Absence>(Kind.class);
        for (var kind : Kind.values()) {
            absences.put(kind, new Absence(Coverage.Status.UNREADABLE, reason, ""));
        }
        return absences;
    }

    /// Some collectors leave a word where they looked and found nothing.
    ///
    /// @param archive the archive inside the collection in which the names are; null for the collection itself
    private void tellEmpty(Root root, @Nullable String archive, List<String> names) {
        if (root.collector != Collector.LOG_COLLECTOR) {
            return;
        }
        for (var name : names) {
            var last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (last.matches("no(files|data|folder)detected\\.txt")) {
                var path = archive == null ? root.layout.path(name) : root.layout.pathInside(archive, name);
                var folder = path == null ? "" : path.substring(0, path.lastIndexOf('\\') + 1);
                Places.kind(folder).ifPresent(kind -> tell(root, Map.of(kind, empty(folder))));
            }
        }
    }

    private static Absence empty(String folder) {
        return new Absence(
                Coverage.Status.NOT_FOUND,
                "The log collector looked in " + folder + " and found no file of the time it was asked for.",
                "Run it again with more days (-DaysWorth), or copy the folder.");
    }

    private @Nullable Root root(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 2) + 1) {
            var root = roots.get(name.substring(0, end));
            if (root != null) {
                return root;
            }
        }
        return roots.get("");
    }

    @Override
    public Origin origin(String file, String name) {
        var root = root(name);
        if (root != null) {
            var path = root.layout.path(name.substring(root.prefix.length()));
            return new Origin(file, path == null ? Anchors.path(name) : path);
        }
        if (outer != null) {
            return inArchive(outer, file, name);
        }
        var guessed = WindowsPath.of(name);
        return new Origin(file, guessed == null ? Anchors.path(name) : Paths.straight(guessed));
    }

    /// A collector packs some of what it takes; any other archive lay on the server as it is.
    private static Origin inArchive(Outer outer, String file, String name) {
        var inside = outer.root.layout.pathInside(outer.name, name);
        var archive = outer.root.layout.path(outer.name);
        if (inside != null || archive == null) {
            return new Origin(file, inside == null ? Anchors.path(name) : inside);
        }
        return new Origin(file, archive + "\\" + name.replace('/', '\\'), true);
    }

    @Override
    public Surroundings inside(String name, Listing archive) {
        var root = root(name);
        if (root == null) {
            // Packed more than once over: the collection is still the same.
            var deeper = outer == null ? null : new Outer(outer.root, outer.name + "/" + name);
            return of(archive, sink, deeper, records.text(Kape.consoleOf(name, listing.names())));
        }
        var below = name.substring(root.prefix.length());
        tellEmpty(root, below, archive.names());
        return of(archive, sink, new Outer(root, below), "");
    }

    @Override
    public boolean isCollection() {
        return outer != null || !roots.isEmpty();
    }

    @Override
    public boolean isLeftAside(String name) {
        var root = root(name);
        return root != null && root.layout.isOwn(name.substring(root.prefix.length()));
    }

    @Override
    public String collection(String name) {
        var root = root(name);
        var around = root == null && outer != null ? outer.root : root;
        if (around == null) {
            return "";
        }
        var host = around.layout.host();
        return host == null
                ? around.place
                        .replaceAll("(?i)\\.(zip|7z|tar|tgz|tar\\.gz)(?=/|$)", "")
                        .replaceAll("(?<=^|/)([^/]+)/\\1(?=/|$)", "$1")
                : host;
    }

    @Override
    public void closed(String name, String reason) {
        var root = root(name);
        if (root != null && (root.collector == Collector.VELOCIRAPTOR_LOCKED || Closed.isWrapping(name))) {
            tell(root, unreadable(reason));
        }
    }
}
