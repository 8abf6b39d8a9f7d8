-- What a material costs today to buy again: centimes for a million of the smallest parts (for silver a kilogram of fine weight). A
-- wrong quote is followed by a right one of the same day; the last entered counts.
create table materials.quote (
    id              uuid        constraint quote_pk primary key,
    material_code   text        not null constraint quote_of_material references materials.material,
    quoted_on       date        not null,
    price           bigint      not null constraint quote_price_positive check (price > 0),
    source          text        not null constraint quote_source_known check (source in ('typed', 'imported', 'fetched')),
    detail          text        not null default '',
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_by_name text        not null
);
create index quote_latest on materials.quote (material_code, quoted_on desc, entered_at desc, id desc) include (price);

-- What a point adds to the price of a material from a day on; each charge an amount for a million smallest parts, a share in
-- hundredths of a percent, or both. quote_days: for how many days a quote may be sold by.
create table materials.price_policy (
    id              uuid        constraint price_policy_pk primary key,
    sale_point_id   uuid        not null constraint price_policy_of_point references materials.sale_point,
    material_code   text        not null constraint price_policy_of_material references materials.material,
    valid_from      date        not null,
    transport_fixed bigint      not null,
    transport_bp    int         not null,
    assay_fixed     bigint      not null,
    assay_bp        int         not null,
    loss_fixed      bigint      not null,
    loss_bp         int         not null,
    margin_fixed    bigint      not null,
    margin_bp       int         not null,
    quote_days      int         not null constraint price_policy_quote_days_few check (quote_days between 1 and 60),
    reason          text        not null constraint price_policy_has_reason check (btrim(reason) <> ''),
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_by_name text        not null,
    constraint price_policy_charges_not_negative check (least(transport_fixed, transport_bp, assay_fixed, assay_bp, loss_fixed, loss_bp,
        margin_fixed, margin_bp) >= 0),
    constraint price_policy_shares_within_one check (greatest(transport_bp, assay_bp, loss_bp, margin_bp) <= 10000)
);
create index price_policy_latest on materials.price_policy (sale_point_id, material_code, valid_from desc, entered_at desc, id desc);

select identity.audit_table('materials.quote', 'id');
select identity.audit_table('materials.price_policy', 'id');
grant select, insert on materials.quote, materials.price_policy to qutb_application;
