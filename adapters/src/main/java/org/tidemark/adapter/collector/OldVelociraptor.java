// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.JsonCursor;

/// What Velociraptor left before 0.6.7: `<accessor>/<drive>/…` or the path alone, `:` and `?` dropped and
/// nothing escaped.
/// The host stands only in the results of an artifact.
final class OldVelociraptor implements Layout {
    private static final Set<String> ACCESSORS = Set.of("auto", "ntfs", "file", "lazy_ntfs", "ntfs_vss");

    private @Nullable String host;
    private @Nullable String fullName;

    OldVelociraptor(Folder folder, Records records) {
        var info = folder.below("generic.client.info");
        if (info != null) {
            records.json(info.file("basicinformation.json"), this::client);
        }
    }

    private void client(JsonCursor json) throws BadRecord {
        json.enterRecord();
        for (var name = json.name(); name != null; name = json.name()) {
            switch (name) {
                case "Hostname" -> host = json.text();
                case "Fqdn" -> fullName = json.text();
                default -> json.skip();
            }
        }
    }

    @Override
    public @Nullable String host() {
        return fullName == null ? host : fullName;
    }

    @Override
    public @Nullable String path(String name) {
        List<String> parts = Paths.parts(name);
        return parts.size() > 1 && ACCESSORS.contains(parts.getFirst())
                ? Paths.withDrive(parts.subList(1, parts.size()))
                : Paths.withDrive(parts);
    }
}
