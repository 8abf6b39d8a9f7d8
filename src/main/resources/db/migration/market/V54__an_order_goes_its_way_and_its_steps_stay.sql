create sequence market.order_number;

-- What one buyer ordered together: one parcel, one payment, whoever made the pieces. Money in centimes, weight in milligrams.
-- state: where the goods are. money: where the buyer's money is, beside it. carrier_owes: of which the carrier holds or must make good.
-- key: names the form, so that what is sent twice is ordered once. code: with the telephone, the buyer's key to it.
create table market.buyer_order (
    id              uuid        constraint buyer_order_pk primary key,
    key             uuid        not null constraint buyer_order_key_once unique,
    number          text        not null constraint buyer_order_number_once unique,
    code            text        not null constraint buyer_order_code_form check (code ~ '^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$'),
    language        text        not null,
    name            text        not null constraint buyer_order_named check (btrim(name) <> ''),
    phone           text        not null constraint buyer_order_phone_form check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    email           text,
    pick_up         boolean     not null,
    country         text        not null constraint buyer_order_country_form check (country ~ '^[A-Z]{2}$'),
    city            text        not null,
    address         text        not null,
    landmark        text        not null,
    postcode        text        not null,
    note            text        not null,
    carrier_id      uuid        constraint buyer_order_carrier_fk references market.carrier,
    zone_code       text        constraint buyer_order_zone_fk references market.zone,
    weight_mg       bigint      not null,
    method          text        not null,
    goods           bigint      not null constraint buyer_order_of_something check (goods > 0),
    delivery        bigint      not null constraint buyer_order_delivery_not_negative check (delivery >= 0),
    total           bigint      not null,
    state           text        not null constraint buyer_order_state_known check (state in
                                    ('placed', 'confirmed', 'ready', 'sent', 'delivered', 'refused', 'lost', 'cancelled', 'returned')),
    money           text        not null constraint buyer_order_money_known check (money in
                                    ('awaited', 'paid', 'with_carrier', 'remitted', 'reconciled', 'refund_due', 'refunded', 'none')),
    carrier_owes    bigint      not null constraint buyer_order_carrier_owes_not_negative check (carrier_owes >= 0),
    owed_since      timestamptz,
    remittance_id   uuid,
    tracking        text        not null,
    reason          text        not null,
    placed_at       timestamptz not null,
    confirm_until   timestamptz not null,
    promised_on     date        not null,
    sent_at         timestamptz,
    delivered_at    timestamptz,
    withdraw_until  timestamptz,
    changed_at      timestamptz not null,
    demonstration   boolean     not null,
    constraint buyer_order_total_adds_up check (total = goods + delivery),
    constraint buyer_order_way_whole check (pick_up = (carrier_id is null) and (not pick_up or delivery = 0)),
    constraint buyer_order_address_to_send check (pick_up or btrim(city) <> '' and btrim(address || landmark) <> ''),
    constraint buyer_order_delivered_whole check ((state <> 'delivered' or delivered_at is not null) and (delivered_at is null) = (withdraw_until is null)),
    constraint buyer_order_owed_since check ((carrier_owes > 0) = (owed_since is not null))
) with (fillfactor = 70);
create index buyer_order_latest on market.buyer_order (placed_at desc, id desc);
create index buyer_order_by_state on market.buyer_order (state, placed_at);
create index buyer_order_by_phone on market.buyer_order (phone, placed_at desc);
create index buyer_order_owed on market.buyer_order (carrier_id, owed_since) where carrier_owes > 0;
create index buyer_order_waiting on market.buyer_order (confirm_until) where state = 'placed';

-- One thing of an order, with all a price was made of when it was ordered: what the pole keeps may change, this does not.
-- piece_id is null for what is still to be made. hold_id: who it is kept by.
create table market.order_line (
    id             uuid     constraint order_line_pk primary key,
    order_id       uuid     not null constraint order_line_of_order references market.buyer_order,
    position       smallint not null,
    product_id     uuid     not null constraint order_line_product_fk references market.product,
    product_number bigint   not null,
    piece_id       uuid     constraint order_line_piece_fk references market.piece,
    hold_id        uuid     constraint order_line_hold_fk references market.hold,
    maker_id       uuid     not null constraint order_line_maker_fk references market.maker,
    title_ar       text     not null,
    title_fr       text     not null,
    title_en       text     not null,
    title_es       text     not null,
    title_zgh      text     not null,
    photo          jsonb,
    to_order       boolean  not null,
    lead_days      int,
    weight_mg      bigint   not null,
    price          bigint   not null constraint order_line_price_positive check (price > 0),
    part_maker     bigint   not null,
    part_material  bigint   not null,
    part_service   bigint   not null,
    part_fund      bigint   not null,
    part_transport bigint   not null,
    part_tax       bigint   not null,
    constraint order_line_place_once unique (order_id, position),
    constraint order_line_parts_make_the_price check (part_maker + part_material + part_service + part_fund + part_transport + part_tax = price),
    constraint order_line_parts_not_negative check (least(part_maker, part_material, part_service, part_fund, part_transport, part_tax) >= 0),
    constraint order_line_held_or_made check (to_order or piece_id is not null)
);
create index order_line_by_product on market.order_line (product_id);
create index order_line_by_piece on market.order_line (piece_id) where piece_id is not null;

-- Every step of an order. Not in the trail of changes: it is one.
create table market.order_step (
    id       bigint      generated always as identity constraint order_step_pk primary key,
    order_id uuid        not null constraint order_step_of_order references market.buyer_order,
    at       timestamptz not null,
    by       text        not null,
    by_name  text        not null,
    act      text        not null,
    state    text        not null,
    money    text        not null,
    note     text        not null
);
create index order_step_by_order on market.order_step (order_id, id);

create function market.order_goes_its_way() returns trigger
    language plpgsql
as $$
begin
    if (old.id, old.key, old.number, old.code, old.goods, old.delivery, old.placed_at)
        is distinct from (new.id, new.key, new.number, new.code, new.goods, new.delivery, new.placed_at) then
        raise exception 'an order violates "order_stays_itself"' using errcode = 'integrity_constraint_violation', constraint = 'order_stays_itself';
    end if;
    if not (old.state = new.state or (old.state, new.state) in (
            ('placed', 'confirmed'), ('placed', 'cancelled'),
            ('confirmed', 'ready'), ('confirmed', 'cancelled'),
            ('ready', 'sent'), ('ready', 'delivered'), ('ready', 'cancelled'),
            ('sent', 'delivered'), ('sent', 'refused'), ('sent', 'lost'),
            ('delivered', 'returned'))) then
        raise exception 'an order violates "order_goes_its_way": % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation', constraint = 'order_goes_its_way';
    end if;
    return new;
end
$$;
create trigger order_goes_its_way before update on market.buyer_order for each row execute function market.order_goes_its_way();

create function market.step_stays() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a step violates "order_step_never_changes"'
        using errcode = 'integrity_constraint_violation', constraint = 'order_step_never_changes';
end
$$;
create trigger order_step_never_changes before update or delete or truncate on market.order_step
    for each statement execute function market.step_stays();

-- What a line was sold for is never touched again; only which piece it is may be said later.
grant select, insert on market.buyer_order, market.order_line, market.order_step to qutb_application;
grant update (carrier_id, method, state, money, carrier_owes, owed_since, remittance_id, tracking, reason, confirm_until, sent_at, delivered_at,
    withdraw_until, changed_at, name, phone, email, city, address, landmark, postcode, note) on market.buyer_order to qutb_application;
grant update (piece_id, hold_id) on market.order_line to qutb_application;
grant usage on sequence market.order_number to qutb_application;

-- Things that come back after they were the buyer's: asked, received and looked at, the money given back; or not accepted.
create table market.order_return (
    id           uuid        constraint order_return_pk primary key,
    key          uuid        not null constraint order_return_key_once unique,
    order_id     uuid        not null constraint order_return_of_order references market.buyer_order,
    kind         text        not null constraint order_return_kind_known check (kind in ('withdrawal', 'faulty')),
    state        text        not null constraint order_return_state_known check (state in ('asked', 'received', 'refunded', 'declined')),
    reason       text        not null,
    asked_at     timestamptz not null,
    asked_by     text        not null,
    goods        bigint      not null,
    delivery     bigint      not null constraint order_return_delivery_not_negative check (delivery >= 0),
    refund_until date        not null,
    received_at  timestamptz,
    refunded_at  timestamptz,
    answer       text        not null,
    constraint order_return_declined_with_reason check (state <> 'declined' or btrim(answer) <> ''),
    constraint order_return_refunded_whole check ((state = 'refunded') = (refunded_at is not null))
);
create index order_return_by_order on market.order_return (order_id, asked_at);
create index order_return_open on market.order_return (refund_until) where state in ('asked', 'received');

create table market.order_return_line (
    return_id uuid    not null constraint order_return_line_of_return references market.order_return,
    line_id   uuid    not null constraint order_return_line_of_line references market.order_line,
    open      boolean not null,
    constraint order_return_line_pk primary key (return_id, line_id)
);
-- A thing comes back once, unless it was declined.
create unique index order_return_line_once on market.order_return_line (line_id) where open;

-- A list of a carrier: which orders' money it sent, less what it kept. Posted when the bank has it.
create table market.remittance (
    id            uuid        constraint remittance_pk primary key,
    key           uuid        not null constraint remittance_key_once unique,
    carrier_id    uuid        not null constraint remittance_of_carrier references market.carrier,
    reference     text        not null constraint remittance_referred check (btrim(reference) <> ''),
    gross         bigint      not null constraint remittance_of_something check (gross > 0),
    kept          bigint      not null constraint remittance_kept_within check (kept between 0 and gross),
    state         text        not null constraint remittance_state_known check (state in ('remitted', 'reconciled')),
    listed_at     timestamptz not null,
    listed_by     text        not null,
    reconciled_at timestamptz,
    reconciled_by text,
    constraint remittance_reference_once unique (carrier_id, reference),
    constraint remittance_reconciled_whole check ((state = 'reconciled') = (reconciled_at is not null))
);
alter table market.buyer_order add constraint buyer_order_remittance_fk foreign key (remittance_id) references market.remittance;
create index buyer_order_by_remittance on market.buyer_order (remittance_id) where remittance_id is not null;

select identity.audit_table('market.order_return', 'id');
select identity.audit_table('market.remittance', 'id');
grant select, insert, update on market.order_return, market.order_return_line, market.remittance to qutb_application;
