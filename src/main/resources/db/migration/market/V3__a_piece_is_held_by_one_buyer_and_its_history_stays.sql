create table market.place (
    id             uuid    constraint place_pk primary key,
    code           text    not null constraint place_code_once unique,
    kind           text    not null constraint place_kind_known check (kind in ('hall', 'workshop', 'fair', 'in_transit', 'sold')),
    name_ar        text    not null constraint place_named check (name_ar <> ''),
    name_fr        text    not null,
    name_en        text    not null,
    territory_code text    constraint place_territory_fk references registry.territory,
    closed_on      date,
    version        bigint  not null
);

-- Pieces that are kept for one buyer until a moment. pieces: how many, so that a hold that lost one is noticed.
create table market.hold (
    id         uuid        constraint hold_pk primary key,
    channel    text        not null constraint hold_channel_known check (channel in ('store', 'till', 'stand', 'order')),
    pieces     int         not null constraint hold_of_something check (pieces > 0),
    made_at    timestamptz not null,
    until      timestamptz not null,
    outcome    text        not null constraint hold_outcome_known check (outcome in ('open', 'sold', 'given_back', 'expired')),
    ended_at   timestamptz,
    constraint hold_lasts check (until > made_at),
    constraint hold_ended_whole check ((outcome = 'open') = (ended_at is null))
) with (fillfactor = 80);
create index hold_open on market.hold (until) where outcome = 'open';

create sequence market.piece_serial;

-- One thing that can be taken in a hand. It stays the maker's until it is sold.
create table market.piece (
    id              uuid        constraint piece_pk primary key,
    serial          text        not null constraint piece_serial_once unique constraint piece_serial_form check (serial ~ '^Q[0-9]{9}$'),
    product_id      uuid        not null constraint piece_of_product references market.product,
    place_id        uuid        not null constraint piece_in_place references market.place,
    state           text        not null constraint piece_state_known check (state in
                                    ('with_maker', 'received', 'inspected', 'on_sale', 'held', 'sold', 'returned', 'lost', 'sold_elsewhere')),
    hold_id         uuid        constraint piece_hold_fk references market.hold,
    held_until      timestamptz,
    on_sale_since   timestamptz,
    reason          text        not null,
    changed_at      timestamptz not null,
    changed_by      text        not null,
    changed_by_name text        not null,
    demonstration   boolean     not null,
    constraint piece_held_whole check ((state = 'held') = (held_until is not null) and (state <> 'held' or hold_id is not null)),
    constraint piece_hold_kept check (hold_id is null or state in ('held', 'sold')),
    constraint piece_returned_with_reason check (state not in ('returned', 'lost') or btrim(reason) <> '')
) with (fillfactor = 80);
create index piece_by_product on market.piece (product_id, id) where state in ('on_sale', 'held');
create index piece_of_each_product on market.piece (product_id, state);
create index piece_by_place on market.piece (place_id, state);
create index piece_by_hold on market.piece (hold_id) where hold_id is not null;
create index piece_held on market.piece (held_until) where state = 'held';

-- Every step of a piece. Not in the trail of changes: it is one.
create table market.piece_step (
    id         bigint      generated always as identity constraint piece_step_pk primary key,
    piece_id   uuid        not null constraint piece_step_of_piece references market.piece,
    at         timestamptz not null,
    by         text        not null,
    by_name    text        not null,
    from_state text,
    to_state   text        not null,
    from_place uuid        constraint piece_step_from_fk references market.place,
    to_place   uuid        not null constraint piece_step_to_fk references market.place,
    hold_id    uuid,
    reason     text        not null
);
create index piece_step_by_piece on market.piece_step (piece_id, id);

-- The one place that says who may have a piece: on sale, or held by somebody whose time is over.
create function market.takeable(state text, held_until timestamptz, at timestamptz) returns boolean
    language sql immutable parallel safe
    return state = 'on_sale' or state = 'held' and held_until <= at;

create function market.piece_goes_its_way() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'UPDATE' then
        if (old.id, old.serial, old.product_id) is distinct from (new.id, new.serial, new.product_id) then
            raise exception 'a piece violates "piece_stays_itself"' using errcode = 'integrity_constraint_violation', constraint = 'piece_stays_itself';
        end if;
        if not (new.state = old.state and new.state <> 'held' and old.place_id <> new.place_id
            or (old.state, new.state) in (
                ('with_maker', 'received'), ('with_maker', 'sold_elsewhere'), ('with_maker', 'lost'),
                ('received', 'inspected'), ('received', 'returned'), ('received', 'lost'), ('received', 'sold_elsewhere'),
                ('inspected', 'on_sale'), ('inspected', 'returned'), ('inspected', 'lost'), ('inspected', 'sold_elsewhere'),
                ('on_sale', 'held'), ('on_sale', 'returned'), ('on_sale', 'lost'), ('on_sale', 'sold_elsewhere'),
                ('held', 'held'), ('held', 'on_sale'), ('held', 'sold'),
                ('returned', 'received'), ('returned', 'sold_elsewhere'),
                ('sold', 'received'), ('sold', 'lost'),
                ('lost', 'received'))) then
            raise exception 'a piece violates "piece_goes_its_way": % to %', old.state, new.state
                using errcode = 'integrity_constraint_violation', constraint = 'piece_goes_its_way';
        end if;
    end if;
    if new.state = 'on_sale' and new.on_sale_since is null then
        new.on_sale_since := new.changed_at;
    end if;
    return new;
end
$$;
create trigger piece_goes_its_way before insert or update on market.piece for each row execute function market.piece_goes_its_way();

create function market.remember_step() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    -- That somebody's time was prolonged is no step.
    if tg_op = 'INSERT' or (old.state, old.place_id, old.hold_id) is distinct from (new.state, new.place_id, new.hold_id) then
        insert into market.piece_step (piece_id, at, by, by_name, from_state, to_state, from_place, to_place, hold_id, reason)
        values (new.id, new.changed_at, new.changed_by, new.changed_by_name, case when tg_op = 'UPDATE' then old.state end, new.state,
            case when tg_op = 'UPDATE' then old.place_id end, new.place_id, new.hold_id, new.reason);
    end if;
    return null;
end
$$;
create trigger remember_step after insert or update on market.piece for each row execute function market.remember_step();

create function market.history_stays() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a step violates "piece_step_never_changes"' using errcode = 'integrity_constraint_violation', constraint = 'piece_step_never_changes';
end
$$;
create trigger piece_step_never_changes before update or delete or truncate on market.piece_step
    for each statement execute function market.history_stays();

select identity.audit_table('market.place', 'id');
grant select, insert, update on market.place, market.hold, market.piece to qutb_application;
grant select on market.piece_step to qutb_application;
grant usage on sequence market.piece_serial to qutb_application;
