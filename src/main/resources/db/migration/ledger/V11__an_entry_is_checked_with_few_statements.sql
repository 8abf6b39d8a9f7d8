-- The rules of V1, checked with less work. What costs in an entry is the number of statements inside it and plans that were made
-- while the tables were empty: every look-up here can only go by a key.

-- A balance and the end of a chain move by the ledger's triggers only; asked without entering a function.
drop trigger balance_follows_postings on ledger.balance;
create trigger balance_follows_postings before insert or update or delete or truncate on ledger.balance
    for each statement when (pg_trigger_depth() < 1) execute function ledger.never('balance_follows_postings');
drop trigger chain_follows_entries on ledger.chain;
create trigger chain_follows_entries before insert or update or delete or truncate on ledger.chain
    for each statement when (pg_trigger_depth() < 1) execute function ledger.never('chain_follows_entries');
drop trigger snapshot_follows_closing on ledger.snapshot;
create trigger snapshot_follows_closing before insert or update or delete or truncate on ledger.snapshot
    for each statement when (pg_trigger_depth() < 1) execute function ledger.never('snapshot_follows_closing');
drop function ledger.only_by_the_ledger;

-- Entries of a book are in the order of time: the last one posted by an instant is found among the numbers by halving. An index by
-- book and time would cost each entry, and was once taken instead of the number's own, reading the whole book.
drop index ledger.entry_by_time;
create function ledger.number_at(its_book uuid, at timestamptz) returns bigint
    language plpgsql stable
as $$
declare
    low    bigint := 0;
    high   bigint := coalesce((select number from ledger.chain where book = its_book), 0);
    middle bigint;
begin
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select e.posted_at from ledger.entry e where e.book = its_book and e.number = middle) <= at then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end
$$;

-- As in V1.
create or replace function ledger.lowest_since(of_account uuid, of_book uuid, since date, now_at bigint) returns bigint
    language sql stable
    return (select least(now_at, min(now_at - later.sum)) from (
               select sum(sum(p.amount)) over (order by p.occurred_on desc) as sum
                 from ledger.posting p
                where p.account = of_account and p.occurred_on > since
                  and p.number > ledger.number_at(of_book, (since - 1)::timestamp at time zone 'UTC' - interval '1 microsecond')
                group by p.occurred_on) later);

-- As in V3.
create or replace function ledger.close_month() returns trigger
    language plpgsql
as $$
declare
    last   ledger.closing;
    before ledger.chain;
begin
    select * into before from ledger.chain where book = new.book for no key update;
    select * into last from ledger.closing where book = new.book order by month desc limit 1;
    if new.closed_at < new.ends then
        perform ledger.refuse('closing_after_the_month');
    end if;
    if new.month <= last.month then
        perform ledger.refuse('closing_once');
    end if;
    if new.month <> (last.month + interval '1 month')::date then
        perform ledger.refuse('closing_in_order');
    end if;
    if exists (select from ledger.reservation r where r.book = new.book and r.reserved_at < new.ends
                  and not exists (select from ledger.outcome o where o.reservation = r.id)) then
        perform ledger.refuse('closing_with_nothing_reserved');
    end if;
    new.last_number := ledger.number_at(new.book, new.ends - interval '1 microsecond');
    insert into ledger.snapshot
    select new.book, new.month, account, sum(amount)
      from (select s.account, s.balance as amount from ledger.snapshot s where s.book = new.book and s.month = last.month
            union all
            select p.account, p.amount from ledger.posting p
             where p.book = new.book and p.number > coalesce(last.last_number, 0) and p.number <= new.last_number) moved
     group by account;
    new.prev_hash := coalesce(last.hash, sha256(convert_to('qutb-closings-1' || E'\n' || new.book, 'UTF8')));
    new.hash := sha256(convert_to(concat_ws(E'\n', 'qutb-closing-1', new.book, to_char(new.month, 'YYYY-MM-DD'),
        (extract(epoch from new.ends) * 1000000)::bigint, (extract(epoch from new.closed_at) * 1000000)::bigint, new.last_number, new.actor, new.actor_name, encode(new.prev_hash, 'hex'),
        (select string_agg(s.account || ' ' || s.balance, E'\n' order by s.account) from ledger.snapshot s
          where s.book = new.book and s.month = new.month)), 'UTF8'));
    update ledger.chain set closed_until = new.ends where book = new.book;
    return new;
end
$$;

-- All postings of an entry come in one statement of the entry's own transaction; a pair added later finds the entry written.
create or replace function ledger.check_postings() returns trigger
    language plpgsql
as $$
declare
    one         record;
    its         record;
    now_        ledger.balance;
    its_book    uuid;
    its_number  bigint;
    its_day     date;
    lines       int := 0;
    at_home     boolean := true;
    said        text[];
    commodities text[];
    sums        bigint[];
    place       int;
    bounded     uuid[];
    changes     bigint[];
    lowest      bigint[];
    highest     bigint[];
    bounds      int := 0;
begin
    for one in
        select w.book, w.number, w.line, w.account, w.amount, w.occurred_on, a.book as home, a.commodity, a.lowest, a.highest
          from written w left join lateral (select * from ledger.account where id = w.account offset 0) a on true
         order by w.account, w.line
    loop
        lines := lines + 1;
        if lines = 1 then
            its_book := one.book;
            its_number := one.number;
            its_day := one.occurred_on;
        elsif one.book <> its_book or one.number <> its_number then
            perform ledger.refuse('entry_written_at_once');
        elsif one.occurred_on <> its_day then
            perform ledger.refuse('entry_says_its_postings');
        end if;
        at_home := at_home and one.home is not distinct from its_book;
        said[one.line] := one.line || ' ' || one.account || ' ' || one.amount;
        place := array_position(commodities, one.commodity);
        if place is null then
            commodities := commodities || one.commodity;
            sums := sums || one.amount;
        else
            sums[place] := sums[place] + one.amount;
        end if;
        if one.lowest is not null or one.highest is not null then
            if bounds > 0 and bounded[bounds] = one.account then
                changes[bounds] := changes[bounds] + one.amount;
            else
                bounds := bounds + 1;
                bounded[bounds] := one.account;
                changes[bounds] := one.amount;
                lowest[bounds] := one.lowest;
                highest[bounds] := one.highest;
            end if;
        end if;
    end loop;
    if lines = 0 then
        return null;
    end if;
    select e.transaction, e.postings, e.reversal_of, e.posted_on, e.occurred_on,
           (select count(*) from ledger.posting p where p.book = its_book and p.number = its_number) as there
      into its from ledger.entry e where e.book = its_book and e.number = its_number;
    if not found or its.transaction <> pg_current_xact_id() or its.there <> lines then
        perform ledger.refuse('entry_written_at_once');
    end if;
    if lines < 2 then
        perform ledger.refuse('entry_two_postings');
    end if;
    if not at_home then
        perform ledger.refuse('entry_in_one_book');
    end if;
    if its.occurred_on <> its_day or its.postings <> sha256(convert_to(array_to_string(said, E'\n'), 'UTF8')) then
        perform ledger.refuse('entry_says_its_postings');
    end if;
    if 0 <> any (sums) then
        perform ledger.refuse('entry_balances');
    end if;
    if its.reversal_of is not null then
        if exists (select from (select w.account, w.amount from written w
                                union all
                                select p.account, p.amount from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                                 where e.id = its.reversal_of) both_
                    group by account having sum(amount) <> 0) then
            perform ledger.refuse('entry_mirrors_what_it_reverses');
        end if;
    end if;
    for i in 1 .. bounds loop
        update ledger.balance set posted = posted + changes[i] where account = bounded[i] returning * into now_;
        if changes[i] < 0 then
            if now_.posted - now_.pending_out < lowest[i] then
                perform ledger.refuse('account_floor', ledger.bound_reached(bounded[i],
                    now_.posted - changes[i] - now_.pending_out - lowest[i]));
            end if;
            if its_day < its.posted_on and ledger.lowest_since(bounded[i], its_book, its_day, now_.posted) < lowest[i] then
                perform ledger.refuse('account_floor_then', ledger.bound_reached(bounded[i],
                    ledger.lowest_since(bounded[i], its_book, its_day, now_.posted) - changes[i] - lowest[i]));
            end if;
        elsif changes[i] > 0 and now_.posted + now_.pending_in > highest[i] then
            perform ledger.refuse('account_ceiling', ledger.bound_reached(bounded[i],
                highest[i] - now_.posted + changes[i] - now_.pending_in));
        end if;
    end loop;
    return null;
end
$$;

-- The caller brings the digest of the postings along: the trigger above computes it again anyway and refuses another one.
drop function ledger.post;
create function ledger.post(
    its_id uuid, its_book uuid, its_key uuid, its_payload bytea, its_kind text, its_day date, its_moment timestamptz, its_today date,
    its_actor text, its_actor_name text, its_reason text, its_source_kind text, its_source_id uuid, its_reversal_of uuid,
    its_accounts uuid[], its_amounts bigint[], its_postings bytea, out entry uuid, out payload bytea)
    language plpgsql security definer set search_path = pg_catalog, public
    -- Every statement in it goes by a key: planning each anew finds the same plan, and a bitmap of two balances is a detour.
    set plan_cache_mode = force_generic_plan set enable_bitmapscan = off
as $$
declare
    place bigint;
begin
    perform from ledger.balance b where b.account = any (its_accounts) order by b.account for no key update;
    perform from ledger.chain c where c.book = its_book for no key update;
    -- Only now: whoever sent the same request at the same time was here before us.
    select e.id, e.payload into entry, payload from ledger.entry e where e.key = its_key;
    if found then
        return;
    end if;
    insert into ledger.entry (id, book, number, key, payload, kind, occurred_on, posted_at, posted_on, actor, actor_name, reason,
                              source_kind, source_id, reversal_of, postings, prev_hash, hash)
    values (its_id, its_book, 0, its_key, its_payload, its_kind, its_day, its_moment, its_today, its_actor, its_actor_name, its_reason,
            its_source_kind, its_source_id, its_reversal_of, its_postings, '', '')
    returning number into place;
    insert into ledger.posting (book, number, line, account, amount, occurred_on)
    select its_book, place, line, account, amount, its_day
      from unnest(its_accounts, its_amounts) with ordinality as u (account, amount, line);
    entry := its_id;
    payload := its_payload;
end
$$;

revoke execute on function ledger.number_at, ledger.post from public;
grant execute on function ledger.number_at, ledger.post to qutb_application;
