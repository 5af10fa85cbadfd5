// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tidemark.asset.Server;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Format;
import org.tidemark.notify.Notice;
import org.tidemark.notify.NoticeState;
import org.tidemark.notify.Told;
import org.tidemark.run.NoticeBook;
import org.tidemark.run.ServerId;

/// The notices in a store.
final class StoredNotices implements NoticeBook {
    private static final String LAST = """
            (select notice, arg_max(state, number) as state, arg_max(detail, number) as detail, max(happened_at) as happened_at
            from notice_event group by notice)
            """;
    private static final String VOID = those(NoticeState::isVoid);
    private static final String WAITING = those(NoticeState::isWaiting);

    private final Database database;

    StoredNotices(Database database) {
        this.database = database;
    }

    private static String those(Predicate<NoticeState> wanted) {
        return Arrays.stream(NoticeState.values())
                .filter(wanted)
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void add(List<Notice> notices) {
        database.run("begin transaction");
        try {
            database.append(() -> append(notices));
            database.run("commit");
        } catch (RuntimeException e) {
            database.run("rollback");
            throw e;
        }
    }

    private void append(List<Notice> notices) throws SQLException {
        long number = events();
        try (var notice = database.appender("notice");
                var line = database.appender("notice_line");
                var event = database.appender("notice_event")) {
            for (var each : notices) {
                var contact = each.recipient();
                notice.beginRow().append(each.id()).append(each.token()).append(each.owner());
                notice.append(contact.address())
                        .append(contact.channel().name())
                        .append(contact.language());
                notice.append(contact.format().name());
                text(notice, contact.key());
                notice.append(each.campaign()).append(Values.utc(each.at())).endRow();
                for (var server : each.lines()) {
                    line(line, each.id(), server);
                }
                event(event, each.id(), NoticeState.PLANNED, "", each.at(), ++number);
            }
        }
    }

    private static void line(DuckDBAppender row, String notice, Notice.Line line) throws SQLException {
        row.beginRow().append(notice).append(HexFormat.fromHexDigitsToLong(line.server()));
        text(row, line.where().ip());
        if (line.where().port() == null) {
            row.appendNull();
        } else {
            row.append(line.where().port());
        }
        text(row, line.where().host());
        text(row, line.where().name());
        text(row, line.network());
        row.append(line.reason().name())
                .append(line.since())
                .append(line.suspected())
                .endRow();
    }

    private static void text(DuckDBAppender row, @Nullable String text) throws SQLException {
        if (text == null) {
            row.appendNull();
        } else {
            row.append(text);
        }
    }

    private static void event(
            DuckDBAppender row, String notice, NoticeState state, String detail, Instant at, long number)
            throws SQLException {
        row.beginRow().append(number).append(notice).append(state.name());
        row.append(detail).append(Values.utc(at)).endRow();
    }

    private long events() {
        return database.first("select coalesce(max(number), 0) from notice_event", row -> row.getLong(1))
                .orElse(0L);
    }

    @Override
    public Map<Told.Of, Told> told() {
        var told = new HashMap<Told.Of, Told>();
        database.each(
                """
                with valid as (
                    select n.id, n.owner, n.address, n.campaign, n.planned_at, e.state, e.happened_at from notice n
                    join %s e on e.notice = n.id where e.state not in (%s)
                ), latest as (
                    select l.server, v.campaign, max(l.since) as since, arg_max(v.owner, v.planned_at) as owner,
                        arg_max(v.address, v.planned_at) as address, bool_or(l.suspected) as suspected,
                        max(v.happened_at) as told_at, bool_or(v.state in (%s)) as waiting
                    from valid v join notice_line l on l.notice = v.id group by all
                )
                select t.server, t.campaign, t.owner, t.address, t.since, t.suspected, t.told_at, t.waiting, (
                    select count(*) from valid v join notice_line l on l.notice = v.id
                    where l.server = t.server and v.campaign = t.campaign and l.since = t.since)
                from latest t
                """.formatted(LAST, VOID, WAITING),
                row -> told.put(
                        new Told.Of(new ServerId(row.getLong(1)).toString(), row.getString(2)),
                        new Told(
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getBoolean(6),
                                Values.instant(row, 7),
                                row.getBoolean(8),
                                row.getInt(9))));
        return told;
    }

    @Override
    public void each(Consumer<Sent> to) {
        all("").forEach(to);
    }

    @Override
    public Optional<Sent> find(String text) {
        var asked = text.strip().toLowerCase(Locale.ROOT);
        var start = asked.startsWith("tm-") ? asked.substring("tm-".length()) : asked;
        if (!start.matches("[0-9a-f]{8,32}")) {
            return Optional.empty();
        }
        var found = all("where n.id like '" + start + "%' or n.token = '" + start + "'");
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Sent> all(String where) {
        var lines = new HashMap<String, List<Notice.Line>>();
        database.each(
                """
                select l.notice, l.server, l.ip, l.port, l.host, l.name, l.network, l.reason, l.since, l.suspected
                from notice_line l join notice n on n.id = l.notice %s
                """.formatted(where),
                row -> lines.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(line(row)));
        return database.rows(
                """
                select n.id, n.token, n.owner, n.address, n.channel, n.language, n.format, n.key, n.campaign,
                    n.planned_at, e.state, e.happened_at, e.detail
                from notice n join %s e on e.notice = n.id %s order by n.planned_at, n.owner, n.campaign, n.id
                """.formatted(LAST, where),
                row -> new Sent(
                        notice(row, lines.getOrDefault(row.getString(1), List.of())),
                        NoticeState.valueOf(row.getString(11)),
                        Values.instant(row, 12),
                        row.getString(13)));
    }

    private static Notice notice(ResultSet row, List<Notice.Line> lines) throws SQLException {
        return new Notice(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new Contact(
                        row.getString(4),
                        Channel.valueOf(row.getString(5)),
                        row.getString(6),
                        Format.valueOf(row.getString(7)),
                        row.getString(8)),
                row.getString(9),
                lines,
                Values.instant(row, 10));
    }

    private static Notice.Line line(ResultSet row) throws SQLException {
        return new Notice.Line(
                new ServerId(row.getLong(2)).toString(),
                new Server(row.getString(3), Values.integer(row, 4), row.getString(5), row.getString(6), null),
                row.getString(7),
                Notice.Reason.valueOf(row.getString(8)),
                row.getObject(9, LocalDate.class),
                row.getBoolean(10));
    }

    /// One row, and the driver commits it when the appender is closed: after a kill it is there or not.
    @Override
    public void event(String notice, NoticeState state, String detail, Instant at) {
        long number = events() + 1;
        database.append(() -> {
            try (var row = database.appender("notice_event")) {
                event(row, notice, state, detail, at, number);
            }
        });
    }

    @Override
    public boolean contact(String mailbox, ContactEvent event, String evidence, Instant at) {
        boolean there = database.first(
                        "select 1 from contact_event where mailbox = ? and evidence = ?",
                        row -> row.getInt(1),
                        mailbox,
                        evidence)
                .isPresent();
        if (!there) {
            database.append(() -> {
                try (var row = database.appender("contact_event")) {
                    row.beginRow().append(mailbox).append(event.name()).append(evidence);
                    row.append(Values.utc(at)).endRow();
                }
            });
        }
        return !there;
    }

    @Override
    public Set<String> unusable() {
        return new HashSet<>(database.rows(
                "select distinct mailbox from contact_event where event in ('DEAD', 'REFUSED', 'COMPLAINT')",
                row -> row.getString(1)));
    }

    @Override
    public long forget(String owner, Instant at) {
        var name = owner.replace("'", "''");
        long notices = database.first("select count(*) from notice where owner = ?", row -> row.getLong(1), owner)
                .orElse(0L);
        var ids = "(select id from notice where owner = '" + name + "')";
        database.run(
                "begin transaction",
                "insert into forgotten select timestamp '" + Values.utc(at) + "', campaign, count(distinct n.id),"
                        + " count(*) from notice n join notice_line l on l.notice = n.id where n.owner = '" + name
                        + "' group by campaign",
                "delete from contact_event where mailbox in (select lower(address) from notice where owner = '" + name
                        + "')",
                "delete from notice_line where notice in " + ids,
                "delete from notice_event where notice in " + ids,
                "delete from notice where owner = '" + name + "'",
                "delete from owner_contact where (list, \"row\") in (select (list, \"row\") from owner_row where owner = '"
                        + name + "')",
                "delete from owner_row where owner = '" + name + "'",
                "commit",
                // Takes it out of the journal; blocks of the file that are free now keep their bytes until they are
                // used.
                "checkpoint");
        return notices;
    }
}
