// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Kind;

/// Reads evidence of any known kind, packed or not, in archives inside archives, in the order of the input.
///
/// What a file is, its content tells; where it lay tells only what content cannot.
public final class EvidenceReader {
    private final List<EvidenceFormat> formats;
    private final Limits limits;
    private final EvidenceSink sink;
    private final Collectors collectors;
    private final Passwords passwords;
    private final Repeats repeats = new Repeats();
    private final Map<Path, Surroundings> folders = new HashMap<>();
    private final Set<Path> opened = new HashSet<>();

    public EvidenceReader(List<EvidenceFormat> formats, Limits limits, EvidenceSink sink) {
        this(formats, limits, sink, Collectors.none(), Passwords.none());
    }

    /// @param collectors who knows the programs that collect evidence
    /// @param passwords tried on what is encrypted
    public EvidenceReader(
            List<EvidenceFormat> formats,
            Limits limits,
            EvidenceSink sink,
            Collectors collectors,
            Passwords passwords) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
        this.sink = sink;
        this.collectors = collectors;
        this.passwords = passwords;
    }

    /// Looks at what folders hold by name, before files of them are read: who collected it, and where it lay.
    public void survey(List<Input> inputs) {
        var byFolder = new LinkedHashMap<Path, List<Input>>();
        for (var input : inputs) {
            input.folder()
                    .ifPresent(folder -> byFolder.computeIfAbsent(folder, _ -> new ArrayList<>())
                            .add(input));
        }
        byFolder.forEach((folder, files) -> folders.put(folder, collectors.of(new FolderListing(folder, files), sink)));
    }

    /// Reads one input to its end, or up to where it cannot be read.
    ///
    /// @return how many files inside a folder or archive no reader claimed
    public long read(Input input) {
        if (input.path().isPresent() && !opened.add(real(input.path().get()))) {
            sink.repeated(input.name());
            return 0;
        }
        var folder = input.folder();
        var around = folder.map(folders::get).orElse(null);
        if (folder.isEmpty() || around == null) {
            return unpacker().read(input, input.name(), new Alone());
        }
        var name = FolderListing.name(folder.get(), input);
        return around.isLeftAside(name) ? 0 : unpacker().read(input, name, around);
    }

    /// One file can be named several times, by itself and by folders around it.
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private Unpacker unpacker() {
        return new Unpacker(members(), limits, passwords, sink::problem);
    }

    /// Around a file that was given by itself there is nothing; an archive has its own members around them.
    private final class Alone implements Surroundings {
        @Override
        public Origin origin(String file, String name) {
            return collectors.placed(Origin.of(file, name), name);
        }

        @Override
        public Surroundings inside(String name, Listing archive) {
            return collectors.of(archive, sink);
        }
    }

    private MemberReader members() {
        return new MemberReader() {
            @Override
            public long read(Peeked in, Spot spot) throws IOException {
                return EvidenceReader.this.read(in, spot);
            }

            @Override
            public boolean isWhole(Spot spot) {
                return owner(spot.origin()).isPresent();
            }

            @Override
            public boolean isLeftOut(String name) {
                return Inputs.isJunk(name);
            }

            @Override
            public void archive(Spot spot) {
                sink.archive(spot.file());
            }

            @Override
            public void brokeOff(Spot spot, String cause) {
                kind(spot).ifPresent(kind -> sink.unreadable(spot.file(), kind, cause));
            }

            @Override
            public Problem unknown(String file) {
                return EvidenceReader.unknown(file);
            }

            @Override
            public boolean isRepeated(Spot spot, long size, Content content) throws IOException {
                boolean repeated = repeats.isRepeated(spot, size, content);
                if (repeated) {
                    sink.repeated(spot.file());
                }
                return repeated;
            }

            @Override
            public void remember(Spot spot, long size, Content content) {
                repeats.remember(spot, size, content);
            }

            @Override
            public InputStream watched(Spot spot, long size, InputStream in) {
                return repeats.watched(spot, size, in);
            }

            @Override
            public void locked(Spot spot) {
                var reason = "It is encrypted, and no password is known.";
                kind(spot)
                        .ifPresentOrElse(
                                kind -> sink.unreadable(spot.file(), kind, reason),
                                () -> spot.around().closed(spot.name(), reason));
            }
        };
    }

    private Optional<Kind> kind(Spot spot) {
        return collectors.kind(place(spot));
    }

    private static String place(Spot spot) {
        var path = spot.origin().path();
        return path == null ? spot.name() : path;
    }

    private long read(Peeked in, Spot spot) throws IOException {
        var bytes = in.head();
        var head = Head.of(bytes);
        var origin = spot.origin();
        var format = recognise(head, origin);
        if (format.isPresent()) {
            var counted = new Counted(in);
            read(format.get(), document(format.get(), counted, head, origin), spot);
            sink.bytes(counted.bytes);
            return 0;
        }
        return unclaimed(in, head, spot);
    }

    private static Document document(EvidenceFormat format, InputStream in, Head head, Origin origin)
            throws IOException {
        if (format.wantsBytes()) {
            return Document.raw(in, origin);
        }
        var document = Document.of(in, head, origin);
        return head.hasOldBreaks() ? document.withNewBreaks() : document;
    }

    private long unclaimed(Peeked in, Head head, Spot spot) throws IOException {
        var bytes = in.head();
        var refusal = collectors.refusal(bytes, spot.file());
        if (refusal.isPresent()) {
            sink.problem(refusal.get());
            spot.around().closed(spot.name(), refusal.get().cause());
        } else if (in.brokeOff()) {
            in.transferTo(OutputStream.nullOutputStream());
        } else if (isOutOfPlace(bytes, head, spot)) {
            return 0;
        } else if (!spot.named()) {
            return 1;
        } else if (head.length() > 0) {
            sink.problem(unknown(spot.file()));
        }
        return 0;
    }

    /// Where evidence of a kind lies, a file that is none is no file to pass over: somebody looked there for
    /// nothing.
    private boolean isOutOfPlace(byte[] bytes, Head head, Spot spot) {
        var kind = collectors.expected(place(spot));
        var fault = kind.map(expected -> OutOfPlace.of(expected, bytes, head));
        if (fault.isEmpty() || fault.get().isNone()) {
            return false;
        }
        sink.problem(Problem.in(spot.file(), fault.get().cause(), fault.get().cure()));
        sink.unreadable(spot.file(), kind.get(), fault.get().cause());
        return true;
    }

    private void read(EvidenceFormat format, Document document, Spot spot) throws IOException {
        var heard = new HeardSink(sink);
        try {
            format.read(document, heard);
        } catch (BadRecord e) {
            heard.problem(new Problem(e.place(document.file()), e.cause(), e.cure()));
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            heard.problem(InputReader.unreadable(Problem.Place.file(document.file()), e));
        }
        // A file that gave nothing but problems came, and covers nothing.
        heard.fault()
                .ifPresent(cause ->
                        heard.kind().or(() -> kind(spot)).ifPresent(kind -> sink.unreadable(spot.file(), kind, cause)));
    }

    private Optional<EvidenceFormat> owner(Origin origin) {
        return formats.stream().filter(format -> format.owns(origin)).findFirst();
    }

    private Optional<EvidenceFormat> recognise(Head head, Origin origin) {
        var owner = owner(origin);
        if (owner.isPresent()) {
            return owner;
        }
        EvidenceFormat surest = null;
        var claim = Format.Claim.NO;
        for (var format : formats) {
            var other = format.claim(head, origin);
            if (other.compareTo(claim) > 0) {
                surest = format;
                claim = other;
            }
        }
        return Optional.ofNullable(surest);
    }

    private static Problem unknown(String file) {
        return Problem.in(
                file,
                "No reader knows this as evidence.",
                "Give logs, event logs or files of a web site as they were collected, or an archive of them.");
    }

    private static final class Counted extends WatchedStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        protected void seen(byte[] read, int from, int count) {
            bytes += count;
        }
    }
}
