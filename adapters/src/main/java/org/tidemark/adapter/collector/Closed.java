// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.fault.Problem;

/// Wrappings around evidence that are not opened here: images of disks and what is encrypted to a key. Each gets one
/// sentence that names it and one that says what to do.
final class Closed {
    private static final String MOUNT = "Mount the image read-only, and give the drive or folder where it is mounted.";
    private static final String UNPACK = "Unpack it, and give the folder.";
    private static final int SECTOR = 512;

    /// A boot sector that was collected as a file is a small file; an image is not.
    private static final int SMALL_FILE = 1 << 19;

    private static final Pattern NAMED =
            Pattern.compile("(?i).*\\.(?:zip|7z|vhdx?|vmdk|e01|ex01|l01|ad1|aff4|p7b|p7m|dd|raw|img|iso|wim|rar|cab)");

    private record Mark(String bytes, String what, String cure) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("vhdxfile", "an image of a disk (VHDX)", MOUNT),
            new Mark("conectix", "an image of a disk (VHD)", MOUNT),
            new Mark("EVF\t\r\n\u00FF", "an image of a disk (E01)", MOUNT),
            new Mark("EVF2\r\n\u0081", "an image of a disk (Ex01)", MOUNT),
            new Mark(
                    "LVF\t\r\n\u00FF", "a container of files (L01)", "Export its files with the program that made it."),
            new Mark("ADSEGMENTEDFILE", "an image (AD1)", "Mount it with FTK Imager, and give the drive or folder."),
            new Mark("KDMV", "the disk of a virtual machine (VMDK)", MOUNT),
            new Mark("MSWIM\0\0\0", "an image of files (WIM)", UNPACK),
            new Mark("Rar!\u001A\u0007", "packed as RAR, which is not read here", UNPACK),
            new Mark("MSCF\0\0\0\0", "packed as CAB, which is not read here", UNPACK),
            new Mark("BZh91AY&SY", "packed as bzip2, which is not read here", UNPACK));

    private Closed() {}

    static Optional<Problem> problem(byte[] beginning, String file) {
        var start = new String(beginning, 0, Math.min(beginning.length, 16), StandardCharsets.ISO_8859_1);
        for (var mark : MARKS) {
            if (start.startsWith(mark.bytes)) {
                return Optional.of(Problem.in(file, "This is " + mark.what + ".", mark.cure));
            }
        }
        var disk = disk(beginning);
        if (disk != null) {
            return Optional.of(Problem.in(file, "This is a raw image of a " + disk + ".", MOUNT));
        }
        var name = file.toLowerCase(Locale.ROOT);
        boolean sealed = name.endsWith(".p7b") || name.endsWith(".p7m");
        return sealed && beginning.length > 1 && beginning[0] == 0x30 && (beginning[1] & 0x80) != 0
                ? Optional.of(Problem.in(
                        file,
                        "This is encrypted to the certificate of whoever set the collector up.",
                        "Decrypt it with his private key (`openssl cms -decrypt -inform DER`), and give the 7z archive"
                                + " that comes out."))
                : Optional.empty();
    }

    private static @Nullable String disk(byte[] beginning) {
        if (beginning.length < SMALL_FILE
                || (beginning[SECTOR - 2] & 0xFF) != 0x55
                || (beginning[SECTOR - 1] & 0xFF) != 0xAA) {
            return null;
        }
        var sectors = new String(beginning, 0, 2 * SECTOR, StandardCharsets.ISO_8859_1);
        if (sectors.startsWith("NTFS    ", 3) || sectors.startsWith("-FVE-FS-", 3) || sectors.startsWith("ReFS", 3)) {
            return "volume";
        }
        int status = beginning[446] & 0xFF;
        boolean partition = (status == 0 || status == 0x80) && beginning[450] != 0;
        return sectors.startsWith("EFI PART", SECTOR) || partition ? "disk" : null;
    }

    /// Whether a name is that of something that holds files.
    static boolean isWrapping(String name) {
        return NAMED.matcher(name).matches();
    }
}
