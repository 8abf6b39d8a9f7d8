-- A month of a book is closed once and for good: later facts are posted later. Closing keeps every balance at that moment, and the
-- closings of a book are chained as its entries are. ends: when the month was over at the pole, as the application knows it.
create table ledger.closing (
    book        uuid        not null,
    month       date        not null,
    ends        timestamptz not null,
    last_number bigint      not null,
    closed_at   timestamptz not null,
    actor       text        not null,
    actor_name  text        not null,
    prev_hash   bytea       not null,
    hash        bytea       not null,
    constraint closing_once primary key (book, month),
    constraint closing_of_book foreign key (book) references ledger.book (id),
    constraint closing_of_a_month check (extract(day from month) = 1),
    constraint closing_ends_with_the_month check (
        (ends at time zone 'UTC')::date - (month + interval '1 month')::date between -1 and 0),
    constraint closing_texts_are_lines check (actor || actor_name !~ '[[:cntrl:]]')
);

create table ledger.snapshot (
    book    uuid   not null,
    month   date   not null,
    account uuid   not null,
    balance bigint not null,
    constraint snapshot_pk primary key (book, month, account)
);
create index snapshot_by_account on ledger.snapshot (account, month desc);

-- Canonical form: 'qutb-closing-1', book, month, its end and the moment of closing in microseconds, last number, actor, name, previous hash, then a line
-- "<account> <balance>" for each account in the order of its id.
create function ledger.close_month() returns trigger
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
    new.last_number := coalesce((select e.number from ledger.entry e where e.book = new.book and e.posted_at < new.ends
                                 order by e.posted_at desc, e.number desc limit 1), 0);
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
create trigger closing_closes before insert on ledger.closing for each row execute function ledger.close_month();

create trigger closing_never_changes before update or delete or truncate on ledger.closing
    for each statement execute function ledger.never('closing_never_changes');
create trigger snapshot_follows_closing before insert or update or delete or truncate on ledger.snapshot
    for each statement execute function ledger.only_by_the_ledger('snapshot_follows_closing');

create function ledger.close(its_book uuid, its_month date, its_ends timestamptz, its_moment timestamptz, its_actor text, its_actor_name text) returns void
    language sql security definer set search_path = pg_catalog, public
as $$
    insert into ledger.closing values (its_book, its_month, its_ends, 0, its_moment, its_actor, its_actor_name, '', '');
$$;

revoke execute on function ledger.close_month, ledger.close from public;
grant select on ledger.closing, ledger.snapshot to qutb_application;
grant execute on function ledger.close to qutb_application;
