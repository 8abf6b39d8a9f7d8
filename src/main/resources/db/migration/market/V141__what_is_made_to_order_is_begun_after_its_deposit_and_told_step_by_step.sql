-- deposit: what is paid before anything is made; 0 where nothing is made to order. received: money that came before the goods, owed to the
-- buyer until they have them. kept: what of it a maker keeps who had begun when the buyer cancelled.
alter table market.buyer_order
    add column deposit  bigint not null default 0,
    add column received bigint not null default 0,
    add column kept     bigint not null default 0,
    drop constraint buyer_order_money_known,
    add constraint buyer_order_money_known check (money in
        ('awaited', 'deposit', 'paid', 'with_carrier', 'remitted', 'reconciled', 'refund_due', 'refunded', 'none')),
    add constraint buyer_order_deposit_within check (deposit between 0 and total),
    add constraint buyer_order_deposit_not_at_the_door check (deposit = 0 or method <> 'cash_on_delivery'),
    add constraint buyer_order_kept_of_received check (kept between 0 and received);
update market.buyer_order set received = total where method in ('card', 'transfer') and money in ('paid', 'refund_due', 'refunded');
grant update (received, kept) on market.buyer_order to qutb_application;

-- What of the deposit is for this thing.
alter table market.order_line
    add column deposit bigint not null default 0,
    add constraint order_line_deposit_within check (deposit between 0 and price);

create or replace function market.order_goes_its_way() returns trigger
    language plpgsql
as $$
begin
    if (old.id, old.key, old.number, old.code, old.goods, old.delivery, old.deposit, old.placed_at)
        is distinct from (new.id, new.key, new.number, new.code, new.goods, new.delivery, new.deposit, new.placed_at) then
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

-- A thing somebody ordered and a maker makes: one row for each line that is made to order, from the day its deposit is there.
-- ready_on: the day the maker gave. piece_id: what became of it.
create table market.commission (
    line_id     uuid        constraint commission_pk primary key constraint commission_of_line references market.order_line,
    order_id    uuid        not null constraint commission_of_order references market.buyer_order,
    product_id  uuid        not null constraint commission_product_fk references market.product,
    maker_id    uuid        not null constraint commission_maker_fk references market.maker,
    state       text        not null constraint commission_state_known check (state in
                                ('asked', 'accepted', 'begun', 'made', 'declined', 'cancelled')),
    ready_on    date,
    reason      text        not null,
    asked_at    timestamptz not null,
    accepted_at timestamptz,
    begun_at    timestamptz,
    made_at     timestamptz,
    piece_id    uuid        constraint commission_piece_fk references market.piece constraint commission_piece_once unique,
    constraint commission_accepted_with_a_day check (state not in ('accepted', 'begun') or ready_on is not null),
    constraint commission_made_is_a_piece check (state <> 'made' or piece_id is not null),
    constraint commission_declined_with_reason check (state <> 'declined' or btrim(reason) <> '')
);
create index commission_by_maker on market.commission (maker_id, asked_at desc);
create index commission_by_order on market.commission (order_id);

create function market.commission_goes_its_way() returns trigger
    language plpgsql
as $$
begin
    if not (old.state = new.state or (old.state, new.state) in (
            ('asked', 'accepted'), ('asked', 'declined'), ('asked', 'made'), ('asked', 'cancelled'),
            ('accepted', 'begun'), ('accepted', 'made'), ('accepted', 'cancelled'),
            ('begun', 'made'), ('begun', 'cancelled'), ('made', 'cancelled'), ('declined', 'cancelled'), ('declined', 'made'))) then
        raise exception 'a commission violates "commission_goes_its_way": % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation', constraint = 'commission_goes_its_way';
    end if;
    return new;
end
$$;
create trigger commission_goes_its_way before update on market.commission for each row execute function market.commission_goes_its_way();

-- What it looks like while it is made, for the buyer to see.
create table market.commission_photo (
    line_id  uuid        not null constraint commission_photo_of_commission references market.commission,
    position smallint    not null,
    file_id  uuid,
    asset    text,
    at       timestamptz not null,
    constraint commission_photo_pk primary key (line_id, position),
    constraint commission_photo_once unique (line_id, file_id),
    constraint commission_photo_is_one_picture check (num_nonnulls(file_id, asset) = 1)
);
create index commission_photo_by_file on market.commission_photo (file_id) where file_id is not null;

select identity.audit_table('market.commission', 'line_id');
grant select, insert, update on market.commission to qutb_application;
grant select, insert on market.commission_photo to qutb_application;

-- What was paid in advance of what an invoice is about.
alter table market.invoice
    add column advance bigint not null default 0,
    add constraint invoice_advance_within check (advance between 0 and total);
