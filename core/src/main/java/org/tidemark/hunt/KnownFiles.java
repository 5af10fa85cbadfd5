// SPDX-License-Identifier: Apache-2.0
package org.tidemark.hunt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The contents that a product's files have as they are shipped, by where they lie below its folder.
///
/// A list of these ends with a build. So a content that it does not have says something only where a
/// folder of the path names a build that the list has.
public final class KnownFiles {
    public static final KnownFiles NONE = new KnownFiles(Map::of);

    private static final Pattern BUILD = Pattern.compile("(?<=/)\\d+\\.\\d+\\.\\d+(?:\\.\\d+)?(?=/)");

    private final Supplier<Map<String, Contents>> list;
    private @Nullable Map<String, Contents> contents;

    /// What a file of one place may hold.
    ///
    /// @param hashes the SHA-256 of each content that was shipped, lower-case hex
    /// @param builds the builds, in three parts, of which all contents are there
    public record Contents(Set<String> hashes, Set<String> builds) {}

    /// What the list says of a file.
    ///
    /// @param listed whether the product has a file of this place and name, whatever its content
    /// @param known whether the content is one that was shipped there; null where the list cannot tell
    public record Word(boolean listed, @Nullable Boolean known) {
        static final Word NOTHING = new Word(false, null);
    }

    /// @param list contents by path: lower case, `/`, from the product's folder on, `version` for the
    ///     folder of a build; asked when the first file turns up
    public KnownFiles(Supplier<Map<String, Contents>> list) {
        this.list = list;
    }

    /// The files of several packs together.
    static KnownFiles all(List<KnownFiles> packs) {
        return new KnownFiles(() -> {
            var all = new HashMap<String, Contents>();
            packs.forEach(pack -> all.putAll(pack.contents()));
            return all;
        });
    }

    private synchronized Map<String, Contents> contents() {
        if (contents == null) {
            contents = list.get();
        }
        return contents;
    }

    /// @param path where the file lay
    /// @param sha256 its content, lower-case hex; empty where it is not known
    Word of(String path, String sha256) {
        var plain = path.toLowerCase(Locale.ROOT).replace('\\', '/');
        var build = BUILD.matcher(plain);
        var version = build.find() ? build.group() : "";
        var place = version.isEmpty() ? plain : build.replaceAll("version");
        for (int at = place.indexOf('/'); at >= 0; at = place.indexOf('/', at + 1)) {
            var found = contents().get(place.substring(at + 1));
            if (found != null) {
                return word(found, sha256, version);
            }
        }
        return Word.NOTHING;
    }

    /// Whether the product has a page that a web server knows by this name, in whatever site; null where
    /// nothing is known
    /// of any file.
    ///
    /// @param virtualPath from the folder of a site on, as `/auth/logon.aspx`
    @Nullable
    Boolean hasPage(String virtualPath) {
        var files = contents();
        var end = virtualPath.toLowerCase(Locale.ROOT);
        return files.isEmpty() ? null : files.keySet().stream().anyMatch(file -> file.endsWith(end));
    }

    private static Word word(Contents found, String sha256, String version) {
        if (sha256.isEmpty()) {
            return new Word(true, null);
        }
        if (found.hashes().contains(sha256)) {
            return new Word(true, true);
        }
        return new Word(true, found.builds().contains(threeParts(version)) ? false : null);
    }

    private static String threeParts(String version) {
        var parts = version.split("\\.", -1);
        return parts.length == 4 ? parts[0] + "." + parts[1] + "." + parts[2] : version;
    }
}
