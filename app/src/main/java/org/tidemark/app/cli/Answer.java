// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.advisory.Pack;
import org.tidemark.fault.Problem;
import org.tidemark.fault.TidemarkException;
import org.tidemark.run.Knowledge;

/// One command's answer on its way out: rows, problems, and the summary that ends every run.
///
/// Keeps what decides the exit status: problems make it partial (3), findings make it 1.
final class Answer implements AutoCloseable {
    private static final int STALE_DAYS = 60;
    private static final int INCOMPLETE = 3;

    private final Invocation invocation;
    private final CommonOptions options;
    private final Knowledge knowledge;
    private final PrintWriter out;
    private final @Nullable RowWriter rows;
    private int problems;
    private boolean found;
    private boolean finished;

    Answer(Invocation invocation, CommonOptions options, Knowledge knowledge) {
        options.check();
        this.invocation = invocation;
        this.options = options;
        this.knowledge = knowledge;
        this.out = invocation.printer();
        this.rows =
                options.json ? new JsonRows(invocation.out()) : options.csv ? new CsvRows(out, invocation.err()) : null;
    }

    /// The summary of a run that was refused for its options: a program that reads rows always finds one.
    static void refused(Invocation invocation, Packs packs) {
        var options = new CommonOptions();
        options.json = true;
        begin(invocation, options, packs).close();
    }

    /// Loads the knowledge that an answer rests on. Everything that may be wrong with what was asked is looked at
    /// after this, so that such a run ends with a summary too.
    static Answer begin(Invocation invocation, CommonOptions options, Packs packs) {
        try {
            return new Answer(invocation, options, packs.load(options.packs));
        } catch (TidemarkException e) {
            new Answer(invocation, options, new Knowledge(List.of())).close();
            throw e;
        }
    }

    /// The packs that the answer rests on.
    Knowledge knowledge() {
        return knowledge;
    }

    /// Whether tables and sentences are wanted, not rows for programs.
    boolean forPeople() {
        return rows == null;
    }

    /// Standard output for people.
    PrintWriter people() {
        return out;
    }

    Terminal terminal() {
        return invocation.terminal();
    }

    /// Progress of long work, shown where somebody watches.
    Progress progress(String what, long bytes) {
        return new Progress(what, bytes, invocation.err(), invocation.clock(), invocation.watched() && !options.quiet);
    }

    /// Says in one line, where somebody watches, what long work is at; an empty text wipes the line out.
    void doing(String what) {
        if (invocation.watched() && !options.quiet) {
            invocation.err().print("\r" + what + "\u001b[K");
            invocation.err().flush();
        }
    }

    /// Names the rows that are the answer, where rows of several types come or none may.
    ///
    /// @param type of the rows
    /// @param columns of a table of them
    void columns(String type, List<String> columns) {
        if (rows != null) {
            rows.columns(type, columns);
        }
    }

    void row(Row row) {
        if (rows != null) {
            rows.write(row);
        }
    }

    void problem(Problem problem) {
        problems++;
        var row = Problems.row(problem);
        if (rows != null) {
            rows.write(row);
        } else {
            invocation.err().println(Problems.sentence(row));
            invocation.err().flush();
        }
    }

    /// A word for people beside the answer.
    void hint(String text) {
        if (!options.quiet) {
            invocation.err().println("Note: " + Terminal.safe(text));
        }
    }

    int problems() {
        return problems;
    }

    /// Something was found, or is not decided: the exit status is 1 unless the answer is partial.
    void found() {
        found = true;
    }

    /// Writes the summary and gives the exit status.
    ///
    /// @param counts the counts of the command
    int finish(Row counts) {
        var stale = knowledge.packs().stream().filter(this::isStale).toList();
        summarise(counts, problems > 0, stale);
        warn(stale);
        return problems > 0 ? INCOMPLETE : found ? 1 : 0;
    }

    private void summarise(Row counts, boolean partial, List<Pack> stale) {
        finished = true;
        var summary = Row.of("summary");
        counts.fields().forEach(summary::put);
        summary.put("problems", problems)
                .put("partial", partial)
                .put("packs", knowledge.packs().stream().map(Answer::packFields).toList());
        if (!stale.isEmpty()) {
            summary.put("stalePacks", stale.stream().map(Pack::id).toList());
        }
        row(summary);
    }

    static Map<String, Object> packFields(Pack pack) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", pack.id());
        fields.put("version", pack.version());
        fields.put("sha256", pack.sha256());
        return fields;
    }

    boolean isStale(Pack pack) {
        return ChronoUnit.DAYS.between(pack.dataAsOf(), invocation.today()) > STALE_DAYS;
    }

    private void warn(List<Pack> stale) {
        for (var pack : stale) {
            invocation
                    .err()
                    .println("Note: the newest fact of the knowledge pack " + pack.id() + " is of " + pack.dataAsOf()
                            + "; updates and flaws published since then are not known to it.");
        }
        if (problems > 0 && !options.json) {
            invocation
                    .err()
                    .println(problems + (problems == 1 ? " part" : " parts")
                            + " of the input could not be read; the answer is partial.");
        }
    }

    /// A command that could not go on ends with a summary too: whoever reads the rows must see that more was to
    /// come.
    @Override
    public void close() {
        if (!finished) {
            summarise(Row.of("summary"), true, List.of());
        }
        if (rows != null) {
            rows.close();
        }
        out.flush();
        invocation.err().flush();
    }
}
