-- Locks balance rows in the order every posting takes them, and answers what can be taken out of each: read under the lock, so that
-- who computes a share of what is left computes it from what really is left.
create function ledger.hold_available(its_accounts uuid[], out account uuid, out available bigint) returns setof record
    language sql security definer set search_path = pg_catalog, public
as $$
    select b.account, b.posted - b.pending_out from ledger.balance b
     where b.account = any (its_accounts) order by b.account for no key update;
$$;
revoke execute on function ledger.hold_available from public;
grant execute on function ledger.hold_available to qutb_application;
