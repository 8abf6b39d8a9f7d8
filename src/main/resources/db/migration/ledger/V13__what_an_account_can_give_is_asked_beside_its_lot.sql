-- What can be taken out of an account with bounds, for a module that looks for the first of many accounts that hold something: a plain
-- expression, so that the planner puts it into the question and asks only as long as it must.
create function ledger.available_in(its_account uuid) returns bigint
    language sql stable
    return (select b.posted - b.pending_out from ledger.balance b where b.account = its_account);
revoke execute on function ledger.available_in from public;
grant execute on function ledger.available_in to qutb_application;
