-- The audit trail: who changed what, when and from where, before and after. Written by triggers, so that no code can
-- forget it; readable and extendable by the application, alterable by nobody.
create table identity.audit_entry (
    id          bigint generated always as identity primary key,
    happened_at timestamptz not null default clock_timestamp(),
    actor       text        not null,
    address     text        not null,
    request     text        not null,
    action      text        not null,
    subject     text        not null,
    subject_id  text        not null,
    before      jsonb,
    after       jsonb
);
create index audit_entry_by_subject on identity.audit_entry (subject, subject_id, id);
create index audit_entry_by_actor on identity.audit_entry (actor, id);
create index audit_entry_by_time on identity.audit_entry using brin (happened_at);

-- Arguments of the trigger: the key column, then columns whose values are never copied into the trail.
create function identity.record_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    masked  text;
    key     text;
    shared  text;
begin
    if tg_op = 'UPDATE' and old_row = new_row then
        return null;
    end if;
    key := coalesce(new_row, old_row) ->> tg_argv[0];
    for i in 1 .. tg_nargs - 1 loop
        masked := tg_argv[i];
        if tg_op = 'UPDATE' and old_row -> masked is distinct from new_row -> masked then
            old_row := jsonb_set(old_row, array[masked], '"•"');
            new_row := jsonb_set(new_row, array[masked], '"•••"');
        else
            old_row := case when old_row ->> masked is null then old_row else jsonb_set(old_row, array[masked], '"•"') end;
            new_row := case when new_row ->> masked is null then new_row else jsonb_set(new_row, array[masked], '"•"') end;
        end if;
    end loop;
    if tg_op = 'UPDATE' then
        -- Only what changed.
        for shared in select k from jsonb_object_keys(old_row) as k loop
            if old_row -> shared is not distinct from new_row -> shared then
                old_row := old_row - shared;
                new_row := new_row - shared;
            end if;
        end loop;
    end if;
    insert into identity.audit_entry (actor, address, request, action, subject, subject_id, before, after)
    values (coalesce(current_setting('qutb.actor', true), ''), coalesce(current_setting('qutb.address', true), ''),
            coalesce(current_setting('qutb.request', true), ''), lower(tg_op), tg_table_schema || '.' || tg_table_name,
            key, old_row, new_row);
    return null;
end
$$;

-- Called by the migrations of every module: from now on each change of the table is in the trail.
create function identity.audit_table(audited regclass, key text, variadic masked text[] default '{}') returns void
    language plpgsql
as $$
begin
    execute format('create trigger audit after insert or update or delete on %s for each row execute function identity.record_change(%s)',
        audited, (select string_agg(quote_literal(a), ', ' order by n) from unnest(array[key] || masked) with ordinality as u(a, n)));
end
$$;

grant usage on schema identity to qutb_application;
grant select, insert on identity.audit_entry to qutb_application;
