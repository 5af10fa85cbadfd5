// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.Needles;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.HuntBook;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// Takes what is read of evidence, asks the rules, and keeps what they say.
final class HuntSink implements EvidenceSink {
    private static final int SHORTEST_NEEDLE = 4;

    private final Hunter hunter;
    private final HuntBook book;
    private final Answer answer;
    private final @Nullable Instant since;
    private final @Nullable Instant until;
    private final Map<Kind, Optional<Needles>> needles = new EnumMap<>(Kind.class);
    private long events;
    private long bytes;
    private long repeated;

    HuntSink(Hunter hunter, HuntBook book, Answer answer, @Nullable Instant since, @Nullable Instant until) {
        this.hunter = hunter;
        this.book = book;
        this.answer = answer;
        this.since = since;
        this.until = until;
        for (var kind : Kind.values()) {
            needles.put(kind, needles(hunter.needles(kind)));
        }
    }

    private static Optional<Needles> needles(Optional<List<String>> texts) {
        return texts.filter(all -> all.stream().allMatch(text -> text.length() >= SHORTEST_NEEDLE))
                .map(Needles::new);
    }

    @Override
    public boolean wants(Kind kind, byte[] bytes, int from, int to) {
        if (!hunter.asks(kind)) {
            return false;
        }
        var wanted = needles.getOrDefault(kind, Optional.empty());
        return wanted.isEmpty() || wanted.get().next(bytes, from, to) < to;
    }

    @Override
    public void trace(Trace trace) {
        var time = trace.time();
        boolean outside =
                time != null && ((since != null && time.isBefore(since)) || (until != null && !time.isBefore(until)));
        if (!outside) {
            hunter.findings(trace, "").forEach(book::add);
        }
    }

    @Override
    public void seen(String file, Seen seen) {
        events += seen.events();
        book.add(file, seen);
    }

    @Override
    public void collected(Collected collected) {
        book.add(collected);
    }

    @Override
    public void unreadable(String file, Kind kind, String reason) {
        book.unreadable(file, kind, reason);
    }

    @Override
    public void repeated(String file) {
        repeated++;
    }

    @Override
    public void bytes(long count) {
        bytes += count;
    }

    @Override
    public void problem(Problem problem) {
        answer.problem(problem);
    }

    InputStream counted(InputStream in, Progress progress) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = in.read(into, from, length);
                if (count > 0) {
                    progress.add(count);
                }
                return count;
            }

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }
        };
    }

    HuntResult finish() {
        return book.finish();
    }

    long events() {
        return events;
    }

    long bytes() {
        return bytes;
    }

    /// How many files were left alone because the very same had been read.
    long repeated() {
        return repeated;
    }
}
