// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.adapter.EvidenceSink;
import org.tidemark.adapter.RowScreen;
import org.tidemark.adapter.WatchedStream;
import org.tidemark.adapter.Workers;
import org.tidemark.adapter.yara.YaraRules;
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
    /// Pages are small; of a library its beginning tells.
    private static final int LARGEST_SCANNED = 16 << 20;

    private final Hunter hunter;
    private final HuntBook book;
    private final Answer answer;
    private final @Nullable HuntManifest manifest;
    private final Period period;
    private final @Nullable YaraRules yara;
    private final Map<Kind, RowScreen> screens = new EnumMap<>(Kind.class);
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final ScriptParts scripts = new ScriptParts();
    private long events;
    private long bytes;
    private long repeated;

    /// @param yara rules for whole files; null where there are none
    HuntSink(
            Hunter hunter,
            HuntBook book,
            Answer answer,
            @Nullable HuntManifest manifest,
            Period period,
            @Nullable YaraRules yara) {
        this.hunter = hunter;
        this.book = book;
        this.answer = answer;
        this.manifest = manifest;
        this.period = period;
        this.yara = yara;
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
    public int wantedContent() {
        return yara == null ? 0 : LARGEST_SCANNED;
    }

    @Override
    public void content(Trace trace, byte[] bytes, int length) {
        if (yara == null || !period.holds(trace.time())) {
            return;
        }
        var place = trace.place();
        var path = place.path() == null ? place.file() : place.path();
        for (var hit : yara.scan(place.file(), path, bytes, length, this::problem)) {
            var fields = new TreeMap<>(trace.fields());
            fields.put("namespace", List.of(hit.namespace()));
            fields.put("tags", hit.tags());
            var told = new Trace(trace.kind(), fields, trace.time(), trace.server(), place);
            new Hunter(List.of(hit.asRule())).findings(told, "").forEach(book::add);
        }
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
