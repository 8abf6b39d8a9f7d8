-- Who supplies material; an organisation of the registry or somebody known only by name.
create table materials.supplier (
    id              uuid    constraint supplier_pk primary key,
    name            text    not null constraint supplier_named check (name <> ''),
    organisation_id uuid    constraint supplier_organisation_fk references registry.organisation
                                constraint supplier_organisation_once unique,
    ice             text    constraint supplier_ice_form check (ice ~ '^[0-9]{15}$') constraint supplier_ice_once unique,
    phone           text,
    address         text    not null default '',
    closed_on       date,
    demonstration   boolean not null,
    version         bigint  not null
);
create sequence materials.lot_number;

-- What came in: weighed, assayed, priced once. weight: milligrams of silver, or the smallest part of another unit; fine: the
-- silver in it, half-up(weight × fineness ÷ 10000), stored once; cost in centimes. What is left of it is in the ledger.
create table materials.lot (
    id                uuid    constraint lot_pk primary key,
    number            bigint  not null constraint lot_number_once unique,
    fund_id           uuid    not null constraint lot_of_fund references materials.fund,
    material_code     text    not null constraint lot_of_material references materials.material,
    origin            text    not null constraint lot_origin_known check (origin in ('receipt', 'transform', 'found')),
    supplier_id       uuid    constraint lot_supplier_fk references materials.supplier,
    purchase_document text    not null default '',
    purchase_file     uuid,
    assay_certificate text    not null default '',
    assay_file        uuid,
    scale_id          uuid    constraint lot_scale_fk references materials.scale,
    scale_photo       uuid,
    weight            bigint  not null constraint lot_weighs check (weight > 0),
    fineness          int     constraint lot_fineness_within_one check (fineness between 1 and 10000),
    fine              bigint  not null,
    cost_centimes     bigint  not null constraint lot_cost_not_negative check (cost_centimes >= 0),
    received_on       date    not null,
    demonstration     boolean not null,
    constraint lot_received_has_supplier check (origin <> 'receipt' or supplier_id is not null),
    constraint lot_silver_has_fineness check ((material_code = 'SILVER') = (fineness is not null)),
    -- A part of another lot takes what is left of it, which roundings may have moved by some milligrams.
    constraint lot_fine_as_weighed check (case when fineness is null then fine = 0
        when origin = 'transform' then fine between 0 and weight
        else fine = div(weight::numeric * fineness * 2 + 10000, 20000) end)
);
create index lot_first_in on materials.lot (fund_id, material_code, received_on, number);

-- A lot is never rewritten; papers that come later are added.
create function materials.keep_lot() returns trigger
    language plpgsql
as $$
begin
    if (old.id, old.number, old.fund_id, old.material_code, old.origin, old.supplier_id, old.scale_id, old.weight, old.fineness,
        old.fine, old.cost_centimes, old.received_on, old.demonstration)
        is distinct from
       (new.id, new.number, new.fund_id, new.material_code, new.origin, new.supplier_id, new.scale_id, new.weight, new.fineness,
        new.fine, new.cost_centimes, new.received_on, new.demonstration) then
        raise exception 'lot % violates "lot_never_changes"', old.number
            using errcode = 'integrity_constraint_violation', constraint = 'lot_never_changes';
    end if;
    return new;
end
$$;
create trigger lot_never_changes before update on materials.lot for each row execute function materials.keep_lot();

-- Where a lot has lain, with its ledger accounts there.
create table materials.lot_at_point (
    lot_id         uuid not null constraint lot_at_point_of_lot references materials.lot,
    sale_point_id  uuid not null constraint lot_at_point_of_point references materials.sale_point,
    cost_account   uuid not null constraint lot_at_point_cost_account_fk references ledger.account,
    weight_account uuid not null constraint lot_at_point_weight_account_fk references ledger.account,
    fine_account   uuid constraint lot_at_point_fine_account_fk references ledger.account,
    constraint lot_at_point_pk primary key (lot_id, sale_point_id)
);
create index lot_at_point_by_point on materials.lot_at_point (sale_point_id, lot_id);

select identity.audit_table('materials.supplier', 'id');
select identity.audit_table('materials.lot', 'id');
grant select, insert, update on materials.supplier, materials.lot to qutb_application;
grant select, insert on materials.lot_at_point to qutb_application;
grant usage on sequence materials.lot_number to qutb_application;
