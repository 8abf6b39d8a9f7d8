-- What a device of the hall may sell while it hears nothing: pieces held for it alone, at the prices of the moment. A sale made so arrives
-- later, once, under the key the device gave it.
create table market.till_allotment (
    id             uuid        constraint till_allotment_pk primary key,
    device_id      uuid        not null,
    device_name    text        not null,
    place_id       uuid        not null constraint till_allotment_in_place references market.place,
    till_id        uuid        not null constraint till_allotment_of_till references market.till,
    opened_at      timestamptz not null,
    opened_by      text        not null,
    opened_by_name text        not null,
    closed_at      timestamptz,
    closed_by      text,
    closed_by_name text,
    constraint till_allotment_closed_whole check ((closed_at is null) = (closed_by is null))
);
create unique index till_allotment_one_open on market.till_allotment (device_id) where closed_at is null;
create index till_allotment_open_by_till on market.till_allotment (till_id) where closed_at is null;

-- One piece, with the parts of its price as they were when it was allotted.
create table market.till_allotment_piece (
    allotment_id   uuid   not null constraint till_allotment_piece_of_allotment references market.till_allotment,
    piece_id       uuid   not null constraint till_allotment_piece_fk references market.piece,
    hold_id        uuid   not null constraint till_allotment_piece_hold_fk references market.hold,
    price          bigint not null,
    part_maker     bigint not null,
    part_material  bigint not null,
    part_service   bigint not null,
    part_fund      bigint not null,
    part_transport bigint not null,
    part_tax       bigint not null,
    constraint till_allotment_piece_pk primary key (allotment_id, piece_id),
    constraint till_allotment_piece_adds_up check (part_maker + part_material + part_service + part_fund + part_transport + part_tax = price)
);

select identity.audit_table('market.till_allotment', 'id');
grant select, insert, update on market.till_allotment to qutb_application;
grant select, insert on market.till_allotment_piece to qutb_application;
