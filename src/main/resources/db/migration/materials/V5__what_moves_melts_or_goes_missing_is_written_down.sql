create sequence materials.movement_number;

-- From one point of a fund to another; between the two it is in transit.
create table materials.transfer (
    id              uuid   constraint transfer_pk primary key,
    key             uuid   not null constraint transfer_key_once unique,
    number          bigint not null constraint transfer_number_once unique,
    lot_id          uuid   not null constraint transfer_of_lot references materials.lot,
    from_point      uuid   not null constraint transfer_from_point_fk references materials.sale_point,
    to_point        uuid   not null constraint transfer_to_point_fk references materials.sale_point,
    sent_on         date   not null,
    weight          bigint not null constraint transfer_weighs check (weight > 0),
    fine            bigint not null constraint transfer_fine_within_weight check (fine >= 0),
    cost_centimes   bigint not null constraint transfer_cost_not_negative check (cost_centimes >= 0),
    carrier         text   not null default '',
    arrival_key     uuid   constraint transfer_arrival_key_once unique,
    arrived_on      date,
    arrived_weight  bigint,
    missing_because text   not null default '',
    constraint transfer_goes_elsewhere check (from_point <> to_point),
    constraint transfer_arrives_after_leaving check (arrived_on >= sent_on),
    constraint transfer_arrival_whole check (num_nonnulls(arrival_key, arrived_on, arrived_weight) in (0, 3)),
    constraint transfer_brings_no_more check (arrived_weight between 1 and weight),
    constraint transfer_missing_with_reason check (arrived_weight = weight or arrived_weight is null or missing_because <> '')
);
create index transfer_by_lot on materials.transfer (lot_id);
create index transfer_by_points on materials.transfer (from_point, to_point);

-- Melting, alloying, parting, assaying again: lots go in, lots come out, the silver is the same but for what is named as lost.
create table materials.transform (
    id            uuid   constraint transform_pk primary key,
    key           uuid   not null constraint transform_key_once unique,
    number        bigint not null constraint transform_number_once unique,
    kind          text   not null constraint transform_kind_known check (kind in ('melt', 'alloy', 'split', 'assay')),
    sale_point_id uuid   not null constraint transform_of_point references materials.sale_point,
    done_on       date   not null,
    reason        text   not null constraint transform_with_reason check (reason <> ''),
    alloy_weight  bigint not null default 0 constraint transform_alloy_not_negative check (alloy_weight >= 0),
    lost_weight   bigint not null,
    lost_fine     bigint not null,
    lost_centimes bigint not null constraint transform_lost_centimes_not_negative check (lost_centimes >= 0),
    photo         uuid,
    document      uuid,
    constraint transform_alloys_only_when_alloying check (kind = 'alloy' or alloy_weight = 0),
    constraint transform_parts_lose_nothing check (kind <> 'split' or (lost_weight = 0 and lost_fine = 0 and lost_centimes = 0))
);
create table materials.transform_input (
    transform_id  uuid   not null constraint transform_input_of_transform references materials.transform,
    lot_id        uuid   not null constraint transform_input_lot_fk references materials.lot,
    weight        bigint not null constraint transform_input_weighs check (weight > 0),
    fine          bigint not null,
    cost_centimes bigint not null,
    constraint transform_input_pk primary key (transform_id, lot_id)
);
create index transform_input_by_lot on materials.transform_input (lot_id);
create table materials.transform_output (
    lot_id       uuid constraint transform_output_pk primary key constraint transform_output_lot_fk references materials.lot,
    transform_id uuid not null constraint transform_output_of_transform references materials.transform
);
create index transform_output_by_transform on materials.transform_output (transform_id);

-- Stolen, lost or written down wrongly: always with a reason, and the paper that proves it where there is one.
create table materials.write_off (
    id            uuid   constraint write_off_pk primary key,
    key           uuid   not null constraint write_off_key_once unique,
    number        bigint not null constraint write_off_number_once unique,
    kind          text   not null constraint write_off_kind_known check (kind in ('theft', 'loss', 'error')),
    lot_id        uuid   not null constraint write_off_of_lot references materials.lot,
    sale_point_id uuid   not null constraint write_off_of_point references materials.sale_point,
    happened_on   date   not null,
    weight        bigint not null constraint write_off_weighs check (weight > 0),
    fine          bigint not null,
    cost_centimes bigint not null,
    reason        text   not null constraint write_off_with_reason check (reason <> ''),
    report_number text   not null default '',
    document      uuid,
    constraint write_off_theft_reported check (kind <> 'theft' or report_number <> '')
);
create index write_off_by_lot on materials.write_off (lot_id);

select identity.audit_table('materials.transfer', 'id');
select identity.audit_table('materials.transform', 'id');
select identity.audit_table('materials.write_off', 'id');
grant select, insert on materials.transfer, materials.transform, materials.transform_input, materials.transform_output,
    materials.write_off to qutb_application;
grant update (arrival_key, arrived_on, arrived_weight, missing_because) on materials.transfer to qutb_application;
grant usage on sequence materials.movement_number to qutb_application;
