-- What an account with bounds holds, for a list of another module that shows and sorts by it: a plain expression, as available_in.
create function ledger.held_in(its_account uuid) returns bigint
    language sql stable
    return (select b.posted from ledger.balance b where b.account = its_account);
revoke execute on function ledger.held_in from public;
grant execute on function ledger.held_in to qutb_application;
