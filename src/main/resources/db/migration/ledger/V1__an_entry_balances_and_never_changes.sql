-- A double-entry journal that cannot lie. Every rule stands here, in the database, and holds for everybody, the owner
-- included; docs/decisions/0007 gives the reasons, the order of locks and the canonical forms that are hashed.
-- Amounts are whole: centimes, milligrams, or the smallest part of another unit. A debit is positive, a credit negative.

-- Says no, under a name that the code turns into a sentence.
create function ledger.refuse(rule text, about text default '') returns void
    language plpgsql
as $$
begin
    raise exception 'the ledger refuses: "%"', rule
        using errcode = 'integrity_constraint_violation', constraint = rule, detail = about;
end
$$;

-- For what is written once. Argument: the name of the rule.
create function ledger.never() returns trigger
    language plpgsql
as $$
begin
    perform ledger.refuse(tg_argv[0]);
    return null;
end
$$;

-- For what only the ledger's own triggers keep up to date: a balance, the end of a chain.
create function ledger.only_by_the_ledger() returns trigger
    language plpgsql
as $$
begin
    if pg_trigger_depth() < 2 then
        perform ledger.refuse(tg_argv[0]);
    end if;
    return null;
end
$$;

-- What is counted. decimals: how many of the whole unit's places the smallest part has (grams in milligrams: 3).
create table ledger.commodity (
    code     text     not null,
    decimals smallint not null,
    name_ar  text     not null,
    name_fr  text     not null,
    name_en  text     not null,
    unit_ar  text     not null,
    unit_fr  text     not null,
    unit_en  text     not null,
    constraint commodity_pk primary key (code),
    constraint commodity_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,30}$'),
    constraint commodity_decimals_few check (decimals between 0 and 6)
);
insert into ledger.commodity values
    ('MAD', 2, 'الدرهم المغربي', 'Dirham marocain', 'Moroccan dirham', 'درهم', 'DH', 'MAD'),
    ('AG_GROSS', 3, 'الفضة، الوزن الإجمالي', 'Argent, poids brut', 'Silver, gross weight', 'غ', 'g', 'g'),
    ('AG_FINE', 3, 'الفضة، الوزن الصافي', 'Argent, poids fin', 'Silver, fine weight', 'غ', 'g', 'g');

-- One per fund, per agreement of a sale point, and one of the pole.
create table ledger.book (
    id            uuid        not null,
    kind          text        not null,
    code          text        not null,
    name_ar       text        not null,
    name_fr       text        not null,
    name_en       text        not null,
    territories   text[]      not null,
    demonstration boolean     not null,
    opened_at     timestamptz not null,
    constraint book_pk primary key (id),
    constraint book_code_once unique (code),
    constraint book_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,30}$'),
    constraint book_kind_known check (kind in ('fund', 'agreement', 'pole'))
);

-- The end of a book's chain: whoever writes an entry holds this row until the entry is there or is not. It is the last lock taken.
create table ledger.chain (
    book         uuid        not null,
    number       bigint      not null,
    hash         bytea       not null,
    posted_at    timestamptz not null,
    closed_until timestamptz not null,
    constraint chain_pk primary key (book),
    constraint chain_of_book foreign key (book) references ledger.book (id)
) with (fillfactor = 10);

create function ledger.begin_chain() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
    insert into ledger.chain
    values (new.id, 0, sha256(convert_to('qutb-book-1' || E'\n' || new.id, 'UTF8')), '-infinity', '-infinity');
    return null;
end
$$;
create trigger book_begins_chain after insert on ledger.book for each row execute function ledger.begin_chain();

-- One commodity each. lowest and highest bound the balance (a lot or a till never under zero, a credit never over its
-- ceiling); an account with a bound keeps a balance row, the others are summed. subject_id: what it is the account of, say a lot.
create table ledger.account (
    id         uuid        not null,
    book       uuid        not null,
    commodity  text        not null,
    owner_kind text        not null,
    owner_id   uuid,
    subject_id uuid,
    type       text        not null,
    role       text        not null,
    name_ar    text        not null,
    name_fr    text        not null,
    name_en    text        not null,
    lowest     bigint,
    highest    bigint,
    opened_at  timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_of_book foreign key (book) references ledger.book (id),
    constraint account_of_commodity foreign key (commodity) references ledger.commodity (code),
    constraint account_once unique nulls not distinct (book, role, commodity, owner_kind, owner_id, subject_id),
    constraint account_owner_known check (owner_kind in ('pole', 'sale_point', 'cooperative', 'artisan', 'partner', 'fund')),
    constraint account_owner_named check (owner_id is not null or owner_kind = 'pole'),
    constraint account_type_known check (type in ('asset', 'liability', 'equity', 'income', 'expense')),
    constraint account_role_form check (role ~ '^[a-z][a-z_]{1,40}$'),
    constraint account_bounds_ordered check (lowest <= 0 and highest >= 0)
);

create table ledger.balance (
    account     uuid   not null,
    posted      bigint not null,
    pending_out bigint not null,
    pending_in  bigint not null,
    constraint balance_pk primary key (account),
    constraint balance_of_account foreign key (account) references ledger.account (id),
    constraint balance_pending_not_negative check (pending_out >= 0 and pending_in >= 0)
) with (fillfactor = 30);

create function ledger.begin_balance() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
    insert into ledger.balance values (new.id, 0, 0, 0);
    return null;
end
$$;
create trigger account_begins_balance after insert on ledger.account
    for each row when (new.lowest is not null or new.highest is not null) execute function ledger.begin_balance();

-- An account is renamed, and a ceiling moves; all else of it stays.
create function ledger.keep_account() returns trigger
    language plpgsql
as $$
begin
    if (old.id, old.book, old.commodity, old.owner_kind, old.owner_id, old.subject_id, old.type, old.role, old.lowest, old.opened_at)
        is distinct from
       (new.id, new.book, new.commodity, new.owner_kind, new.owner_id, new.subject_id, new.type, new.role, new.lowest, new.opened_at)
       or (old.highest is null) <> (new.highest is null) then
        perform ledger.refuse('account_keeps_its_place');
    end if;
    return new;
end
$$;

-- One fact, moved between accounts of one book. number: its place in the chain of the book, without gaps. transaction: the one
-- that wrote it; its postings come from no other. posted_on: the day of posted_at at the pole, as the
-- application knows it: the time zone tables of a server and of a JVM differ by years. payload: what the caller said, as a digest, to tell a repeated request from
-- another one under the same key. postings, prev_hash, hash: see ledger.entry_hash.
create table ledger.entry (
    id          uuid        not null,
    book        uuid        not null,
    number      bigint      not null,
    key         uuid        not null,
    payload     bytea       not null,
    kind        text        not null,
    occurred_on date        not null,
    posted_at   timestamptz not null,
    posted_on   date        not null,
    actor       text        not null,
    actor_name  text        not null,
    reason      text        not null,
    source_kind text,
    source_id   uuid,
    reversal_of uuid,
    transaction xid8        not null default pg_current_xact_id(),
    postings    bytea       not null,
    prev_hash   bytea       not null,
    hash        bytea       not null,
    constraint entry_pk primary key (id),
    constraint entry_number_once unique (book, number),
    constraint entry_key_once unique (key),
    constraint entry_reverses_an_entry foreign key (reversal_of) references ledger.entry (id),
    constraint entry_kind_form check (kind ~ '^[a-z][a-z0-9_-]{1,40}$'),
    constraint entry_source_whole check ((source_kind is null) = (source_id is null)),
    constraint entry_source_form check (source_kind ~ '^[a-z][a-z0-9_-]{1,40}$'),
    -- The canonical form is one line for each field.
    constraint entry_texts_are_lines check (actor || actor_name || reason !~ '[[:cntrl:]]'),
    constraint entry_actor_said check (actor <> ''),
    constraint entry_day_of_its_moment check (posted_on - (posted_at at time zone 'UTC')::date between -1 and 1),
    constraint entry_reason_short check (length(reason) <= 500)
);
create unique index entry_reversed_once on ledger.entry (reversal_of) where reversal_of is not null;
create index entry_by_time on ledger.entry (book, posted_at, number);
create index entry_by_source on ledger.entry (source_id) where source_id is not null;

-- No foreign keys, on purpose: the trigger below joins entry and account anyway, neither is ever deleted, and a key would write
-- a lock into the row of a busy account for every posting.
create table ledger.posting (
    book        uuid     not null,
    number      bigint   not null,
    line        smallint not null,
    account     uuid     not null,
    amount      bigint   not null,
    occurred_on date     not null,
    constraint posting_pk primary key (book, number, line),
    constraint posting_amount_not_zero check (amount <> 0),
    constraint posting_amount_within_reason check (amount between -1000000000000000 and 1000000000000000)
);
create index posting_by_account on ledger.posting (account, number desc, line desc) include (amount, occurred_on);

-- Canonical form of an entry: one field a line, in this order, UTF-8, no line at the end; absent values are empty lines.
-- postings is the digest of its lines "<line> <account> <amount>" in their order.
create function ledger.entry_hash(e ledger.entry) returns bytea
    language sql stable
    return sha256(convert_to(concat_ws(E'\n', 'qutb-entry-1', e.book, e.number, e.id, e.key, encode(e.payload, 'hex'), e.kind,
        to_char(e.occurred_on, 'YYYY-MM-DD'), (extract(epoch from e.posted_at) * 1000000)::bigint,
        to_char(e.posted_on, 'YYYY-MM-DD'), e.actor, e.actor_name, e.reason,
        coalesce(e.source_kind, ''), coalesce(e.source_id::text, ''), coalesce(e.reversal_of::text, ''),
        encode(e.postings, 'hex'), encode(e.prev_hash, 'hex')), 'UTF8'));

create function ledger.postings_digest(accounts uuid[], amounts bigint[]) returns bytea
    language sql immutable
    return (select sha256(convert_to(coalesce(string_agg(line || ' ' || account || ' ' || amount, E'\n' order by line), ''), 'UTF8'))
              from unnest(accounts, amounts) with ordinality as u (account, amount, line));

-- Gives an entry its place: the next number, not before the last one in time, in an open month, chained to its forerunner.
create function ledger.join_chain() returns trigger
    language plpgsql
as $$
declare
    last ledger.chain;
begin
    select * into last from ledger.chain where book = new.book for no key update;
    if not found then
        perform ledger.refuse('entry_book_known');
    end if;
    if new.posted_at < last.closed_until then
        perform ledger.refuse('entry_month_open');
    end if;
    new.number := last.number + 1;
    new.posted_at := greatest(new.posted_at, last.posted_at);
    new.prev_hash := last.hash;
    new.transaction := pg_current_xact_id();
    if new.occurred_on > new.posted_on then
        perform ledger.refuse('entry_not_before_it_happens');
    end if;
    new.hash := ledger.entry_hash(new);
    update ledger.chain set number = new.number, hash = new.hash, posted_at = new.posted_at where book = new.book;
    return new;
end
$$;
create trigger entry_joins_chain before insert on ledger.entry for each row execute function ledger.join_chain();

-- An entry without postings says nothing. Deferred, because the postings come after.
create function ledger.need_postings() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from ledger.posting p where p.book = new.book and p.number = new.number) then
        perform ledger.refuse('entry_has_postings');
    end if;
    return null;
end
$$;
create constraint trigger entry_has_postings after insert on ledger.entry
    deferrable initially deferred for each row execute function ledger.need_postings();

-- What a person must know of a bound they ran into: the account's names, how much it still allows, how many decimals, the units.
create function ledger.bound_reached(of_account uuid, left_over bigint) returns text
    language sql stable
    return (select concat_ws(E'\n', a.name_ar, a.name_fr, a.name_en, greatest(left_over, 0), c.decimals, c.unit_ar, c.unit_fr, c.unit_en)
              from ledger.account a join ledger.commodity c on c.code = a.commodity where a.id = of_account);

-- Would a bounded account have been under its floor at the end of any day since the given one? Only the days that came later
-- can tell, and their postings have no number before those of that day (a day is allowed for what the time zone does).
create function ledger.lowest_since(of_account uuid, of_book uuid, since date, now_at bigint) returns bigint
    language sql stable
    return (select least(now_at, min(now_at - later.sum)) from (
               select sum(sum(p.amount)) over (order by p.occurred_on desc) as sum
                 from ledger.posting p
                where p.account = of_account and p.occurred_on > since
                  and p.number >= (select e.number from ledger.entry e
                                    where e.book = of_book and e.posted_at >= (since - 1)::timestamp at time zone 'UTC'
                                    order by e.posted_at, e.number limit 1)
                group by p.occurred_on) later);

-- All postings of an entry come in one statement of the entry's own transaction; a pair added later finds the entry written.
create function ledger.check_postings() returns trigger
    language plpgsql
as $$
declare
    one  record;
    held record;
    now_ ledger.balance;
begin
    for one in
        select n.book, n.number, e.id, e.transaction, e.postings, e.reversal_of, e.posted_on, e.occurred_on, count(*) as lines,
               bool_and(n.home is not distinct from n.book) as at_home,
               bool_and(n.occurred_on = e.occurred_on) as same_day,
               bool_and(n.rest = 0) as balanced,
               bool_or(n.lowest is not null or n.highest is not null) as bounded,
               sha256(convert_to(string_agg(n.line || ' ' || n.account || ' ' || n.amount, E'\n' order by n.line), 'UTF8')) as digest,
               (select count(*) from ledger.posting p where p.book = n.book and p.number = n.number) as there
          from (select w.book, w.number, w.line, w.account, w.amount, w.occurred_on, a.book as home, a.lowest, a.highest,
                       sum(w.amount) over (partition by w.book, w.number, a.commodity) as rest
                  from written w left join ledger.account a on a.id = w.account) n
          left join ledger.entry e on e.book = n.book and e.number = n.number
         group by n.book, n.number, e.id
    loop
        if one.id is null or one.transaction <> pg_current_xact_id() or one.lines <> one.there then
            perform ledger.refuse('entry_written_at_once');
        end if;
        if one.lines < 2 then
            perform ledger.refuse('entry_two_postings');
        end if;
        if not one.at_home then
            perform ledger.refuse('entry_in_one_book');
        end if;
        if one.digest <> one.postings or not one.same_day then
            perform ledger.refuse('entry_says_its_postings');
        end if;
        if not one.balanced then
            perform ledger.refuse('entry_balances');
        end if;
        if one.reversal_of is not null and exists (
               select from (select n.account, n.amount from written n where n.book = one.book and n.number = one.number
                            union all
                            select p.account, p.amount from ledger.entry e join ledger.posting p on p.book = e.book and p.number = e.number
                             where e.id = one.reversal_of) both_
                group by account having sum(amount) <> 0) then
            perform ledger.refuse('entry_mirrors_what_it_reverses');
        end if;
        if one.bounded then
            for held in
                select n.account, sum(n.amount)::bigint as change, a.lowest, a.highest
                  from written n join ledger.account a on a.id = n.account
                 where n.book = one.book and n.number = one.number and (a.lowest is not null or a.highest is not null)
                 group by n.account, a.lowest, a.highest
                 order by n.account
            loop
                update ledger.balance set posted = posted + held.change where account = held.account returning * into now_;
                if held.change < 0 and now_.posted - now_.pending_out < held.lowest then
                    perform ledger.refuse('account_floor', ledger.bound_reached(held.account,
                        now_.posted - held.change - now_.pending_out - held.lowest));
                end if;
                if held.change > 0 and now_.posted + now_.pending_in > held.highest then
                    perform ledger.refuse('account_ceiling', ledger.bound_reached(held.account,
                        held.highest - now_.posted + held.change - now_.pending_in));
                end if;
                if held.change < 0 and held.lowest is not null and one.occurred_on < one.posted_on
                   and ledger.lowest_since(held.account, one.book, one.occurred_on, now_.posted) < held.lowest then
                    perform ledger.refuse('account_floor_then', ledger.bound_reached(held.account,
                        ledger.lowest_since(held.account, one.book, one.occurred_on, now_.posted) - held.change - held.lowest));
                end if;
            end loop;
        end if;
    end loop;
    return null;
end
$$;
create trigger posting_balances after insert on ledger.posting
    referencing new table as written for each statement execute function ledger.check_postings();

create trigger entry_never_changes before update or delete or truncate on ledger.entry
    for each statement execute function ledger.never('entry_never_changes');
create trigger posting_never_changes before update or delete or truncate on ledger.posting
    for each statement execute function ledger.never('posting_never_changes');
create trigger account_keeps_its_place before update on ledger.account
    for each row execute function ledger.keep_account();
create trigger account_stays before delete or truncate on ledger.account
    for each statement execute function ledger.never('account_stays');
create trigger book_stays before delete or truncate on ledger.book
    for each statement execute function ledger.never('book_stays');
create trigger commodity_stays before update or delete or truncate on ledger.commodity
    for each statement execute function ledger.never('commodity_stays');
create trigger balance_follows_postings before insert or update or delete or truncate on ledger.balance
    for each statement execute function ledger.only_by_the_ledger('balance_follows_postings');
create trigger chain_follows_entries before insert or update or delete or truncate on ledger.chain
    for each statement execute function ledger.only_by_the_ledger('chain_follows_entries');

-- Writes an entry in one round trip, or answers the one already written under this key with what was said then. Locks: balance
-- rows in the order of their accounts, then the end of the chain.
create function ledger.post(
    its_id uuid, its_book uuid, its_key uuid, its_payload bytea, its_kind text, its_day date, its_moment timestamptz, its_today date,
    its_actor text, its_actor_name text, its_reason text, its_source_kind text, its_source_id uuid, its_reversal_of uuid,
    its_accounts uuid[], its_amounts bigint[], out entry uuid, out payload bytea)
    language plpgsql security definer set search_path = pg_catalog, public
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
            its_source_kind, its_source_id, its_reversal_of, ledger.postings_digest(its_accounts, its_amounts), '', '')
    returning number into place;
    insert into ledger.posting (book, number, line, account, amount, occurred_on)
    select its_book, place, line, account, amount, its_day
      from unnest(its_accounts, its_amounts) with ordinality as u (account, amount, line);
    entry := its_id;
    payload := its_payload;
end
$$;

-- Takes the locks of several entries at once and in order, before the first of them is written.
create function ledger.hold(its_accounts uuid[], its_books uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
    perform from ledger.balance b where b.account = any (its_accounts) order by b.account for no key update;
    perform from ledger.chain c where c.book = any (its_books) order by c.book for no key update;
end
$$;

select identity.audit_table('ledger.commodity', 'code');
select identity.audit_table('ledger.book', 'id');
select identity.audit_table('ledger.account', 'id');

-- The application opens books and accounts; entries it writes through ledger.post only.
revoke execute on all functions in schema ledger from public;
grant usage on schema ledger to qutb_application;
grant select on all tables in schema ledger to qutb_application;
grant insert on ledger.commodity, ledger.book, ledger.account to qutb_application;
grant update (name_ar, name_fr, name_en, highest) on ledger.account to qutb_application;
grant execute on function ledger.post, ledger.hold, ledger.refuse to qutb_application;
