-- The rules of V12, with fewer statements: where no bounded account is named by two entries of a statement, their balances move in one
-- statement. Where one is, each entry's own bounds are proved before the next one's, as before.
create or replace function ledger.check_postings() returns trigger
    language plpgsql
as $$
declare
    one     record;
    now_    record;
    change  bigint;
    later   int;
    entries int := 0;
    late    boolean := false;
    its_book uuid;
    its_day date;
    moved   uuid[] := '{}';
    mover   int[] := '{}';
    changes bigint[] := '{}';
    lowest  bigint[] := '{}';
    highest bigint[] := '{}';
    apart   boolean := true;
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
        if one.occurred_on < one.posted_on then
            late := true;
            its_book := one.book;
            its_day := one.occurred_on;
        end if;
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
        if one.bounded is not null then
            apart := apart and not moved && one.bounded;
            moved := moved || one.bounded;
            mover := mover || array_fill(entries, array[cardinality(one.bounded)]);
            changes := changes || one.changes;
            lowest := lowest || one.lowest;
            highest := highest || one.highest;
        end if;
    end loop;
    -- What a late fact does to the days since is reckoned from all postings, also those of entries that follow it in the statement.
    if late and entries > 1 then
        perform ledger.refuse('entry_late_by_itself');
    end if;
    if apart and not late then
        with one_by_one as (
            select m.account, sum(m.change)::bigint as change, min(m.lowest) as lowest, max(m.highest) as highest
              from unnest(moved, changes, lowest, highest) m (account, change, lowest, highest) group by m.account
        ), now_there as (
            update ledger.balance b set posted = b.posted + o.change from one_by_one o where b.account = o.account
            returning b.account, b.posted, b.pending_in, b.pending_out, o.change, o.lowest, o.highest
        )
        select n.* into now_ from now_there n
         where n.change < 0 and n.posted - n.pending_out < n.lowest or n.change > 0 and n.posted + n.pending_in > n.highest limit 1;
        if now_.change < 0 then
            perform ledger.refuse('account_floor', ledger.bound_reached(now_.account, now_.posted - now_.change - now_.pending_out - now_.lowest));
        elsif now_.change > 0 then
            perform ledger.refuse('account_ceiling', ledger.bound_reached(now_.account, now_.highest - now_.posted + now_.change - now_.pending_in));
        end if;
        return null;
    end if;
    for i in 1 .. cardinality(moved) loop
        change := changes[i];
        -- An account that an entry names twice is moved once.
        later := array_position(moved, moved[i], i + 1);
        if mover[later] = mover[i] then
            changes[later] := changes[later] + change;
            continue;
        end if;
        update ledger.balance set posted = posted + change where account = moved[i] returning * into now_;
        if change < 0 then
            if now_.posted - now_.pending_out < lowest[i] then
                perform ledger.refuse('account_floor', ledger.bound_reached(now_.account, now_.posted - change - now_.pending_out - lowest[i]));
            end if;
            if late and ledger.lowest_since(now_.account, its_book, its_day, now_.posted) < lowest[i] then
                perform ledger.refuse('account_floor_then', ledger.bound_reached(now_.account,
                    ledger.lowest_since(now_.account, its_book, its_day, now_.posted) - change - lowest[i]));
            end if;
        elsif change > 0 and now_.posted + now_.pending_in > highest[i] then
            perform ledger.refuse('account_ceiling', ledger.bound_reached(now_.account, highest[i] - now_.posted + change - now_.pending_in));
        end if;
    end loop;
    return null;
end
$$;

-- Balances are found by their keys, however few there were when the plan was made.
alter function ledger.post set enable_hashjoin = off set enable_mergejoin = off;
