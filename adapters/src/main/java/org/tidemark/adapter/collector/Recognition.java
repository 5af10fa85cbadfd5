// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Which collector a folder or archive is of, by the names in it. The tests are tried in order; the first that
/// fits wins.
///
/// People pack collections again and unpack them into folders, so a collection may stand some folders deep, and several
/// beside each other.
final class Recognition {
    private static final int DEEPEST = 3;

    private static final Set<String> ACCESSORS = Set.of(
            "auto", "ntfs", "ntfs_vss", "lazy_ntfs", "file", "file_links", "raw_file", "mft", "sparse", "fs", "data");
    private static final Set<String> TOPS =
            Set.of("windows", "inetpub", "program files", "program files (x86)", "programdata", "users");
    private static final Pattern DRIVE = Pattern.compile("[a-z](?::|\\$|_|%3a)?");
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final Pattern ARTIFACT = Pattern.compile(
            "(?:generic|windows|custom|linux|macos|server|system|demo|admin)\\.[a-z0-9_]+(?:\\.[a-z0-9_]+)*");
    private static final Pattern ORC_ARCHIVE = Pattern.compile("dfir-orc_[^/]+\\.7z(?:\\.p7b)?");
    private static final Pattern IIS_ARCHIVE = Pattern.compile("iis_w3svc\\d+_logs(?:\\.zip)?");
    private static final Pattern PROXY_ARCHIVE = Pattern.compile("[a-z]+_proxy_logs(?:\\.zip)?");

    private record Test(Collector collector, BiPredicate<Folder, String> fits) {}

    private static final List<Test> TESTS = List.of(
            new Test(Collector.FORENSIC_CONTAINER, (folder, _) -> folder.file("information.turtle") != null),
            new Test(Collector.VELOCIRAPTOR_LOCKED, (folder, _) -> isLocked(folder)),
            new Test(Collector.VELOCIRAPTOR_HUNT, (folder, _) -> isHunt(folder)),
            new Test(Collector.VELOCIRAPTOR_STORE, (folder, _) -> folder.file("task.db") != null && isFlow(folder)),
            new Test(Collector.VELOCIRAPTOR, (folder, _) -> isVelociraptor(folder)),
            new Test(Collector.VELOCIRAPTOR_OLD, (folder, _) -> isOldVelociraptor(folder)),
            new Test(Collector.KAPE, Recognition::isKape),
            new Test(
                    Collector.DFIR_ORC,
                    (folder, _) -> folder.file("getthis.csv") != null || folder.hasFile(is(ORC_ARCHIVE))),
            new Test(Collector.LOG_COLLECTOR, (folder, _) -> isLogCollector(folder)),
            new Test(Collector.DEFENDER, (folder, _) -> isDefender(folder)),
            new Test(Collector.GRR, (folder, _) -> isGrr(folder)),
            new Test(Collector.CYLR, (folder, _) -> isCylr(folder)),
            new Test(Collector.COPY_WITH_DRIVE, (folder, _) -> isCopyWithDrive(folder)),
            new Test(
                    Collector.COPY,
                    (folder, _) -> folder.has("windows") || folder.has("inetpub") || folder.has("program files")));

    private Recognition() {}

    /// A collection in a listing.
    record Found(Collector collector, Folder folder) {}

    /// All collections; none where nothing is known.
    ///
    /// @param comment what stands about the archive as a whole
    static List<Found> in(Folder folder, String comment) {
        var found = new ArrayList<Found>();
        look(folder, comment, 0, found);
        return found;
    }

    private static void look(Folder folder, String comment, int depth, List<Found> found) {
        var collector = of(folder, comment);
        if (collector.isPresent() && collector.get() != Collector.VELOCIRAPTOR_HUNT) {
            found.add(new Found(collector.get(), folder));
        } else if (depth < DEEPEST) {
            folder.folders().forEach(child -> look(child, "", depth + 1, found));
        }
    }

    /// The collector of this very folder.
    static Optional<Collector> of(Folder folder, String comment) {
        return TESTS.stream()
                .filter(test -> test.fits().test(folder, comment))
                .map(Test::collector)
                .findFirst();
    }

    private static java.util.function.Predicate<String> is(Pattern pattern) {
        return name -> pattern.matcher(name).matches();
    }

    private static boolean isLocked(Folder folder) {
        return folder.folderNames().isEmpty()
                && (folder.fileNames().equals(Set.of("data.zip"))
                        || folder.fileNames().equals(Set.of("data.zip", "metadata.json")));
    }

    private static boolean isHunt(Folder folder) {
        var results = folder.below("results");
        return folder.file("hunt_info.json") != null
                || (results != null
                        && results.hasFile(name -> name.startsWith("all ") && name.endsWith(".json"))
                        && folder.folders().stream().anyMatch(child -> child.file("collection_context.json") != null));
    }

    private static boolean isFlow(Folder folder) {
        var name = folder.prefix().toLowerCase(java.util.Locale.ROOT);
        int from = name.lastIndexOf('/', name.length() - 2) + 1;
        return name.startsWith("f.", from);
    }

    private static boolean isVelociraptor(Folder folder) {
        var uploads = folder.below("uploads");
        return folder.file("uploads.json") != null
                || folder.file("collection_context.json") != null
                || (uploads != null && uploads.folderNames().stream().anyMatch(ACCESSORS::contains));
    }

    private static boolean isOldVelociraptor(Folder folder) {
        return !folder.has("results")
                && folder.folders(is(ARTIFACT)).anyMatch(child -> child.hasFile(name -> name.endsWith(".json")));
    }

    private static boolean isKape(Folder folder, String comment) {
        return comment.startsWith("Created by KAPE version") || folder.hasFile(name -> name.endsWith("_copylog.csv"));
    }

    private static boolean isLogCollector(Folder folder) {
        int signs = 0;
        var names = folder.fileNames();
        names.addAll(folder.folderNames());
        for (var name : names) {
            boolean sign = IIS_ARCHIVE.matcher(name).matches()
                    || PROXY_ARCHIVE.matcher(name).matches()
                    || LogCollector.SIGNS.contains(name)
                    || (name.startsWith(LogCollector.OWN_LOG) && name.endsWith(".txt"));
            signs += sign ? 1 : 0;
        }
        return signs >= 2;
    }

    private static boolean isDefender(Folder folder) {
        return (folder.file("forensics collection summary.csv") != null
                        || folder.file("collectionsummaryreport.xls") != null)
                && (folder.has("security event log") || folder.has("wdsupportlogs"));
    }

    private static boolean isGrr(Folder folder) {
        return folder.file("manifest") != null
                && folder.folders().stream().anyMatch(child -> child.file("client_info.yaml") != null);
    }

    private static boolean isCylr(Folder folder) {
        if (folder.hasFile(name -> name.startsWith("cylr_collection_log_") && name.endsWith(".log"))) {
            return true;
        }
        return !folder.folderNames().isEmpty()
                && folder.fileNames().isEmpty()
                && folder.folderNames().stream().allMatch(is(LETTER))
                && folder.folders().stream()
                        .anyMatch(drive -> drive.file("$mft") != null
                                && drive.file("$logfile") != null
                                && drive.has("windows", "system32", "winevt", "logs"));
    }

    private static boolean isCopyWithDrive(Folder folder) {
        return folder.folders(is(DRIVE))
                .anyMatch(drive -> drive.folderNames().stream().anyMatch(TOPS::contains));
    }
}
