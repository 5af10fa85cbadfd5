// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tidemark.fault.Problem;

/// Reads the members of a zip archive in the order of their names. Nothing is unpacked to disk, so a member's name is
/// only a name.
final class Archive {
    private static final String CURE = "Pack the files again, or unpack them and name the folder.";

    private final Unpacker unpacker;
    private final Budget budget;
    private final int depth;

    /// @param depth how many layers are off once a member is taken out
    Archive(Unpacker unpacker, int depth) {
        this.unpacker = unpacker;
        this.budget = unpacker.budget();
        this.depth = depth;
    }

    /// @param in the archive from its beginning, for an input that is no file
    /// @return how many members no reader claimed
    long read(Input input, InputStream in) throws IOException {
        try (var channel = channel(input, in);
                var zip = open(new BoundedChannel(channel))) {
            budget.addPacked(channel.size());
            var members = members(zip, input.name());
            long skipped = 0;
            long claimed = 0;
            for (var member : members) {
                var outcome = read(zip, member, input.name() + "!" + member.getName());
                skipped += outcome == Outcome.UNCLAIMED ? 1 : 0;
                claimed += outcome == Outcome.UNCLAIMED ? 0 : 1;
            }
            if (claimed == 0 && input.named()) {
                unpacker.unknown(input.name());
            }
            return skipped;
        }
    }

    private enum Outcome {
        READ,
        UNCLAIMED,
        UNREADABLE
    }

    private SeekableByteChannel channel(Input input, InputStream in) throws IOException {
        var path = input.path();
        if (path.isPresent() && Files.isRegularFile(path.get())) {
            return Files.newByteChannel(path.get());
        }
        int most = budget.limits().heldBytes();
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new IOException("an archive of more than " + most + " bytes must be a file of its own");
        }
        return new SeekableInMemoryByteChannel(bytes);
    }

    private static ZipFile open(BoundedChannel channel) throws IOException {
        try {
            var zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.lift();
            return zip;
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    private List<ZipArchiveEntry> members(ZipFile zip, String file) {
        var all = Collections.list(zip.getEntries());
        var members = new ArrayList<ZipArchiveEntry>();
        for (var member : all) {
            if (!member.isDirectory() && !Inputs.isSideFile(member.getName())) {
                members.add(member);
            }
        }
        members.sort(Comparator.comparing(ZipArchiveEntry::getName)
                .thenComparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        int most = budget.limits().members();
        if (members.size() > most) {
            unpacker.problem(Problem.in(
                    file, "This archive has more than " + most + " members; only the first were read.", CURE));
            return members.subList(0, most);
        }
        return members;
    }

    private Outcome read(ZipFile zip, ZipArchiveEntry member, String name) throws IOException {
        if (Stream.of(member.getName().split("[/\\\\]")).anyMatch(Inputs::isHidden)) {
            return Outcome.UNCLAIMED;
        }
        if (member.getGeneralPurposeBit().usesEncryption()) {
            unpacker.problem(Problem.in(name, "This member is encrypted.", "Unpack the archive with its password."));
            return Outcome.UNREADABLE;
        }
        try (var in = open(zip, member)) {
            return unpacker.read(in, name, false, depth) == 0 ? Outcome.READ : Outcome.UNCLAIMED;
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            unpacker.problem(InputReader.unreadable(Problem.Place.file(name), e));
            return Outcome.UNREADABLE;
        }
    }

    private static InputStream open(ZipFile zip, ZipArchiveEntry member) throws IOException {
        try {
            var in = zip.getInputStream(member);
            if (in == null) {
                throw new IOException("its packing is not known");
            }
            return in;
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }
}
