// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tidemark.notify.Channel;
import org.tidemark.notify.Contact;
import org.tidemark.notify.Format;
import org.tidemark.notify.OwnerRow;
import org.tidemark.run.OwnerBook;

/// The lists of owners in a store.
final class StoredOwners implements OwnerBook {
    private final Database database;

    StoredOwners(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String name, String sha256, List<OwnerRow> rows, Instant at) {
        var before = lists().stream().filter(list -> list.name().equals(name)).findFirst();
        if (before.isPresent() && before.get().sha256().equals(sha256)) {
            return false;
        }
        // A list keeps its place among the others when it is replaced: of two rows that fit alike the first wins.
        int number = number(name);
        database.run("begin transaction");
        try {
            drop(number);
            database.append(() -> append(number, name, sha256, rows, at));
            database.run("commit");
        } catch (RuntimeException e) {
            database.run("rollback");
            throw e;
        }
        return true;
    }

    private int number(String name) {
        return database.first("select id from owner_list where name = ?", row -> row.getInt(1), name)
                .or(() -> database.first("select coalesce(max(id), 0) + 1 from owner_list", row -> row.getInt(1)))
                .orElse(1);
    }

    private void drop(int list) {
        database.run(
                "delete from owner_contact where list = " + list,
                "delete from owner_row where list = " + list,
                "delete from owner_list where id = " + list);
    }

    private void append(int number, String name, String sha256, List<OwnerRow> rows, Instant at) throws SQLException {
        try (var list = database.appender("owner_list");
                var row = database.appender("owner_row");
                var contact = database.appender("owner_contact")) {
            list.beginRow()
                    .append(number)
                    .append(name)
                    .append(sha256)
                    .append(Values.utc(at))
                    .endRow();
            for (int i = 0; i < rows.size(); i++) {
                var each = rows.get(i);
                row(row, number, i, each);
                contacts(contact, number, i, each.contacts(), false);
                contacts(contact, number, i, each.escalation(), true);
            }
        }
    }

    private static void row(DuckDBAppender row, int list, int position, OwnerRow owner) throws SQLException {
        row.beginRow().append(list).append(position);
        if (owner.line() == null) {
            row.appendNull();
        } else {
            row.append(owner.line());
        }
        row.append(owner.kind().name()).append(owner.owner());
        row.append(owner.servers()).append(owner.ranges());
        row.append(owner.domains()).append(owner.networks());
        text(row, owner.sector());
        text(row, owner.constituency());
        text(row, owner.impact());
        row.append(owner.optOut()).endRow();
    }

    private static void contacts(DuckDBAppender row, int list, int position, List<Contact> contacts, boolean escalation)
            throws SQLException {
        for (int i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            row.beginRow().append(list).append(position).append(i).append(escalation);
            row.append(contact.address()).append(contact.channel().name()).append(contact.language());
            row.append(contact.format().name());
            text(row, contact.key());
            row.endRow();
        }
    }

    private static void text(DuckDBAppender row, @Nullable String text) throws SQLException {
        if (text == null) {
            row.appendNull();
        } else {
            row.append(text);
        }
    }

    private record Place(int list, int position, boolean escalation) {}

    @Override
    public List<OwnerRow> rows() {
        var contacts = new HashMap<Place, List<Contact>>();
        database.each(
                """
                select list, "row", escalation, address, channel, language, format, key
                from owner_contact order by list, "row", escalation, position
                """,
                row -> contacts.computeIfAbsent(
                                new Place(row.getInt(1), row.getInt(2), row.getBoolean(3)), _ -> new ArrayList<>(1))
                        .add(new Contact(
                                row.getString(4),
                                Channel.valueOf(row.getString(5)),
                                row.getString(6),
                                Format.valueOf(row.getString(7)),
                                row.getString(8))));
        return rows(contacts);
    }

    private List<OwnerRow> rows(Map<Place, List<Contact>> contacts) {
        return database.rows(
                """
                select r.list, r."row", l.name, r.line, r.kind, r.owner, r.servers, r.ranges, r.domains, r.networks,
                    r.sector, r.constituency, r.impact, r.opt_out
                from owner_row r join owner_list l on l.id = r.list order by r.list, r."row"
                """,
                row -> new OwnerRow(
                        row.getString(3),
                        Values.number(row, 4),
                        OwnerRow.Kind.valueOf(row.getString(5)),
                        row.getString(6),
                        Values.texts(row, 7),
                        Values.texts(row, 8),
                        Values.texts(row, 9),
                        Values.texts(row, 10),
                        contacts.getOrDefault(new Place(row.getInt(1), row.getInt(2), false), List.of()),
                        contacts.getOrDefault(new Place(row.getInt(1), row.getInt(2), true), List.of()),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getBoolean(14)));
    }

    @Override
    public List<OwnerList> lists() {
        return database.rows(
                """
                select l.name, l.sha256, l.taken_at, (select count(*) from owner_row r where r.list = l.id)
                from owner_list l order by l.id
                """, row -> new OwnerList(row.getString(1), row.getString(2), Values.instant(row, 3), row.getLong(4)));
    }

    @Override
    public boolean remove(String name) {
        var number = database.first("select id from owner_list where name = ?", row -> row.getInt(1), name);
        number.ifPresent(list -> {
            database.run("begin transaction");
            drop(list);
            database.run("commit");
        });
        return number.isPresent();
    }
}
