// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.asset.Server;
import org.tidemark.track.TrendQuestion;
import org.tidemark.track.TrendQuestion.Where;

/// Which group of a population each server is in: the table `server_group`.
final class ServerGroups {
    private static final String NOT_KNOWN = "not known";

    private final Database database;
    private final TrendQuestion question;
    private final String campaign;
    private final LocalDate from;

    /// @param campaign the name of the campaign asked about
    /// @param from the cohort's first day
    ServerGroups(Database database, TrendQuestion question, String campaign, LocalDate from) {
        this.database = database;
        this.question = question;
        this.campaign = campaign;
        this.from = from;
    }

    /// Fills the table, in which a group goes by its number: to group by a text takes several times as long.
    ///
    /// @param all the name under the number 0, which no server has
    /// @return the names of the groups, each at its number
    List<String> fill(String all) {
        var by = question.by();
        if (by == null) {
            return List.of(all);
        }
        switch (by) {
            case COUNTRY -> byPlace("country");
            case AS -> byPlace("asn");
            case SECTOR -> byPlace("sector");
            case PRODUCT -> byFirstCondition("c.product");
            case BRANCH -> byFirstCondition("c.branch");
            case SUPPORT -> bySupport();
            case NOTIFIED -> byNotices();
            case GIVEN -> given();
        }
        return numbered(all);
    }

    private List<String> numbered(String all) {
        database.run("""
                create or replace temp table group_name as
                select name, row_number() over (order by name)::integer as number from server_group group by name
                """, """
                create or replace temp table server_group as
                select s.server, n.number from server_group s join group_name n on n.name = s.name
                """);
        var names = new ArrayList<String>();
        names.add(all);
        names.addAll(database.rows("select name from group_name order by number", row -> row.getString(1)));
        return names;
    }

    private void byPlace(String column) {
        database.run("""
                create or replace temp table server_group as
                select i.server, coalesce(arg_max(p.%1$s, i.day), '%2$s') as name
                from identities i join place p on p.id = i.place group by i.server
                """.formatted(column, NOT_KNOWN));
    }

    private void byFirstCondition(String expression) {
        database.run("""
                create or replace temp table server_group as
                select t.server, coalesce(arg_min(%s, t.day), '%s') as name
                from transitions t join condition c on c.id = t.after group by t.server
                """.formatted(expression, NOT_KNOWN));
    }

    private void bySupport() {
        database.run("create or replace temp table branch_support (branch varchar not null, support varchar not null)");
        database.append(() -> {
            try (var row = database.temporaryAppender("branch_support")) {
                for (Map.Entry<String, String> each : question.support().entrySet()) {
                    row.beginRow().append(each.getKey()).append(each.getValue()).endRow();
                }
            }
        });
        database.run("""
                create or replace temp table server_group as
                select t.server, coalesce(arg_min(s.support, t.day), '%s') as name
                from transitions t join condition c on c.id = t.after
                left join branch_support s on s.branch = c.branch group by t.server
                """.formatted(NOT_KNOWN));
    }

    private void byNotices() {
        database.run("""
                create or replace temp table server_group as
                select t.server, case when n.server is null then 'not notified' else 'notified' end as name
                from (select distinct server from transitions) t left join (
                    select distinct l.server from notice_line l join notice n on n.id = l.notice
                    join notice_event e on e.notice = n.id
                    where n.campaign = '%s' and e.state in ('SENT', 'TOLD') and e.happened_at::date <= date '%s'
                        and n.id not in (select notice from notice_event where state in ('DEAD', 'TURNED_AWAY'))
                ) n on n.server = t.server
                """.formatted(campaign.replace("'", "''"), from));
    }

    /// By a list of somebody's own, server by server.
    private void given() {
        database.run("""
                create or replace temp table last_place as
                select i.server, arg_max(p.id, i.day) as place from identities i join place p on p.id = i.place
                group by i.server
                """, "create or replace temp table server_group (server bigint not null, name varchar not null)");
        // All are read before the first is written: a connection does one thing at a time.
        var grouped = grouped();
        database.append(() -> {
            try (var groups = database.temporaryAppender("server_group")) {
                for (var each : grouped) {
                    groups.beginRow().append(each.server()).append(each.name()).endRow();
                }
            }
        });
    }

    private record Grouped(long server, String name) {}

    private List<Grouped> grouped() {
        return database.rows("""
                select l.server, p.ip, p.port, p.host, p.name, p.certificate, p.country, p.asn, p.sector
                from last_place l join place p on p.id = l.place
                """, row -> {
            var name = question.groups().apply(where(row));
            return new Grouped(row.getLong(1), name == null ? NOT_KNOWN : name);
        });
    }

    private static Where where(ResultSet row) throws SQLException {
        var server = new Server(
                row.getString(2), Values.integer(row, 3), row.getString(4), row.getString(5), row.getString(6));
        return new Where(server, row.getString(7), row.getString(8), row.getString(9));
    }
}
