// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;
import org.tidemark.hunt.Absence;
import org.tidemark.hunt.Coverage;
import org.tidemark.hunt.Kind;

/// What Velociraptor leaves, from 0.6.7 on: `uploads/<accessor>/<part>/…`, each part decoded by itself, and a table of
/// uploads with the paths on the client.
final class Velociraptor implements Layout {
    /// The table cuts longer paths.
    private static final int CUT_AT = 50;

    private final Map<String, String> told = new HashMap<>();
    private final Map<Kind, Absence> failed = new EnumMap<>(Kind.class);
    private final Set<String> asked = new TreeSet<>();
    private final @Nullable String drive;
    private @Nullable String host;
    private @Nullable String fullName;

    Velociraptor(Folder folder, Records records) {
        records.json(folder.file("client_info.json"), this::client);
        records.json(folder.file("uploads.json"), this::upload);
        records.json(folder.file("requests.json"), this::anything);
        records.json(folder.file("collection_context.json"), this::anything);
        var results = folder.below("results");
        if (results != null) {
            results.files(name -> name.endsWith("uploads.json")).forEach(name -> records.json(name, this::result));
        }
        drive = onlyDrive(folder);
    }

    private static @Nullable String onlyDrive(Folder folder) {
        var letters = new TreeSet<String>();
        var uploads = folder.below("uploads");
        if (uploads != null) {
            for (var accessor : uploads.folders()) {
                for (var part : accessor.folderNames()) {
                    var decoded = Sanitised.decoded(part);
                    var letter = decoded.length() == 2 && decoded.endsWith(":")
                            ? decoded.substring(0, 1)
                            : Paths.deviceLetter(decoded);
                    if (letter != null) {
                        letters.add(letter);
                    }
                }
            }
        }
        return letters.size() == 1 ? letters.first() : null;
    }

    private void client(JsonCursor json) throws BadRecord {
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "hostname" -> host = json.text();
                case "fqdn" -> fullName = json.text();
                default -> json.skip();
            }
        }
    }

    private void upload(JsonCursor json) throws BadRecord {
        json.enterRecord();
        String path = null;
        List<String> parts = List.of();
        boolean index = false;
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "vfs_path" -> path = json.text();
                case "_Components" -> parts = json.texts();
                case "Type" -> index = "idx".equals(json.text());
                default -> json.skip();
            }
        }
        if (path != null && !index && parts.size() > 2 && path.length() < CUT_AT && !path.endsWith("...")) {
            told.put(String.join("\0", parts), path);
        }
    }

    /// A row of a target's own table of uploads: one that failed has an error and no file.
    private void result(JsonCursor json) throws BadRecord {
        json.enterRecord();
        String source = null;
        boolean bad = false;
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "SourceFile" -> source = json.text();
                case "Error" -> bad |= json.text() != null;
                case "Upload" -> {
                    if (json.enterObject()) {
                        for (var inner = json.name(); inner != null; inner = json.name()) {
                            bad |= inner.equals("Error") && json.text() != null;
                        }
                    }
                }
                default -> json.skip();
            }
        }
        if (bad && source != null) {
            var file = source;
            Places.kind(source)
                    .ifPresent(kind -> failed.put(
                            kind,
                            new Absence(
                                    Coverage.Status.NOT_FOUND,
                                    "Velociraptor saw such files and could not take them, as its table of uploads says.",
                                    "Collect them again with the accessor ntfs, " + file + " among them.")));
        }
    }

    /// Everything that was switched on by name, at whatever depth: requests name targets as parameters of value Y.
    private void anything(JsonCursor json) throws BadRecord {
        if (json.isArray()) {
            json.enterArray();
            while (json.element()) {
                anything(json);
            }
        } else if (json.enterObject()) {
            String key = null;
            String value = null;
            for (var name = json.name(); name != null; name = json.name()) {
                if (json.isArray() || json.isObject()) {
                    anything(json);
                } else if (name.equals("key")) {
                    key = json.text();
                } else if (name.equals("value")) {
                    value = json.text();
                } else {
                    json.skip();
                }
            }
            if (key != null && value != null && Set.of("y", "true", "yes").contains(value.toLowerCase(Locale.ROOT))) {
                var plain = key.startsWith("_") ? key.substring(1) : key;
                asked.add(plain.toLowerCase(Locale.ROOT));
            }
        }
    }

    @Override
    public @Nullable String host() {
        return fullName == null ? host : fullName;
    }

    @Override
    public @Nullable String path(String name) {
        if (!name.regionMatches(true, 0, "uploads/", 0, 8)) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var part : name.split("/", -1)) {
            parts.add(Sanitised.decoded(part));
        }
        if (parts.size() < 4 || parts.get(1).equals("data")) {
            return null;
        }
        var told = this.told.get(String.join("\0", parts));
        var plain = told == null ? null : Paths.told(told);
        return plain != null ? plain : byLayout(parts.subList(2, parts.size()));
    }

    private @Nullable String byLayout(List<String> parts) {
        var first = parts.getFirst();
        var rest = parts.subList(1, parts.size());
        if (Paths.isShadowCopy(first)) {
            return drive == null ? null : Paths.below(drive, rest);
        }
        var letter = Paths.deviceLetter(first);
        if (letter != null) {
            return Paths.below(letter, rest);
        }
        return first.length() == 2 && first.charAt(1) == ':' ? Paths.withDrive(parts) : null;
    }

    @Override
    public boolean isOwn(String name) {
        boolean table = name.indexOf('/') < 0 && (name.endsWith(".json") || name.endsWith(".csv"));
        return table || name.endsWith(".json.index") || name.endsWith(".idx");
    }

    @Override
    public Optional<Set<String>> asked() {
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked);
    }

    @Override
    public Map<Kind, Absence> told() {
        return failed;
    }
}
