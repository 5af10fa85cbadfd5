// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Paths as Windows spells them, out of the parts of a name.
final class Paths {
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z])(?::|\\$|_|%3[Aa])?");
    private static final Pattern DEVICE = Pattern.compile("(?i)\\\\\\\\[.?]\\\\([a-z]):?");
    private static final Pattern SHADOW = Pattern.compile("(?i).*HarddiskVolumeShadowCopy\\d+");

    private Paths() {}

    /// The parts of a name; empty ones and `.` say nothing.
    static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (var part : name.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    /// A path below a drive that the first part names, in any of the ways that collectors write it; null where it
    /// names none.
    static @Nullable String withDrive(List<String> parts) {
        if (parts.size() < 2) {
            return null;
        }
        var drive = driveLetter(parts.getFirst());
        return drive == null ? null : below(drive, parts.subList(1, parts.size()));
    }

    /// The letter of a drive by its folder, in any of the ways that collectors write it; null where it is none.
    static @Nullable String driveLetter(String part) {
        var drive = DRIVE.matcher(part);
        return drive.matches() ? drive.group(1) : null;
    }

    /// @param drive one letter
    static @Nullable String below(String drive, List<String> parts) {
        return parts.isEmpty() || parts.contains(".")
                ? null
                : straight(drive.toUpperCase(Locale.ROOT) + ":\\" + String.join("\\", parts));
    }

    /// The path, unless a part of it leads back up; a single part may hold separators of its own.
    static @Nullable String straight(String path) {
        return ("\\" + path + "\\").contains("\\..\\") ? null : path;
    }

    /// The letter of a device as programs open it, `\\.\C:`; null where it is none.
    static @Nullable String deviceLetter(String part) {
        var device = DEVICE.matcher(part);
        return device.matches() ? device.group(1) : null;
    }

    static boolean isShadowCopy(String part) {
        return SHADOW.matcher(part).matches();
    }

    /// A path as a record of a collector has it, cleaned of devices; null where it is no path with a drive.
    static @Nullable String told(String path) {
        var plain = path.replace('/', '\\');
        if (plain.startsWith("\\\\.\\") || plain.startsWith("\\\\?\\")) {
            plain = plain.substring(4);
        }
        boolean drive = plain.length() > 3
                && Character.isLetter(plain.charAt(0))
                && plain.charAt(0) < 128
                && plain.charAt(1) == ':'
                && plain.charAt(2) == '\\';
        return drive ? straight(plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1)) : null;
    }
}
