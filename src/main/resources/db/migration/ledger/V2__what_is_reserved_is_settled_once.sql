-- In two phases: what is reserved counts against the floor and the ceiling of its accounts until it is posted, voided or expired;
-- one of the three, once.
create table ledger.reservation (
    id          uuid        not null,
    book        uuid        not null,
    key         uuid        not null,
    payload     bytea       not null,
    kind        text        not null,
    reserved_at timestamptz not null,
    expires_at  timestamptz not null,
    actor       text        not null,
    actor_name  text        not null,
    reason      text        not null,
    source_kind text,
    source_id   uuid,
    transaction xid8        not null default pg_current_xact_id(),
    constraint reservation_pk primary key (id),
    constraint reservation_of_book foreign key (book) references ledger.book (id),
    constraint reservation_key_once unique (key),
    constraint reservation_expires_later check (expires_at > reserved_at),
    constraint reservation_kind_form check (kind ~ '^[a-z][a-z0-9_-]{1,40}$'),
    constraint reservation_source_whole check ((source_kind is null) = (source_id is null)),
    constraint reservation_actor_said check (actor <> '')
);
create index reservation_by_expiry on ledger.reservation (expires_at);
create index reservation_by_book on ledger.reservation (book, reserved_at);

create table ledger.reserved_line (
    reservation uuid     not null,
    line        smallint not null,
    account     uuid     not null,
    amount      bigint   not null,
    constraint reserved_line_pk primary key (reservation, line),
    constraint reserved_line_amount_not_zero check (amount <> 0),
    constraint reserved_line_amount_within_reason check (amount between -1000000000000000 and 1000000000000000),
    constraint reserved_line_account_once unique (reservation, account)
);

create table ledger.outcome (
    reservation uuid        not null,
    result      text        not null,
    entry       uuid,
    settled_at  timestamptz not null,
    actor       text        not null,
    actor_name  text        not null,
    reason      text        not null,
    constraint outcome_once primary key (reservation),
    constraint outcome_of_reservation foreign key (reservation) references ledger.reservation (id),
    -- The entry is written after what was held is free.
    constraint outcome_has_its_entry foreign key (entry) references ledger.entry (id) deferrable initially deferred,
    constraint outcome_entry_once unique (entry),
    constraint outcome_known check (result in ('posted', 'voided', 'expired')),
    constraint outcome_posted_by_an_entry check ((result = 'posted') = (entry is not null))
);

create function ledger.open_reservation() returns trigger
    language plpgsql
as $$
begin
    new.transaction := pg_current_xact_id();
    -- A month that is being closed waits for this one, or this one for it.
    perform from ledger.chain where book = new.book and closed_until <= new.reserved_at for no key update;
    if not found then
        perform ledger.refuse('entry_month_open');
    end if;
    return new;
end
$$;
create trigger reservation_opens before insert on ledger.reservation
    for each row execute function ledger.open_reservation();

create function ledger.need_reserved_lines() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from ledger.reserved_line l where l.reservation = new.id) then
        perform ledger.refuse('entry_has_postings');
    end if;
    return null;
end
$$;
create constraint trigger reservation_has_lines after insert on ledger.reservation
    deferrable initially deferred for each row execute function ledger.need_reserved_lines();

create function ledger.hold_lines() returns trigger
    language plpgsql
as $$
declare
    one  record;
    held record;
    now_ ledger.balance;
begin
    for one in
        select n.reservation, r.id, r.transaction, count(*) as lines, count(*) filter (where a.book = r.book) as at_home
          from written n
          left join ledger.reservation r on r.id = n.reservation
          left join ledger.account a on a.id = n.account
         group by n.reservation, r.id
    loop
        if one.id is null or one.transaction <> pg_current_xact_id()
           or one.lines <> (select count(*) from ledger.reserved_line l where l.reservation = one.reservation) then
            perform ledger.refuse('entry_written_at_once');
        end if;
        if one.lines < 2 then
            perform ledger.refuse('entry_two_postings');
        end if;
        if one.at_home <> one.lines then
            perform ledger.refuse('entry_in_one_book');
        end if;
        if exists (select from written n join ledger.account a on a.id = n.account
                    where n.reservation = one.reservation group by a.commodity having sum(n.amount) <> 0) then
            perform ledger.refuse('entry_balances');
        end if;
        for held in
            select n.account, n.amount as change, a.lowest, a.highest
              from written n join ledger.account a on a.id = n.account
             where n.reservation = one.reservation and (a.lowest is not null or a.highest is not null)
             order by n.account
        loop
            update ledger.balance
               set pending_out = pending_out + greatest(-held.change, 0), pending_in = pending_in + greatest(held.change, 0)
             where account = held.account returning * into now_;
            if held.change < 0 and now_.posted - now_.pending_out < held.lowest then
                perform ledger.refuse('account_floor', ledger.bound_reached(held.account,
                    now_.posted - now_.pending_out - held.change - held.lowest));
            end if;
            if held.change > 0 and now_.posted + now_.pending_in > held.highest then
                perform ledger.refuse('account_ceiling', ledger.bound_reached(held.account,
                    held.highest - now_.posted - now_.pending_in + held.change));
            end if;
        end loop;
    end loop;
    return null;
end
$$;
create trigger reserved_line_holds after insert on ledger.reserved_line
    referencing new table as written for each statement execute function ledger.hold_lines();

-- Frees what was held, in the order of the accounts. After its time a reservation can only expire, and not before.
create function ledger.free_lines() returns trigger
    language plpgsql
as $$
declare
    one  ledger.reservation;
    held record;
begin
    select * into one from ledger.reservation where id = new.reservation;
    if (new.result = 'expired') <> (new.settled_at >= one.expires_at) then
        perform ledger.refuse(case when new.result = 'expired' then 'reservation_not_yet_over' else 'reservation_over' end);
    end if;
    for held in
        select l.account, l.amount from ledger.reserved_line l join ledger.account a on a.id = l.account
         where l.reservation = new.reservation and (a.lowest is not null or a.highest is not null)
         order by l.account
    loop
        update ledger.balance
           set pending_out = pending_out - greatest(-held.amount, 0), pending_in = pending_in - greatest(held.amount, 0)
         where account = held.account;
    end loop;
    return null;
end
$$;
create trigger outcome_frees after insert on ledger.outcome for each row execute function ledger.free_lines();

-- What is posted is at most what was reserved, on the same accounts and sides.
create function ledger.stay_within() returns trigger
    language plpgsql
as $$
begin
    if exists (
        select from (select p.account, sum(p.amount) as amount from ledger.entry e
                       join ledger.posting p on p.book = e.book and p.number = e.number
                      where e.id = new.entry group by p.account) done
          left join ledger.reserved_line l on l.reservation = new.reservation and l.account = done.account
         where l.account is null or sign(done.amount) <> sign(l.amount) or abs(done.amount) > abs(l.amount)) then
        perform ledger.refuse('outcome_within_reservation');
    end if;
    return null;
end
$$;
create constraint trigger outcome_within_reservation after insert on ledger.outcome
    deferrable initially deferred for each row when (new.entry is not null) execute function ledger.stay_within();

create trigger reservation_never_changes before update or delete or truncate on ledger.reservation
    for each statement execute function ledger.never('reservation_never_changes');
create trigger reserved_line_never_changes before update or delete or truncate on ledger.reserved_line
    for each statement execute function ledger.never('reserved_line_never_changes');
create trigger outcome_never_changes before update or delete or truncate on ledger.outcome
    for each statement execute function ledger.never('outcome_never_changes');

-- Reserves in one round trip, or answers what is already reserved under this key.
create function ledger.reserve(
    its_id uuid, its_book uuid, its_key uuid, its_payload bytea, its_kind text, its_moment timestamptz, its_expiry timestamptz,
    its_actor text, its_actor_name text, its_reason text, its_source_kind text, its_source_id uuid,
    its_accounts uuid[], its_amounts bigint[], out reservation uuid, out payload bytea)
    language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
    select r.id, r.payload into reservation, payload from ledger.reservation r where r.key = its_key;
    if found then
        return;
    end if;
    perform ledger.hold(its_accounts, array[its_book]);
    select r.id, r.payload into reservation, payload from ledger.reservation r where r.key = its_key;
    if found then
        return;
    end if;
    insert into ledger.reservation (id, book, key, payload, kind, reserved_at, expires_at, actor, actor_name, reason, source_kind, source_id)
    values (its_id, its_book, its_key, its_payload, its_kind, its_moment, its_expiry, its_actor, its_actor_name, its_reason,
            its_source_kind, its_source_id);
    insert into ledger.reserved_line
    select its_id, line, account, amount from unnest(its_accounts, its_amounts) with ordinality as u (account, amount, line);
    reservation := its_id;
    payload := its_payload;
end
$$;

-- Takes the locks a reservation touches, in order, and says whether it has no outcome yet.
create function ledger.hold_reservation(its_reservation uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
    perform ledger.hold(
        (select array_agg(l.account) from ledger.reserved_line l where l.reservation = its_reservation),
        (select array_agg(r.book) from ledger.reservation r where r.id = its_reservation));
    return not exists (select from ledger.outcome o where o.reservation = its_reservation);
end
$$;

-- One outcome. For 'posted' the caller writes the entry next, in the same transaction.
create function ledger.conclude(
    its_reservation uuid, its_result text, its_entry uuid, its_moment timestamptz, its_actor text, its_actor_name text, its_reason text)
    returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    insert into ledger.outcome values (its_reservation, its_result, its_entry, its_moment, its_actor, its_actor_name, its_reason);
$$;

revoke execute on function ledger.open_reservation, ledger.need_reserved_lines, ledger.hold_lines, ledger.free_lines,
    ledger.stay_within, ledger.reserve, ledger.hold_reservation, ledger.conclude from public;
grant select on ledger.reservation, ledger.reserved_line, ledger.outcome to qutb_application;
grant execute on function ledger.reserve, ledger.hold_reservation, ledger.conclude to qutb_application;
