-- What follows from the facts, worked out day by day: which server a place is, and what each server is to the
-- campaigns. Rows are added and never changed. Each belongs to a revision; a revision of a day replaces whatever
-- earlier ones said of that day and later ones.

alter table finding add column hindered map(varchar, boolean) default map {};

create table file_day (file integer not null, day date not null, whole boolean not null);

insert into file_day
select file, coalesce(ended_at, started_at)::date, true from scan
where ended_at is not null or started_at is not null;

insert into file_day
select distinct o.file, least(coalesce(o.seen_at, f.looked_at), f.imported_at)::date, false
from observation o join file f on f.id = o.file
where o.file not in (select file from file_day);

-- who looks, and how; scans that declare nothing have the format of their file
create table source (id integer not null, sensor varchar not null, method varchar not null);

create table revision (
    id integer not null,
    day date not null,
    tracked_at timestamp not null,
    -- the packs and corrections that it rests on
    basis varchar not null);

create table tracked_file (file integer not null, revision integer not null);

create table tracked_day (
    day date not null,
    source integer not null,
    servers integer not null,
    -- what was declared, for breaks; null where nothing was
    declared varchar,
    complete boolean not null,
    -- why what it says is kept apart; null where it counts
    apart varchar,
    revision integer not null);

-- How many servers were seen on a day by which sources together.
create table seen_by (day date not null, sources bigint not null, servers integer not null, revision integer not null);

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
    states varchar not null);

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
    revision integer not null);

-- A place is this server from that day on.
create table identity (
    place bigint not null,
    server bigint not null,
    -- the key of its address and port where it says nothing else, else 0
    endpoint bigint not null,
    day date not null,
    revision integer not null);

create table identity_key (key bigint not null, server bigint not null, day date not null, revision integer not null);

create table identity_facts (
    server bigint not null,
    name bigint not null,
    certificate bigint not null,
    host bigint not null,
    address bigint not null,
    day date not null,
    revision integer not null);

create table correction (
    id integer not null,
    kind varchar not null,
    one bigint not null,
    other bigint not null,
    reason varchar not null,
    made_at timestamp not null);

create table correction_undone (id integer not null, undone_at timestamp not null);

create table confirmed (sensor varchar not null, method varchar not null, day date not null, confirmed_at timestamp not null);

-- Of a presence, see [org.tidemark.track.Presence].
create macro is_gone(presence) as presence & 3 = 2;

create view valid as
select id as revision, coalesce(
    min(day) over (order by id rows between 1 following and unbounded following),
    date '9999-12-31') as until
from revision;

create view transitions as select t.* from transition t join valid v using (revision) where t.day < v.until;

create view identities as select i.* from identity i join valid v using (revision) where i.day < v.until;

create view identity_keys as select k.* from identity_key k join valid v using (revision) where k.day < v.until;

create view identity_fact as select f.* from identity_facts f join valid v using (revision) where f.day < v.until;

create view tracked_days as select d.* from tracked_day d join valid v using (revision) where d.day < v.until;

create view seen_together as select s.* from seen_by s join valid v using (revision) where s.day < v.until;
