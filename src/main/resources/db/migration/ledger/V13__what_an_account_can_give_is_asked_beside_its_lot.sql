-- What can be taken out of an account with bounds, for a module that looks for the first of many accounts that hold something: a plain
-- expression, so that the planner puts it into the question and asks only as long as it must.
create function ledger.available_in(its_account uuid) returns bigint
    language sql stable
    return (select b.posted - b.pending_out from ledger.balance b where b.account = its_account);
revoke execute on function ledger.available_in from public;
grant execute on function ledger.available_in to qutb_application;

-- As in V10. Whoever waits does so at the first row and reads the others after it: rows that changed while one waited would each be
-- looked up a second time, and everybody behind waits for that too.
create or replace function ledger.hold_available(its_accounts uuid[], out account uuid, out available bigint) returns setof record
    language plpgsql security definer set search_path = pg_catalog, public
as $$
#variable_conflict use_column
begin
    perform from ledger.balance b where b.account = any (its_accounts) order by b.account limit 1 for no key update;
    return query select b.account, b.posted - b.pending_out from ledger.balance b
                  where b.account = any (its_accounts) order by b.account for no key update;
end
$$;
