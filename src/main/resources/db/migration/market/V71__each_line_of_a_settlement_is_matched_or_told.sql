-- A file in which an acquirer says what it sent to the bank; the same file is taken once.
create table market.settlement (
    id          uuid        constraint settlement_pk primary key,
    acquirer    text        not null,
    file        text        not null,
    digest      text        not null constraint settlement_file_once unique,
    imported_at timestamptz not null,
    by          text        not null,
    by_name     text        not null,
    matched     int         not null,
    unmatched   int         not null,
    amount      bigint      not null,
    fee         bigint      not null
);

create table market.settlement_line (
    id            uuid   constraint settlement_line_pk primary key,
    settlement_id uuid   not null constraint settlement_line_of_settlement references market.settlement,
    line          int    not null,
    number        text   not null,
    reference     text   not null,
    amount        bigint not null,
    fee           bigint not null,
    payment_id    uuid   constraint settlement_line_of_payment references market.payment,
    verdict       text   not null constraint settlement_line_verdict_known check (verdict in ('matched', 'unknown', 'amount', 'unpaid', 'twice')),
    constraint settlement_line_matched_whole check (verdict <> 'matched' or payment_id is not null),
    constraint settlement_line_once unique (settlement_id, line)
);
-- What a payment brought comes once.
create unique index settlement_pays_once on market.settlement_line (payment_id) where verdict = 'matched';

grant select, insert on market.settlement, market.settlement_line to qutb_application;
