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
    formats varchar[] not null);

create table scan (
    file integer not null,
    sensor varchar,
    method varchar,
    ports integer[] not null,
    ranges varchar[] not null,
    complete boolean,
    started_at timestamp,
    ended_at timestamp);

create table problem (
    file integer not null,
    place varchar not null,
    line bigint,
    record bigint,
    "offset" bigint,
    cause varchar not null,
    cure varchar not null);

-- the file itself, or the members of an archive
create table part (file integer not null, part integer not null, name varchar not null, format varchar not null);

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
    attributes map(varchar, varchar) not null);

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
    reason varchar not null);

create table observation (
    server bigint not null,
    seen_at timestamp,
    place bigint not null,
    finding bigint not null,
    file integer not null,
    part integer not null,
    line bigint);

-- For people with a DuckDB shell, and for export: one flat table.
create view observations as
select o.server, coalesce(o.seen_at, f.looked_at) as seen_at, p.ip, p.port, p.host, p.name, p.certificate,
    p.country, p.asn, p.sector, p.attributes, x.family, x.build1, x.build2, x.build3, x.build4, x.method,
    x.confidence, x.flags, x.builds, x.packages, x.settings, x.reason, r.name as source, o.line, r.format,
    f.sha256
from observation o
join place p on p.id = o.place
join finding x on x.id = o.finding
join file f on f.id = o.file
join part r on r.file = o.file and r.part = o.part;
