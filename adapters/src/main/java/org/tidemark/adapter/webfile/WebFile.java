// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.webfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tidemark.adapter.Document;
import org.tidemark.adapter.EvidenceFormat;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Format;
import org.tidemark.adapter.Head;
import org.tidemark.adapter.Origin;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// A file of a web server: a page or script by its name, or whatever lies below the folders of a web
/// site.
///
/// Fields: `path`, `name`, `extension`, `folder`, `size`, `sha256`, `head` (the first sixteen bytes in
/// hex), `content` (the first [#CONTENT] bytes of a page as text) and `archived` where it lies in an
/// archive on the server. Of what a web server made when a page was asked for: `compiledpage` (by its
/// name) and `virtualpath` (each page that it names).
public final class WebFile implements EvidenceFormat {
    /// Web shells are short, and a page that was changed was changed near its beginning or is known by
    /// its hash.
    static final int CONTENT = 256 * 1024;

    /// How much of a library is searched for the names of pages.
    private static final int LIBRARY = 4 << 20;

    private static final String UNPLACED =
            "Pages came without the folders that they lay in, so that only their content could be judged.";

    private static final int HEAD = 16;
    private static final Set<String> TEXTS = Set.of("config", "txt", "compiled");

    /// A page in a folder of pages is run as a page, whatever its content looks like.
    @Override
    public boolean owns(Origin origin) {
        var place = FilePlace.of(origin);
        return place.isPage() && place.isBelowWeb();
    }

    @Override
    public Format.Claim claim(Head head, Origin origin) {
        var place = FilePlace.of(origin);
        if (place.isBelowWeb() || place.isCompiled()) {
            return Format.Claim.LIKELY;
        }
        return place.isPage() ? Format.Claim.FALLBACK : Format.Claim.NO;
    }

    @Override
    public boolean wantsBytes() {
        return true;
    }

    @Override
    public void read(Document document, EvidenceSink sink) throws IOException {
        var place = FilePlace.of(document.origin());
        boolean library = place.isCompiled() && place.extension().equals("dll");
        var kept = new Kept(Math.max(library ? LIBRARY : CONTENT, sink.wantedContent()));
        kept.read(document.in());
        give(place, library, kept, document, sink);
        if (document.path() == null && !place.isBelowWeb() && !place.isCompiled()) {
            sink.unreadable(document.file(), Kind.FILE, UNPLACED);
        } else {
            sink.seen(document.file(), new Seen("", Kind.FILE, 1, null, null, Set.of()));
        }
    }

    private static void give(FilePlace place, boolean library, Kept kept, Document document, EvidenceSink sink) {
        var fields = place.fields();
        fields.put("size", List.of(Long.toString(kept.size)));
        fields.put("sha256", List.of(kept.hash));
        fields.put("head", List.of(HexFormat.of().formatHex(kept.bytes, 0, Math.min(HEAD, kept.length))));
        if (library) {
            fields.put("virtualpath", PageNames.inLibrary(kept.bytes, Math.min(kept.length, LIBRARY)));
        } else if (place.isPage() || TEXTS.contains(place.extension())) {
            var text = text(kept.bytes, Math.min(kept.length, CONTENT));
            fields.put("content", List.of(text));
            if (place.isCompiled()) {
                fields.put("virtualpath", PageNames.inDescription(text));
            }
        }
        var where = new Trace.Place(document.file(), document.path(), null, null);
        var trace = new Trace(Kind.FILE, fields, null, null, where);
        sink.trace(trace);
        if (sink.wantedContent() > 0) {
            sink.content(trace, kept.bytes, Math.min(kept.length, sink.wantedContent()));
        }
    }

    /// UTF-8 or UTF-16 where the bytes are that, and else one character a byte.
    private static String text(byte[] bytes, int length) {
        var head = Head.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        if (!head.charset().equals(StandardCharsets.UTF_8)) {
            return head.text();
        }
        // What was cut off in the middle of a character at the end is no fault.
        var into = CharBuffer.allocate(length);
        var fault = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length), into, false);
        return fault.isError() ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1) : head.text();
    }

    /// A file's beginning, its size and its hash.
    private static final class Kept {
        private final int most;
        private byte[] bytes;
        private int length;
        private long size;
        private String hash = "";

        Kept(int most) {
            this.most = most;
            this.bytes = new byte[Math.min(most, CONTENT)];
        }

        void read(InputStream in) throws IOException {
            var digest = sha256();
            var block = new byte[64 * 1024];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                int take = Math.min(count, most - length);
                if (length + take > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(2 * bytes.length, length + take)));
                }
                System.arraycopy(block, 0, bytes, length, take);
                length += take;
                size += count;
            }
            hash = HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
