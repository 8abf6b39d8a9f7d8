-- What foreign money was worth on a day, by a named source: centimes of a dirham for a hundred euros, for a hundred dollars. A correction
-- is a later row of the same day. Only shown beside prices; what is paid is in dirhams.
create table market.exchange_rate (
    id              uuid        constraint exchange_rate_pk primary key,
    day             date        not null,
    eur             bigint      not null constraint exchange_rate_plausible check (eur between 50000 and 250000 and usd between 50000 and 250000),
    usd             bigint      not null,
    source          text        not null constraint exchange_rate_has_source check (btrim(source) <> ''),
    demonstration   boolean     not null,
    entered_at      timestamptz not null,
    entered_by_name text        not null,
    constraint exchange_rate_not_of_tomorrow check (day <= (entered_at at time zone 'Africa/Casablanca')::date)
);
create index exchange_rate_latest on market.exchange_rate (day desc, demonstration, entered_at desc);

select identity.audit_table('market.exchange_rate', 'id');
grant select, insert on market.exchange_rate to qutb_application;
