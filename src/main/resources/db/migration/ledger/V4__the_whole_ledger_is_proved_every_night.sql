-- What a proof of the whole ledger found. night: the nightly run of that day, so that of several nodes one does it.
create table ledger.proof (
    id         uuid        not null,
    night      date,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    entries    bigint,
    postings   bigint,
    damage     text[],
    constraint proof_pk primary key (id),
    constraint proof_once_a_night unique (night),
    constraint proof_ended_whole check (num_nonnulls(ended_at, entries, postings, damage) in (0, 4))
);
create index proof_by_time on ledger.proof (begun_at desc);

grant select, insert on ledger.proof to qutb_application;
grant update (ended_at, entries, postings, damage) on ledger.proof to qutb_application;
