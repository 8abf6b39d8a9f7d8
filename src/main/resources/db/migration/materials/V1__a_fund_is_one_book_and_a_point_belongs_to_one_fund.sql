-- Decision 0008: a fund is one book of the ledger, its sale points own accounts in it.
grant usage on schema materials to qutb_application;

create table materials.fund (
    id             uuid    constraint fund_pk primary key,
    code           text    not null constraint fund_code_once unique
                               constraint fund_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,20}$'),
    name_ar        text    not null,
    name_fr        text    not null,
    name_en        text    not null,
    book           uuid    not null constraint fund_has_a_book references ledger.book constraint fund_book_once unique,
    reference_code text    constraint fund_reference_code_once unique,
    demonstration  boolean not null,
    version        bigint  not null,
    constraint fund_named check (name_ar || name_fr <> '')
);

-- territories: the place and all it lies in, as roles hold for them.
create table materials.sale_point (
    id             uuid    constraint sale_point_pk primary key,
    fund_id        uuid    not null constraint sale_point_of_fund references materials.fund,
    code           text    not null constraint sale_point_code_once unique
                               constraint sale_point_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,20}$'),
    name_ar        text    not null,
    name_fr        text    not null,
    name_en        text    not null,
    territory_code text    not null constraint sale_point_territory_fk references registry.territory,
    territories    text[]  not null,
    managed_by     uuid    constraint sale_point_managed_by_fk references registry.organisation,
    address        text    not null default '',
    phone          text,
    bank_name      text    not null default '',
    bank_rib       text    constraint sale_point_rib_form check (bank_rib ~ '^[0-9]{24}$'),
    safe           text    not null default '',
    safe_keys      int     constraint sale_point_safe_keys_few check (safe_keys between 1 and 9),
    opened_on      date,
    closed_on      date,
    reference_code text    constraint sale_point_reference_code_once unique,
    demonstration  boolean not null,
    version        bigint  not null,
    constraint sale_point_named check (name_ar || name_fr <> ''),
    constraint sale_point_in_its_territories check (territory_code = any (territories)),
    constraint sale_point_closes_after_opening check (closed_on >= opened_on)
);
create index sale_point_by_fund on materials.sale_point (fund_id);

create table materials.till (
    id            uuid    constraint till_pk primary key,
    sale_point_id uuid    not null constraint till_of_point references materials.sale_point,
    name          text    not null constraint till_named check (name <> ''),
    set_up_at     timestamptz not null,
    constraint till_name_once unique (sale_point_id, name)
);

-- class: accuracy as engraved on the scale (I the finest to IV); interval_mg: its verification interval e. An expired calibration warns.
create table materials.scale (
    id                     uuid   constraint scale_pk primary key,
    sale_point_id          uuid   not null constraint scale_of_point references materials.sale_point,
    name                   text   not null constraint scale_named check (name <> ''),
    serial_number          text   not null default '',
    class                  text   not null constraint scale_class_known check (class in ('I', 'II', 'III', 'IIII')),
    interval_mg            bigint not null constraint scale_interval_positive check (interval_mg > 0),
    capacity_mg            bigint not null,
    calibrated_on          date,
    calibration_expires_on date,
    certificate            uuid,
    retired_on             date,
    version                bigint not null,
    constraint scale_capacity_above_interval check (capacity_mg > interval_mg),
    constraint scale_calibration_whole check ((calibrated_on is null) = (calibration_expires_on is null)),
    constraint scale_calibration_lasts check (calibration_expires_on > calibrated_on)
);
create index scale_by_point on materials.scale (sale_point_id);

-- What is sold, and what the ledger counts it in.
create table materials.material (
    code           text     constraint material_pk primary key,
    name_ar        text     not null,
    name_fr        text     not null,
    name_en        text     not null,
    commodity      text     not null constraint material_commodity_fk references ledger.commodity,
    fine_commodity text     constraint material_fine_commodity_fk references ledger.commodity,
    decimals       smallint not null constraint material_decimals_few check (decimals between 0 and 6),
    unit_ar        text     not null,
    unit_fr        text     not null,
    unit_en        text     not null,
    craft_code     text     not null constraint material_craft_fk references registry.craft,
    icon           text     not null,
    position       int      not null,
    constraint material_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,20}$')
);

-- The finenesses dealt in, in tenths of a thousandth, each from a day until another.
create table materials.fineness (
    material_code text not null constraint fineness_of_material references materials.material,
    tenths        int  not null constraint fineness_within_one check (tenths between 1 and 10000),
    valid_from    date not null,
    valid_to      date,
    constraint fineness_pk primary key (material_code, tenths, valid_from),
    constraint fineness_lasts check (valid_to > valid_from),
    constraint fineness_once_at_a_time exclude using gist
        (material_code with =, tenths with =, daterange(valid_from, valid_to) with &&)
);

select identity.audit_table('materials.fund', 'id');
select identity.audit_table('materials.sale_point', 'id', 'bank_rib');
select identity.audit_table('materials.till', 'id');
select identity.audit_table('materials.scale', 'id');
select identity.audit_table('materials.material', 'code');
select identity.audit_table('materials.fineness', 'material_code');
grant select, insert, update on materials.fund, materials.sale_point, materials.scale, materials.material, materials.fineness
    to qutb_application;
grant select, insert on materials.till to qutb_application;
