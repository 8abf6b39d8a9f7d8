-- How much an artisan may buy in a period, by convention; from a day on.
create table materials.quota_rule (
    id              uuid        constraint quota_rule_pk primary key,
    sale_point_id   uuid        not null constraint quota_rule_of_point references materials.sale_point,
    material_code   text        not null constraint quota_rule_of_material references materials.material,
    valid_from      date        not null,
    period          text        not null constraint quota_rule_period_known check (period in ('month', 'quarter', 'year')),
    most            bigint      not null constraint quota_rule_positive check (most > 0),
    reason          text        not null constraint quota_rule_has_reason check (btrim(reason) <> ''),
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_by_name text        not null
);
create index quota_rule_latest on materials.quota_rule (sale_point_id, material_code, valid_from desc, entered_at desc, id desc);

-- How much of a quota is used: a row for each artisan and period, so that two clerks wait for each other at the same artisan only.
create table materials.quota_use (
    person_id     uuid   not null constraint quota_use_person_fk references registry.person,
    sale_point_id uuid   not null constraint quota_use_of_point references materials.sale_point,
    material_code text   not null constraint quota_use_of_material references materials.material,
    period        text   not null constraint quota_use_period_known check (period in ('month', 'quarter', 'year')),
    starts_on     date   not null,
    used          bigint not null constraint quota_use_not_negative check (used >= 0),
    constraint quota_use_pk primary key (person_id, sale_point_id, material_code, period, starts_on)
) with (fillfactor = 70);

-- Who pays what is missing when something is sold under the floor: no hidden gift.
create table materials.support_line (
    id        uuid   constraint support_line_pk primary key,
    fund_id   uuid   not null constraint support_line_of_fund references materials.fund,
    name_ar   text   not null,
    name_fr   text   not null,
    name_en   text   not null,
    closed_on date,
    version   bigint not null,
    constraint support_line_named check (name_ar || name_fr <> ''),
    constraint support_line_once unique (fund_id, name_ar)
);

-- A sale under the floor is asked for by one person, allowed by another, and made once.
create table materials.exception (
    id              uuid        constraint exception_pk primary key,
    sale_point_id   uuid        not null constraint exception_of_point references materials.sale_point,
    buyer           uuid        not null constraint exception_buyer_fk references registry.person,
    material_code   text        not null constraint exception_of_material references materials.material,
    weight          bigint      not null constraint exception_weight_positive check (weight > 0),
    unit_price      bigint      not null constraint exception_price_not_negative check (unit_price >= 0),
    support_line_id uuid        not null constraint exception_of_line references materials.support_line,
    reason          text        not null constraint exception_has_reason check (btrim(reason) <> ''),
    asked_at        timestamptz not null,
    asked_by        text        not null,
    asked_by_name   text        not null,
    state           text        not null constraint exception_state_known check (state in ('asked', 'allowed', 'declined', 'used')),
    decided_at      timestamptz,
    decided_by      text,
    decided_by_name text,
    constraint exception_decided_whole check ((state = 'asked') = (decided_by is null)),
    constraint exception_second_person check (decided_by <> asked_by)
);
create index exception_to_decide on materials.exception (sale_point_id, asked_at) where state in ('asked', 'allowed');

create table materials.receipt_series (
    sale_point_id uuid   not null constraint receipt_series_of_point references materials.sale_point,
    year          int    not null,
    last          bigint not null,
    constraint receipt_series_pk primary key (sale_point_id, year)
) with (fillfactor = 10);

-- What was sold over the counter. Not in the trail of changes: it is written once, with its entry in the ledger, and never changes.
-- number: of the receipt, without gaps for a point and a year. fine: the metal in it, or the weight itself for materials without. price:
-- what the buyer pays or owes; shortfall: what a support line pays. sold_on, sold_at: when it happened; posted_at: when it reached the books, later for
-- what a device sold without network.
create table materials.sale (
    id              uuid        constraint sale_pk primary key,
    key             uuid        not null constraint sale_key_once unique,
    sale_point_id   uuid        not null constraint sale_of_point references materials.sale_point,
    year            int         not null,
    number          bigint      not null,
    sold_on         date        not null,
    sold_at         timestamptz not null,
    posted_at       timestamptz not null,
    buyer           uuid        not null constraint sale_buyer_fk references registry.person,
    clerk           text        not null,
    clerk_name      text        not null,
    material_code   text        not null constraint sale_of_material references materials.material,
    weight          bigint      not null constraint sale_weighs check (weight > 0),
    fine            bigint      not null constraint sale_fine_within check (fine between 0 and weight),
    price           bigint      not null constraint sale_price_not_negative check (price >= 0),
    shortfall       bigint      not null constraint sale_shortfall_not_negative check (shortfall >= 0),
    payment         text        not null constraint sale_payment_known check (payment in ('cash', 'transfer', 'credit')),
    session_id      uuid        constraint sale_of_session references materials.till_session,
    reference       text        not null default '',
    due_on          date,
    exception_id    uuid        constraint sale_exception_fk references materials.exception constraint sale_exception_once unique,
    weighed         text        not null constraint sale_weighed_known check (weighed in ('scale', 'typed')),
    device_id       uuid,
    over_quota      boolean     not null,
    period          text,
    constraint sale_number_once unique (sale_point_id, year, number),
    constraint sale_cash_in_a_till check ((payment = 'cash') = (session_id is not null)),
    constraint sale_credit_is_due check ((payment = 'credit') = (due_on is not null)),
    constraint sale_shortfall_has_exception check (shortfall = 0 or exception_id is not null)
);
create index sale_by_day on materials.sale (sale_point_id, sold_on desc, number desc);
create index sale_by_buyer on materials.sale (buyer, sold_on desc);
create index sale_by_session on materials.sale (session_id) where session_id is not null;

-- From which lots. unit_price and floor: for a million of the smallest fine parts; replacement: what buying it again cost that day.
create table materials.sale_line (
    sale_id     uuid     not null constraint sale_line_of_sale references materials.sale,
    line        smallint not null,
    lot_id      uuid     not null constraint sale_line_of_lot references materials.lot,
    weight      bigint   not null constraint sale_line_weighs check (weight > 0),
    fine        bigint   not null,
    cost        bigint   not null,
    replacement bigint   not null,
    floor       bigint   not null,
    unit_price  bigint   not null,
    price       bigint   not null,
    constraint sale_line_pk primary key (sale_id, line)
);
create index sale_line_by_lot on materials.sale_line (lot_id);

create table materials.sale_reversal (
    sale_id          uuid        constraint sale_reversal_once primary key constraint sale_reversal_of_sale references materials.sale,
    reason           text        not null constraint sale_reversal_has_reason check (btrim(reason) <> ''),
    reversed_at      timestamptz not null,
    reversed_on      date        not null,
    reversed_by      text        not null,
    reversed_by_name text        not null,
    key              uuid        not null constraint sale_reversal_key_once unique
);

create function materials.sale_stays() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a sale violates "sale_never_changes"' using errcode = 'integrity_constraint_violation', constraint = 'sale_never_changes';
end
$$;
create trigger sale_never_changes before update or delete or truncate on materials.sale
    for each statement execute function materials.sale_stays();
create trigger sale_line_never_changes before update or delete or truncate on materials.sale_line
    for each statement execute function materials.sale_stays();
create trigger sale_reversal_never_changes before update or delete or truncate on materials.sale_reversal
    for each statement execute function materials.sale_stays();

select identity.audit_table('materials.quota_rule', 'id');
select identity.audit_table('materials.support_line', 'id');
select identity.audit_table('materials.exception', 'id');
select identity.audit_table('materials.sale_reversal', 'sale_id');
grant select, insert on materials.quota_rule, materials.sale, materials.sale_line, materials.sale_reversal to qutb_application;
grant select, insert, update on materials.quota_use, materials.support_line, materials.exception, materials.receipt_series to qutb_application;
