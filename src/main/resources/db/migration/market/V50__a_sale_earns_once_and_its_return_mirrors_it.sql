-- The one book of the pole's sales.
create table market.book (
    code text constraint book_pk primary key constraint book_is_one check (code = 'MARKET'),
    book uuid not null constraint book_fk references ledger.book
);

-- What each line of a fulfilled order or receipt earned, in centimes, as it was posted; when it comes back, the same once more below zero.
-- line_id is of an order or of a receipt of the till. Never rewritten.
create table market.earning (
    id            uuid        constraint earning_pk primary key,
    kind          text        not null constraint earning_kind_known check (kind in ('sale', 'return')),
    fulfilment_id uuid        not null, -- key of the entry in the ledger
    number        text        not null,
    line_id       uuid        not null,
    maker_id      uuid        not null constraint earning_of_maker references market.maker,
    to_maker      bigint      not null, -- with the material
    material      bigint      not null,
    service       bigint      not null,
    fund          bigint      not null,
    transport     bigint      not null,
    tax           bigint      not null,
    at            timestamptz not null,
    constraint earning_line_once unique (line_id, kind),
    constraint earning_one_sign check (
        kind = 'sale' and least(to_maker, material, service, fund, transport, tax) >= 0
        or kind = 'return' and greatest(to_maker, material, service, fund, transport, tax) <= 0)
);
create index earning_by_maker on market.earning (maker_id, at);

grant select, insert on market.book, market.earning to qutb_application;
