// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.healthchecker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.BadRecord;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.XmlCursor;

/// The directories as IIS's own configuration has them, which outranks what a checker made of it.
///
/// A directory without a value takes that of the location one level up; where that has none either, it is None. IIS
/// inherits from further up too; the vendor's checker stops there, and so does this.
final class ApplicationHostConfig implements ExtendedProtection.Directories {
    private final Map<String, Location> locations = new HashMap<>();

    private record Location(@Nullable String tokenChecking, boolean filtered) {
        static final Location NONE = new Location(null, false);

        Location or(Location other) {
            return new Location(
                    tokenChecking != null ? tokenChecking : other.tokenChecking, filtered || other.filtered);
        }
    }

    private ApplicationHostConfig() {}

    static ApplicationHostConfig read(String text) throws BadRecord {
        var config = new ApplicationHostConfig();
        // A byte order mark stays in a text that was read from a file; a declared encoding no longer means anything.
        var bytes = text.replace("\uFEFF", "").strip().getBytes(StandardCharsets.UTF_8);
        try {
            XmlCursor.read(Document.inside(bytes), config::readLocations);
        } catch (IOException e) {
            throw new BadRecord("It cannot be read: " + e.getMessage(), "Collect the file again.");
        }
        return config;
    }

    private void readLocations(XmlCursor xml) throws IOException, BadRecord {
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            var path = xml.attribute("path");
            if (name.equals("location") && path != null) {
                locations.merge(path.toLowerCase(Locale.ROOT), readLocation(xml), Location::or);
            }
        }
    }

    /// Goes down `system.webServer/security` to `authentication/windowsAuthentication/extendedProtection` and
    /// `ipSecurity`.
    private static Location readLocation(XmlCursor xml) throws IOException, BadRecord {
        var found = Location.NONE;
        xml.enter();
        for (var name = xml.child(); name != null; name = xml.child()) {
            found = switch (name) {
                case "system.webServer", "security", "authentication", "windowsAuthentication" ->
                    found.or(readLocation(xml));
                case "extendedProtection" -> found.or(new Location(xml.attribute("tokenChecking"), false));
                case "ipSecurity" ->
                    found.or(new Location(null, "false".equalsIgnoreCase(xml.attribute("allowUnlisted"))));
                default -> found;
            };
        }
        return found;
    }

    @Override
    public String value(String path) {
        var own = locations.getOrDefault(path, Location.NONE).tokenChecking();
        if (own != null) {
            return own;
        }
        var above = locations
                .getOrDefault(path.substring(0, path.lastIndexOf('/')), Location.NONE)
                .tokenChecking();
        return above != null ? above : "None";
    }

    @Override
    public boolean isFiltered(String path) {
        return locations.getOrDefault(path, Location.NONE).filtered();
    }
}
