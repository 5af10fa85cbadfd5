-- Whom to tell. Contacts are data about people, so these tables hold what holds now and nothing else.

create table owner_list (id integer not null, name varchar not null, sha256 varchar not null, taken_at timestamp not null);

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
    opt_out boolean not null);

create table owner_contact (
    list integer not null,
    "row" integer not null,
    position integer not null,
    escalation boolean not null,
    address varchar not null,
    channel varchar not null,
    language varchar not null,
    format varchar not null,
    key varchar);
