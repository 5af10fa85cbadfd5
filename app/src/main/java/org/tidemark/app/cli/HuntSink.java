// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.RowScreen;
import org.tidemark.adapter.WatchedStream;
import org.tidemark.adapter.Workers;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.Collected;
import org.tidemark.hunt.HuntBook;
import org.tidemark.hunt.HuntResult;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;
import org.tidemark.hunt.ScriptParts;
import org.tidemark.hunt.Seen;
import org.tidemark.hunt.Trace;

/// Takes what is read of evidence, asks the rules, and keeps what they say.
final class HuntSink implements EvidenceSink {
    private final Hunter hunter;
    private final HuntBook book;
    private final Answer answer;
    private final @Nullable HuntManifest manifest;
    private final Period period;
    private final Map<Kind, RowScreen> screens = new EnumMap<>(Kind.class);
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final ScriptParts scripts = new ScriptParts();
    private long events;
    private long bytes;
    private long repeated;

    HuntSink(Hunter hunter, HuntBook book, Answer answer, @Nullable HuntManifest manifest, Period period) {
        this.hunter = hunter;
        this.book = book;
        this.answer = answer;
        this.manifest = manifest;
        this.period = period;
        for (var kind : Kind.values()) {
            screens.put(kind, RowScreen.of(hunter.ways(kind)));
        }
    }

    @Override
    public boolean wants(Kind kind, byte[] bytes, int from, int to) {
        return screen(kind).passes(bytes, from, to);
    }

    @Override
    public RowScreen screen(Kind kind) {
        return screens.getOrDefault(kind, RowScreen.NOTHING);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public void trace(Trace trace) {
        if (period.holds(trace.time())) {
            scripts.add(trace).forEach(this::hunt);
        }
    }

    private void hunt(Trace trace) {
        hunter.findings(trace, "").forEach(book::add);
    }

    @Override
    public void seen(String file, Seen seen) {
        events += seen.events();
        period.of(seen).ifPresentOrElse(part -> book.add(file, part), () -> book.outside(file, seen));
        if (manifest != null) {
            manifest.read(file, seen);
        }
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
    public void archive(String file) {
        book.archive(file);
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
        return new WatchedStream(in) {
            @Override
            protected void seen(byte[] bytes, int from, int count) {
                progress.add(count);
            }
        };
    }

    HuntResult finish() {
        workers.close();
        scripts.finish().forEach(this::hunt);
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
