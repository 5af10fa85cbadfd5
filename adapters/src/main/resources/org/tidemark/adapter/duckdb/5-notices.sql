-- What was told to whom. Events are only added; an owner who is forgotten is taken out of all of them, and counts
-- stay.

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
    planned_at timestamp not null);

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
    suspected boolean not null);

create table notice_event (
    number bigint not null,
    notice varchar not null,
    state varchar not null,
    detail varchar not null,
    happened_at timestamp not null);

create table contact_event (mailbox varchar not null, event varchar not null, evidence varchar not null, happened_at timestamp not null);

create table forgotten (forgotten_at timestamp not null, campaign varchar not null, notices bigint not null, servers bigint not null);
