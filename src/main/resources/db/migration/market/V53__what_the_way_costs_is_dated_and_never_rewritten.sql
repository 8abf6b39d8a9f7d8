-- Who brings parcels. abroad: beyond Morocco; cash: takes the buyer's money at the door. tracking: address with {number}, or empty.
create table market.carrier (
    id              uuid        constraint carrier_pk primary key,
    code            text        not null constraint carrier_code_once unique constraint carrier_code_form check (code ~ '^[A-Z][A-Z0-9-]{1,20}$'),
    name_ar         text        not null constraint carrier_named check (name_ar <> '' and name_fr <> '' and name_en <> ''),
    name_fr         text        not null,
    name_en         text        not null,
    abroad          boolean     not null,
    cash            boolean     not null,
    tracking        text        not null constraint carrier_tracking_form check (tracking = '' or tracking like 'https://%{number}%'),
    open            boolean     not null,
    changed_at      timestamptz not null,
    changed_by_name text        not null,
    version         bigint      not null,
    constraint carrier_cash_at_home check (not (abroad and cash))
);

-- Where parcels go; countries by their two letters, {*} for all that no other zone names.
create table market.zone (
    code      text   constraint zone_pk primary key,
    position  int    not null,
    name_ar   text   not null,
    name_fr   text   not null,
    name_en   text   not null,
    name_es   text   not null,
    countries text[] not null constraint zone_somewhere check (cardinality(countries) > 0)
);

-- From a day on a carrier's table for a zone holds until the next one: the first row that is heavy enough counts. Grams and centimes.
create table market.delivery_rate (
    id              uuid        constraint delivery_rate_pk primary key,
    carrier_id      uuid        not null constraint delivery_rate_of_carrier references market.carrier,
    zone_code       text        not null constraint delivery_rate_for_zone references market.zone,
    valid_from      date        not null,
    up_to_g         int         not null constraint delivery_rate_weight_plausible check (up_to_g between 1 and 100000),
    fee             bigint      not null constraint delivery_rate_fee_not_negative check (fee >= 0),
    days_min        int         not null,
    days_max        int         not null,
    reason          text        not null constraint delivery_rate_has_reason check (btrim(reason) <> ''),
    entered_at      timestamptz not null,
    entered_by_name text        not null,
    constraint delivery_rate_once unique (carrier_id, zone_code, valid_from, up_to_g),
    -- Law 31-08, article 33: thirty days at most.
    constraint delivery_rate_days_lawful check (0 <= days_min and days_min <= days_max and days_max <= 30)
);

-- What holds for every parcel from a day on. cash_cap: more is not sent against cash; confirm_days: how long pieces wait for the buyer's
-- word on the telephone; packing_g: of the box.
create table market.delivery_terms (
    valid_from      date        constraint delivery_terms_pk primary key,
    cash_cap        bigint      not null constraint delivery_terms_cap_not_negative check (cash_cap >= 0),
    confirm_days    int         not null constraint delivery_terms_confirm_soon check (confirm_days between 1 and 10),
    packing_g       int         not null constraint delivery_terms_packing_plausible check (packing_g between 0 and 5000),
    reason          text        not null constraint delivery_terms_has_reason check (btrim(reason) <> ''),
    entered_at      timestamptz not null,
    entered_by_name text        not null
);

select identity.audit_table('market.carrier', 'id');
select identity.audit_table('market.delivery_rate', 'id');
select identity.audit_table('market.delivery_terms', 'valid_from');
grant select, insert, update on market.carrier, market.zone to qutb_application;
grant select, insert on market.delivery_rate, market.delivery_terms to qutb_application;
