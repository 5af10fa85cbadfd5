// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.duckdb;

import java.util.List;

/// The tables of the store, as steps from one version to the next; the first step makes them.
///
/// What repeats from scan to scan stands once and is named by the hash of its content: a `place` is what a server is
/// known by, a `finding` what was concluded of it. An `observation` joins the two with a time and a source, some 30
/// bytes for each server and scan.
final class Schema {
    /// Attributes with a column of their own, since populations are compared by them.
    static final List<String> ATTRIBUTE_COLUMNS = List.of("country", "asn", "sector");

    /// @param statements what brings a store to the next version
    record Step(List<String> statements) {
        Step {
            statements = List.copyOf(statements);
        }
    }

    private static final Step FIRST = new Step(List.of(
            """
            create table file (
                id integer not null,
                sha256 varchar not null unique,
                name varchar not null,
                bytes bigint not null,
                imported_at timestamp not null,
                -- when records without a time of their own count as seen
                looked_at timestamp not null,
                records bigint not null,
                observations bigint not null,
                problems bigint not null,
                formats varchar[] not null)
            """,
            """
            create table scan (
                file integer not null,
                sensor varchar,
                method varchar,
                ports integer[] not null,
                ranges varchar[] not null,
                complete boolean,
                started_at timestamp,
                ended_at timestamp)
            """,
            """
            create table problem (
                file integer not null,
                place varchar not null,
                line bigint,
                record bigint,
                "offset" bigint,
                cause varchar not null,
                cure varchar not null)
            """,
            """
            -- the file itself, or the members of an archive
            create table part (file integer not null, part integer not null, name varchar not null, format varchar not null)
            """,
            """
            create table place (
                id bigint not null,
                ip varchar,
                port integer,
                host varchar,
                name varchar,
                certificate varchar,
                country varchar,
                asn varchar,
                sector varchar,
                attributes map(varchar, varchar) not null)
            """,
            """
            create table finding (
                id bigint not null,
                family varchar,
                build1 integer,
                build2 integer,
                build3 integer,
                build4 integer,
                -- whether a header that only later builds send left out some of the releases
                narrowed boolean not null,
                method varchar not null,
                confidence varchar not null,
                flags varchar[] not null,
                builds varchar[] not null,
                packages varchar[] not null,
                settings map(varchar, varchar) not null,
                reason varchar not null)
            """,
            """
            create table observation (
                server bigint not null,
                seen_at timestamp,
                place bigint not null,
                finding bigint not null,
                file integer not null,
                part integer not null,
                line bigint)
            """,
            // For people with a DuckDB shell, and for export: one flat table.
            """
            create view observations as
            select o.server, coalesce(o.seen_at, f.looked_at) as seen_at, p.ip, p.port, p.host, p.name, p.certificate,
                p.country, p.asn, p.sector, p.attributes, x.family, x.build1, x.build2, x.build3, x.build4, x.method,
                x.confidence, x.flags, x.builds, x.packages, x.settings, x.reason, r.name as source, o.line, r.format,
                f.sha256
            from observation o
            join place p on p.id = o.place
            join finding x on x.id = o.finding
            join file f on f.id = o.file
            join part r on r.file = o.file and r.part = o.part
            """));

    /// What hunts said; a hunt whose answer is in already is not written again.
    private static final Step HUNTS = new Step(List.of("""
            create table hunt (id integer not null, sha256 varchar not null unique, hunted_at timestamp not null, packs varchar[] not null)
            """, """
            create table hunt_verdict (
                hunt integer not null,
                -- as its evidence calls it
                server varchar not null,
                campaign varchar,
                verdict varchar not null,
                could_be varchar,
                reason varchar not null,
                first_at timestamp,
                last_at timestamp,
                actors varchar[] not null)
            """, """
            create table hunt_finding (
                hunt integer not null,
                server varchar not null,
                rule varchar not null,
                campaign varchar,
                stage varchar not null,
                seen_at timestamp,
                kind varchar not null,
                file varchar not null,
                path varchar,
                line bigint,
                record bigint,
                actor varchar,
                evidence map(varchar, varchar) not null,
                why varchar not null)
            """));

    /// What follows from the facts, worked out day by day: which server a place is, and what each server is to the
    /// campaigns. Rows are added and never changed. Each belongs to a revision; a revision of a day replaces
    /// whatever
    /// earlier ones said of that day and later ones.
    private static final Step TRACKED = new Step(
            List.of(
                    "alter table finding add column hindered map(varchar, boolean) default map {}",
                    "create table file_day (file integer not null, day date not null, whole boolean not null)",
                    """
            insert into file_day
            select file, coalesce(ended_at, started_at)::date, true from scan
            where ended_at is not null or started_at is not null
            """,
                    """
            insert into file_day
            select distinct o.file, least(coalesce(o.seen_at, f.looked_at), f.imported_at)::date, false
            from observation o join file f on f.id = o.file
            where o.file not in (select file from file_day)
            """,
                    """
            -- who looks, and how; scans that declare nothing have the format of their file
            create table source (id integer not null, sensor varchar not null, method varchar not null)
            """,
                    """
            create table revision (
                id integer not null,
                day date not null,
                tracked_at timestamp not null,
                -- the packs and corrections that it rests on
                basis varchar not null)
            """,
                    "create table tracked_file (file integer not null, revision integer not null)",
                    """
            create table tracked_day (
                day date not null,
                source integer not null,
                servers integer not null,
                -- what was declared, for breaks; null where nothing was
                declared varchar,
                complete boolean not null,
                -- why what it says is kept apart; null where it counts
                apart varchar,
                revision integer not null)
            """,
                    // How many servers were seen on a day by which sources together.
                    "create table seen_by (day date not null, sources bigint not null, servers integer not null, revision integer not null)",
                    """
            create table condition (
                id bigint not null,
                family varchar,
                builds varchar[] not null,
                mixed boolean not null,
                outside boolean not null,
                packages varchar[] not null,
                settings map(varchar, varchar) not null,
                mitigated varchar[] not null,
                product varchar,
                branch varchar,
                -- a letter for each campaign
                states varchar not null)
            """,
                    """
            create table transition (
                server bigint not null,
                day date not null,
                -- 0 at first sight
                before bigint not null,
                after bigint not null,
                presence_before tinyint not null,
                presence tinyint not null,
                -- a bit for each source that has ever seen it
                sources bigint not null,
                revision integer not null)
            """,
                    // A place is this server from that day on.
                    """
            create table identity (
                place bigint not null,
                server bigint not null,
                -- the key of its address and port where it says nothing else, else 0
                endpoint bigint not null,
                day date not null,
                revision integer not null)
            """,
                    "create table identity_key (key bigint not null, server bigint not null, day date not null, revision integer not null)",
                    """
            create table identity_facts (
                server bigint not null,
                name bigint not null,
                certificate bigint not null,
                host bigint not null,
                address bigint not null,
                day date not null,
                revision integer not null)
            """,
                    """
            create table correction (
                id integer not null,
                kind varchar not null,
                one bigint not null,
                other bigint not null,
                reason varchar not null,
                made_at timestamp not null)
            """,
                    "create table correction_undone (id integer not null, undone_at timestamp not null)",
                    """
            create table confirmed (sensor varchar not null, method varchar not null, day date not null, confirmed_at timestamp not null)
            """,
                    // Of a presence, see [org.tidemark.track.Presence].
                    "create macro is_gone(presence) as presence & 3 = 2",
                    """
            create view valid as
            select id as revision, coalesce(
                min(day) over (order by id rows between 1 following and unbounded following),
                date '9999-12-31') as until
            from revision
            """,
                    "create view transitions as select t.* from transition t join valid v using (revision) where t.day < v.until",
                    "create view identities as select i.* from identity i join valid v using (revision) where i.day < v.until",
                    "create view identity_keys as select k.* from identity_key k join valid v using (revision) where k.day < v.until",
                    "create view identity_fact as select f.* from identity_facts f join valid v using (revision) where f.day < v.until",
                    "create view tracked_days as select d.* from tracked_day d join valid v using (revision) where d.day < v.until",
                    "create view seen_together as select s.* from seen_by s join valid v using (revision) where s.day < v.until"));

    /// Whom to tell. Contacts are data about people, so these tables hold what holds now and nothing else.
    private static final Step OWNERS = new Step(List.of("""
            create table owner_list (id integer not null, name varchar not null, sha256 varchar not null, taken_at timestamp not null)
            """, """
            create table owner_row (
                list integer not null,
                "row" integer not null,
                line bigint,
                kind varchar not null,
                owner varchar not null,
                servers varchar[] not null,
                ranges varchar[] not null,
                domains varchar[] not null,
                networks varchar[] not null,
                sector varchar,
                constituency varchar,
                impact varchar,
                opt_out boolean not null)
            """, """
            create table owner_contact (
                list integer not null,
                "row" integer not null,
                position integer not null,
                escalation boolean not null,
                address varchar not null,
                channel varchar not null,
                language varchar not null,
                format varchar not null,
                key varchar)
            """));

    /// What was told to whom. Events are only added; an owner who is forgotten is taken out of all of them, and
    /// counts
    /// stay.
    private static final Step NOTICES = new Step(List.of("""
            create table notice (
                id varchar not null,
                -- in the address to which it comes back
                token varchar not null,
                owner varchar not null,
                address varchar not null,
                channel varchar not null,
                language varchar not null,
                format varchar not null,
                key varchar,
                campaign varchar not null,
                planned_at timestamp not null)
            """, """
            create table notice_line (
                notice varchar not null,
                server bigint not null,
                ip varchar,
                port integer,
                host varchar,
                name varchar,
                network varchar,
                reason varchar not null,
                since date not null,
                suspected boolean not null)
            """, """
            create table notice_event (
                number bigint not null,
                notice varchar not null,
                state varchar not null,
                detail varchar not null,
                happened_at timestamp not null)
            """, """
            create table contact_event (mailbox varchar not null, event varchar not null, evidence varchar not null, happened_at timestamp not null)
            """, """
            create table forgotten (forgotten_at timestamp not null, campaign varchar not null, notices bigint not null, servers bigint not null)
            """));

    /// Never changed and never shortened: a store of any age must find its way from here.
    static final List<Step> STEPS = List.of(FIRST, HUNTS, TRACKED, OWNERS, NOTICES);

    private Schema() {}
}
