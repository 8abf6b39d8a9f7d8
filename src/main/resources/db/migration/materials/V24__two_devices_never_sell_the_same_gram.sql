-- What a device may sell while it hears nothing: parts of lots held back in the ledger for it, with the prices of the moment. A sale made
-- so arrives later, once, under the key the device gave it.
create table materials.allotment (
    id             uuid        constraint allotment_pk primary key,
    device_id      uuid        not null,
    device_name    text        not null,
    sale_point_id  uuid        not null constraint allotment_of_point references materials.sale_point,
    till_id        uuid        not null constraint allotment_of_till references materials.till,
    opened_at      timestamptz not null,
    opened_by      text        not null,
    opened_by_name text        not null,
    closed_at      timestamptz,
    closed_by      text,
    closed_by_name text,
    constraint allotment_closed_whole check ((closed_at is null) = (closed_by is null))
);
create unique index allotment_one_open on materials.allotment (device_id) where closed_at is null;
create index allotment_open_by_till on materials.allotment (till_id) where closed_at is null;

-- Part of one lot. unit_price, replacement: for a million fine parts, as they were when it was allotted. weight, fine, cost: what is
-- still held back, under reservation; null once nothing is.
create table materials.allotment_line (
    allotment_id uuid     not null constraint allotment_line_of_allotment references materials.allotment,
    line         smallint not null,
    lot_id       uuid     not null constraint allotment_line_of_lot references materials.lot,
    unit_price   bigint   not null,
    allotted     bigint   not null constraint allotment_line_positive check (allotted > 0),
    weight       bigint   not null,
    fine         bigint   not null,
    cost         bigint   not null,
    reservation  uuid     constraint allotment_line_reservation_fk references ledger.reservation,
    constraint allotment_line_pk primary key (allotment_id, line),
    constraint allotment_line_held_within check (weight between 0 and allotted and fine >= 0 and cost >= 0),
    constraint allotment_line_held_whole check ((weight = 0) = (reservation is null))
);

select identity.audit_table('materials.allotment', 'id');
grant select, insert, update on materials.allotment, materials.allotment_line to qutb_application;
