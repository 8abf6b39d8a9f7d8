-- Several entries of a book are written by one statement and proved by one. The rules are those of V1, V2 and V11. What changes: whoever
-- writes an entry says its place in the chain, and the trigger proves it once for all entries of a statement, instead of
-- giving it row by row.

-- Every entry follows the one before it: the next number, not earlier, in an open month, chained to it, written now.
create or replace function ledger.join_chain() returns trigger
    language plpgsql
as $$
declare
    last ledger.chain;
    one  record;
begin
    for one in
        select w.book, w.number, w.posted_at, w.prev_hash, w.hash, w.transaction, w.occurred_on > w.posted_on as too_early, ledger.entry_hash(w) as said
          from written w order by w.book, w.number
    loop
        if last.book is distinct from one.book then
            if last.book is not null then
                update ledger.chain set number = last.number, hash = last.hash, posted_at = last.posted_at where book = last.book;
            end if;
            select * into last from ledger.chain where book = one.book for no key update;
            if not found then
                perform ledger.refuse('entry_book_known');
            end if;
        end if;
        if one.posted_at < last.closed_until then
            perform ledger.refuse('entry_month_open');
        end if;
        if one.too_early then
            perform ledger.refuse('entry_not_before_it_happens');
        end if;
        if one.number <> last.number + 1 or one.posted_at < last.posted_at or one.prev_hash <> last.hash or one.hash <> one.said
           or one.transaction <> pg_current_xact_id() then
            perform ledger.refuse('entry_joins_chain');
        end if;
        last.number := one.number;
        last.hash := one.hash;
        last.posted_at := one.posted_at;
    end loop;
    update ledger.chain set number = last.number, hash = last.hash, posted_at = last.posted_at where book = last.book;
    return null;
end
$$;
drop trigger entry_joins_chain on ledger.entry;
create trigger entry_joins_chain after insert on ledger.entry
    referencing new table as written for each statement execute function ledger.join_chain();

-- All postings of an entry come in one statement of the entry's own transaction; a pair added later finds the entry written. Bounds hold
-- after every one of the entries, not only after the last.
create or replace function ledger.check_postings() returns trigger
    language plpgsql
as $$
declare
    one     record;
    now_    ledger.balance;
    change  bigint;
    later   int;
    entries int := 0;
    late    boolean := false;
begin
    for one in
        select n.*, e.transaction, e.postings, e.reversal_of, e.occurred_on, e.posted_on,
               (select count(*) from ledger.posting p where p.book = n.book and p.number = n.number) as there
          from (select l.book, l.number, count(*) as lines, min(l.occurred_on) as day, max(l.occurred_on) as last_day,
                       bool_and(l.home is not distinct from l.book) as at_home, bool_and(l.rest = 0) as balanced,
                       sha256(convert_to(string_agg(concat(l.line, ' ', l.account, ' ', l.amount), E'\n' order by l.line), 'UTF8')) as said,
                       array_agg(l.account) filter (where l.bounded) as bounded, array_agg(l.amount) filter (where l.bounded) as changes,
                       array_agg(l.lowest) filter (where l.bounded) as lowest, array_agg(l.highest) filter (where l.bounded) as highest
                  from (select w.*, a.book as home, a.lowest, a.highest, a.lowest is not null or a.highest is not null as bounded,
                               sum(w.amount) over (partition by w.book, w.number, a.commodity) as rest
                          from written w left join lateral (select * from ledger.account where id = w.account offset 0) a on true) l
                 group by l.book, l.number) n
          left join lateral (select * from ledger.entry where book = n.book and number = n.number offset 0) e on true
         order by n.book, n.number
    loop
        entries := entries + 1;
        late := late or one.occurred_on < one.posted_on;
        if one.transaction is distinct from pg_current_xact_id() or one.there <> one.lines then
            perform ledger.refuse('entry_written_at_once');
        end if;
        if one.lines < 2 then
            perform ledger.refuse('entry_two_postings');
        end if;
        if not one.at_home then
            perform ledger.refuse('entry_in_one_book');
        end if;
        if one.occurred_on <> one.day or one.occurred_on <> one.last_day or one.postings <> one.said then
            perform ledger.refuse('entry_says_its_postings');
        end if;
        if not one.balanced then
            perform ledger.refuse('entry_balances');
        end if;
        if one.reversal_of is not null then
            if exists (select from (select w.account, w.amount from written w where w.book = one.book and w.number = one.number
                                    union all
                                    select p.account, p.amount from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                                     where e.id = one.reversal_of) both_
                        group by account having sum(amount) <> 0) then
                perform ledger.refuse('entry_mirrors_what_it_reverses');
            end if;
        end if;
        for i in 1 .. coalesce(cardinality(one.bounded), 0) loop
            change := one.changes[i];
            -- An account that is named twice is moved once.
            later := array_position(one.bounded, one.bounded[i], i + 1);
            if later is not null then
                one.changes[later] := one.changes[later] + change;
                continue;
            end if;
            update ledger.balance set posted = posted + change where account = one.bounded[i] returning * into now_;
            if change < 0 then
                if now_.posted - now_.pending_out < one.lowest[i] then
                    perform ledger.refuse('account_floor', ledger.bound_reached(now_.account, now_.posted - change - now_.pending_out - one.lowest[i]));
                end if;
                if late and ledger.lowest_since(now_.account, one.book, one.occurred_on, now_.posted) < one.lowest[i] then
                    perform ledger.refuse('account_floor_then', ledger.bound_reached(now_.account,
                        ledger.lowest_since(now_.account, one.book, one.occurred_on, now_.posted) - change - one.lowest[i]));
                end if;
            elsif change > 0 and now_.posted + now_.pending_in > one.highest[i] then
                perform ledger.refuse('account_ceiling', ledger.bound_reached(now_.account, one.highest[i] - now_.posted + change - now_.pending_in));
            end if;
        end loop;
    end loop;
    -- What a late fact does to the days since is reckoned from all postings, also those of entries that follow it in the statement.
    if late and entries > 1 then
        perform ledger.refuse('entry_late_by_itself');
    end if;
    return null;
end
$$;

-- Writes entries of one book in one round trip, or answers those already written under their keys with what was said then. Locks: balance
-- rows in the order of their accounts, then the end of the chain. All are written or none; lines belong to the entry at their place.
drop function ledger.post;
create function ledger.post(
    its_book uuid, its_moment timestamptz, its_today date,
    its_ids uuid[], its_keys uuid[], its_payloads bytea[], its_kinds text[], its_days date[], its_actors text[], its_actor_names text[],
    its_reasons text[], its_source_kinds text[], its_source_ids uuid[], its_reversals uuid[], its_postings bytea[],
    its_places int[], its_lines smallint[], its_accounts uuid[], its_amounts bigint[])
    returns table (key uuid, entry uuid, payload bytea)
    language plpgsql security definer set search_path = pg_catalog, public
    -- Every statement in it, and in the triggers it fires, goes by a key: planning each anew finds the same plan, and what a planner makes of
    -- tables that are still empty, reading all of them, is a detour later.
    set plan_cache_mode = force_generic_plan set enable_bitmapscan = off set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    last     ledger.chain;
    known    uuid[] := '{}';
    numbers  bigint[];
    befores  bytea[];
    hashes   bytea[];
    moment   timestamptz;
    micros   text;
    its_day  text;
begin
    perform from ledger.balance b where b.account = any (its_accounts) order by b.account for no key update;
    select * into last from ledger.chain c where c.book = its_book for no key update;
    if not found then
        perform ledger.refuse('entry_book_known');
    end if;
    -- Only now: whoever sent the same request at the same time was here before us.
    for key, entry, payload in select e.key, e.id, e.payload from ledger.entry e where e.key = any (its_keys) loop
        known := known || key;
        return next;
    end loop;
    moment := greatest(its_moment, last.posted_at);
    micros := (extract(epoch from moment) * 1000000)::bigint;
    its_day := to_char(its_today, 'YYYY-MM-DD');
    for i in 1 .. cardinality(its_ids) loop
        continue when its_keys[i] = any (known);
        last.number := last.number + 1;
        numbers[i] := last.number;
        befores[i] := last.hash;
        -- See ledger.entry_hash, which the trigger asks.
        last.hash := sha256(convert_to(concat_ws(E'\n', 'qutb-entry-1', its_book, last.number, its_ids[i], its_keys[i], encode(its_payloads[i], 'hex'),
            its_kinds[i], to_char(its_days[i], 'YYYY-MM-DD'), micros, its_day, its_actors[i], its_actor_names[i], its_reasons[i],
            coalesce(its_source_kinds[i], ''), coalesce(its_source_ids[i]::text, ''), coalesce(its_reversals[i]::text, ''),
            encode(its_postings[i], 'hex'), encode(last.hash, 'hex')), 'UTF8'));
        hashes[i] := last.hash;
    end loop;
    if numbers is null then
        return;
    end if;
    insert into ledger.entry (id, book, number, key, payload, kind, occurred_on, posted_at, posted_on, actor, actor_name, reason,
                              source_kind, source_id, reversal_of, postings, prev_hash, hash)
    select its_ids[i], its_book, numbers[i], its_keys[i], its_payloads[i], its_kinds[i], its_days[i], moment, its_today, its_actors[i],
           its_actor_names[i], its_reasons[i], its_source_kinds[i], its_source_ids[i], its_reversals[i], its_postings[i], befores[i], hashes[i]
      from generate_series(1, cardinality(numbers)) i where numbers[i] is not null;
    insert into ledger.posting (book, number, line, account, amount, occurred_on)
    select its_book, numbers[its_places[i]], its_lines[i], its_accounts[i], its_amounts[i], its_days[its_places[i]]
      from generate_series(1, cardinality(its_places)) i where numbers[its_places[i]] is not null;
    for i in 1 .. cardinality(its_ids) loop
        continue when numbers[i] is null;
        key := its_keys[i];
        entry := its_ids[i];
        payload := its_payloads[i];
        return next;
    end loop;
end
$$;

revoke execute on function ledger.post from public;
grant execute on function ledger.post to qutb_application;
