-- A drawer of the hall. Its money stands in the book of sales, each currency in an account of its own.
create table market.till (
    id            uuid        constraint till_pk primary key,
    name          text        not null constraint till_name_once unique constraint till_named check (btrim(name) <> ''),
    place_id      uuid        not null constraint till_in_place references market.place,
    added_at      timestamptz not null,
    added_by_name text        not null
);

-- One day of a till: opened with a count, closed with another.
create table market.till_session (
    id             uuid        constraint till_session_pk primary key,
    key            uuid        not null constraint till_session_key_once unique,
    till_id        uuid        not null constraint till_session_of_till references market.till,
    state          text        not null constraint till_session_state_known check (state in ('open', 'counted', 'closed')),
    opened_at      timestamptz not null,
    opened_by      text        not null,
    opened_by_name text        not null,
    counted_at     timestamptz,
    closed_at      timestamptz,
    closed_by_name text,
    demonstration  boolean     not null,
    constraint till_session_counted_whole check ((state = 'open') = (counted_at is null) and (state = 'open') = (closed_by_name is null)),
    constraint till_session_closed_whole check ((state = 'closed') = (closed_at is not null))
);
create unique index till_session_one_open on market.till_session (till_id) where state <> 'closed';
create index till_session_by_till on market.till_session (till_id, opened_at desc);

-- What was in it of each currency, and what the book said, read only after the count was written down; as it was typed, for good.
create table market.till_count (
    session_id uuid   not null constraint till_count_of_session references market.till_session,
    moment     text   not null constraint till_count_moment_known check (moment in ('opening', 'closing')),
    currency   text   not null constraint till_count_currency_known check (currency in ('MAD', 'EUR', 'USD')),
    counted    bigint not null constraint till_count_not_negative check (counted >= 0),
    expected   bigint not null,
    constraint till_count_pk primary key (session_id, moment, currency)
);

-- What was missing or too much, why, and who else agreed; posted when it is approved, under entry_key.
create table market.till_difference (
    session_id       uuid        not null,
    moment           text        not null,
    currency         text        not null,
    amount           bigint      not null constraint till_difference_not_nothing check (amount <> 0),
    reason           text        not null constraint till_difference_has_reason check (btrim(reason) <> ''),
    stated_at        timestamptz not null,
    stated_by        text        not null,
    stated_by_name   text        not null,
    approved_at      timestamptz,
    approved_by      text,
    approved_by_name text,
    entry_key        uuid        constraint till_difference_key_once unique,
    constraint till_difference_pk primary key (session_id, moment, currency),
    constraint till_difference_of_count foreign key (session_id, moment, currency) references market.till_count,
    constraint till_difference_approved_whole check ((approved_at is null) = (entry_key is null) and (approved_at is null) = (approved_by is null)),
    constraint till_difference_second_person check (approved_by <> stated_by)
);
create index till_difference_open on market.till_difference (session_id) where approved_at is null;

-- Money put in or taken out. dirhams: what the bank gave for foreign money; the amount itself otherwise.
create table market.till_movement (
    id            uuid        constraint till_movement_pk primary key,
    key           uuid        not null constraint till_movement_key_once unique,
    session_id    uuid        not null constraint till_movement_of_session references market.till_session,
    kind          text        not null constraint till_movement_kind_known check (kind in ('float', 'in', 'out', 'deposit')),
    currency      text        not null constraint till_movement_currency_known check (currency in ('MAD', 'EUR', 'USD')),
    amount        bigint      not null constraint till_movement_positive check (amount > 0),
    dirhams       bigint      not null constraint till_movement_worth_something check (dirhams > 0),
    reason        text        not null constraint till_movement_has_reason check (btrim(reason) <> ''),
    moved_at      timestamptz not null,
    moved_by_name text        not null,
    constraint till_movement_foreign_goes_to_the_bank check (currency = 'MAD' and dirhams = amount or currency <> 'MAD' and kind = 'deposit')
);
create index till_movement_by_session on market.till_movement (session_id, moved_at);

-- What was scanned and not yet paid, each piece under a hold of its own. It is gone when it is sold, put back, or nobody comes back to it.
create table market.till_basket (
    cart       uuid        not null,
    piece_id   uuid        not null constraint till_basket_of_piece references market.piece,
    till_id    uuid        not null constraint till_basket_of_till references market.till,
    hold_id    uuid        not null constraint till_basket_hold_fk references market.hold,
    seller     text        not null,
    scanned_at timestamptz not null,
    constraint till_basket_pk primary key (cart, piece_id)
);
create index till_basket_by_seller on market.till_basket (till_id, seller, scanned_at);

create sequence market.till_sale_number;

-- A sale at the hall. cash: everything given in notes and coins, in dirhams, before the change. device: which sold it without network.
create table market.till_sale (
    id            uuid        constraint till_sale_pk primary key,
    key           uuid        not null constraint till_sale_key_once unique,
    number        text        not null constraint till_sale_number_once unique,
    session_id    uuid        not null constraint till_sale_in_session references market.till_session,
    total         bigint      not null constraint till_sale_of_something check (total > 0),
    cash          bigint      not null constraint till_sale_cash_not_negative check (cash >= 0),
    card          bigint      not null constraint till_sale_card_not_negative check (card >= 0),
    change        bigint      not null constraint till_sale_change_not_negative check (change >= 0),
    slip          text        not null constraint till_sale_slip_of_card check ((card > 0) = (slip <> '')),
    language      text        not null,
    device        uuid,
    sold_at       timestamptz not null,
    sold_on       date        not null,
    arrived_at    timestamptz not null,
    sold_by       text        not null,
    sold_by_name  text        not null,
    demonstration boolean     not null,
    constraint till_sale_paid_whole check (cash + card - change = total and change <= cash),
    constraint till_sale_slip_is_no_card check (slip !~ '[0-9]{11}')
);
create index till_sale_by_session on market.till_sale (session_id, sold_at desc);
create index till_sale_by_time on market.till_sale (sold_at desc);

-- The notes and coins that were given. rate: centimes of a dirham for a hundred; rate_day: of which day it was.
create table market.till_tender (
    sale_id  uuid   not null constraint till_tender_of_sale references market.till_sale,
    currency text   not null constraint till_tender_currency_known check (currency in ('MAD', 'EUR', 'USD')),
    amount   bigint not null constraint till_tender_positive check (amount > 0),
    dirhams  bigint not null constraint till_tender_worth_something check (dirhams > 0),
    rate     bigint,
    rate_day date,
    constraint till_tender_pk primary key (sale_id, currency),
    constraint till_tender_rate_of_foreign check ((currency = 'MAD') = (rate is null) and (rate is null) = (rate_day is null))
);

-- One piece of a sale, with the parts of its price frozen.
create table market.till_line (
    id            uuid     constraint till_line_pk primary key,
    sale_id       uuid     not null constraint till_line_of_sale references market.till_sale,
    position      smallint not null,
    product_id    uuid     not null constraint till_line_of_product references market.product,
    piece_id      uuid     not null constraint till_line_of_piece references market.piece,
    hold_id       uuid     not null constraint till_line_hold_once unique constraint till_line_hold_fk references market.hold,
    serial        text     not null,
    maker_id      uuid     not null constraint till_line_of_maker references market.maker,
    title_ar      text     not null,
    title_fr      text     not null,
    title_en      text     not null,
    title_es      text     not null,
    title_zgh     text     not null,
    price         bigint   not null,
    part_maker    bigint   not null,
    part_material bigint   not null,
    part_service  bigint   not null,
    part_fund     bigint   not null,
    part_transport bigint  not null,
    part_tax      bigint   not null,
    constraint till_line_position_once unique (sale_id, position),
    constraint till_line_adds_up check (part_maker + part_material + part_service + part_fund + part_transport + part_tax = price)
);
create index till_line_by_piece on market.till_line (piece_id);

-- What came back, and how the money was given back.
create table market.till_return (
    id               uuid        constraint till_return_pk primary key,
    key              uuid        not null constraint till_return_key_once unique,
    sale_id          uuid        not null constraint till_return_of_sale references market.till_sale,
    session_id       uuid        not null constraint till_return_in_session references market.till_session,
    means            text        not null constraint till_return_means_known check (means in ('cash', 'card')),
    amount           bigint      not null constraint till_return_positive check (amount > 0),
    faulty           boolean     not null,
    reason           text        not null constraint till_return_has_reason check (btrim(reason) <> ''),
    slip             text        not null constraint till_return_slip_of_card check ((means = 'card') = (slip <> '')),
    returned_at      timestamptz not null,
    returned_by_name text        not null,
    constraint till_return_slip_is_no_card check (slip !~ '[0-9]{11}')
);
create index till_return_by_sale on market.till_return (sale_id);
create index till_return_by_session on market.till_return (session_id);
create table market.till_return_line (
    line_id   uuid not null constraint till_return_line_pk primary key constraint till_return_line_fk references market.till_line,
    return_id uuid not null constraint till_return_line_of_return references market.till_return
);

select identity.audit_table('market.till', 'id');
select identity.audit_table('market.till_session', 'id');
select identity.audit_table('market.till_difference', 'session_id');
select identity.audit_table('market.till_movement', 'id');
grant select, insert on market.till, market.till_count, market.till_movement, market.till_sale, market.till_tender, market.till_line,
    market.till_return, market.till_return_line to qutb_application;
grant select, insert, update on market.till_session, market.till_difference to qutb_application;
grant select, insert, delete on market.till_basket to qutb_application;
grant usage on sequence market.till_sale_number to qutb_application;
