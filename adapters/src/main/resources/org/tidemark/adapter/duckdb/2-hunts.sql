-- What hunts said; a hunt whose answer is in already is not written again.

create table hunt (id integer not null, sha256 varchar not null unique, hunted_at timestamp not null, packs varchar[] not null);

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
    actors varchar[] not null);

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
    why varchar not null);
