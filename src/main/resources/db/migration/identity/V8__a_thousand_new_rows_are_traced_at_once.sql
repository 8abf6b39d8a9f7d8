-- New rows go to the trail together, one insert for a statement: an import of a hundred thousand people writes three hundred thousand
-- lines of it. Changes and deletions stay row by row, since each is compared with what was before.
create function identity.record_new_rows() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
    masked text[] := tg_argv[1 : tg_nargs - 1];
begin
    insert into identity.audit_entry (actor, address, request, action, subject, subject_id, after)
    select coalesce(current_setting('qutb.actor', true), ''), coalesce(current_setting('qutb.address', true), ''),
        coalesce(current_setting('qutb.request', true), ''), 'insert', tg_table_schema || '.' || tg_table_name, kept ->> tg_argv[0],
        case when masked is null or cardinality(masked) = 0 then kept
            else kept || coalesce((select jsonb_object_agg(m, '•') from unnest(masked) as m where kept ->> m is not null), '{}') end
    -- Offset: else the row would be turned into JSON once for each time it is named.
    from (select to_jsonb(added) as kept from added offset 0) as rows;
    return null;
end
$$;

create or replace function identity.audit_table(audited regclass, key text, variadic masked text[] default '{}') returns void
    language plpgsql
as $$
declare
    arguments text := (select string_agg(quote_literal(a), ', ' order by n) from unnest(array[key] || masked) with ordinality as u(a, n));
begin
    execute format('create trigger audit after update or delete on %s for each row execute function identity.record_change(%s)',
        audited, arguments);
    execute format('create trigger audit_new after insert on %s referencing new table as added for each statement
        execute function identity.record_new_rows(%s)', audited, arguments);
end
$$;

-- The tables that are audited already.
do $$
declare
    it record;
begin
    for it in
        select t.tgrelid::regclass as audited,
            array_remove(string_to_array(encode(t.tgargs, 'escape'), '\000'), '') as arguments
        from pg_trigger t where t.tgname = 'audit' and t.tgfoid = 'identity.record_change'::regproc
    loop
        execute format('drop trigger audit on %s', it.audited);
        execute format('select identity.audit_table(%L, %s)', it.audited,
            (select string_agg(quote_literal(a), ', ' order by n) from unnest(it.arguments) with ordinality as u(a, n)));
    end loop;
end
$$;
