-- Pairs of records that may be of one person, until somebody decides. A decision stays, so that nobody is asked twice.
create table registry.suspected_duplicate (
    id         uuid        constraint suspected_duplicate_pk primary key,
    one_id     uuid        not null constraint suspected_duplicate_one_fk references registry.person,
    other_id   uuid        not null constraint suspected_duplicate_other_fk references registry.person,
    score      real        not null constraint suspected_duplicate_score_a_share check (score between 0 and 1),
    reasons    text[]      not null,
    state      text        not null default 'OPEN' constraint suspected_duplicate_state_known check (state in ('OPEN', 'DIFFERENT', 'MERGED')),
    found_at   timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    constraint suspected_duplicate_in_order check (one_id < other_id),
    constraint suspected_duplicate_once unique (one_id, other_id),
    constraint suspected_duplicate_decided_whole check ((state = 'OPEN') = (decided_at is null))
);
create index suspected_duplicate_by_state on registry.suspected_duplicate (state, score desc, id);
create index suspected_duplicate_by_other on registry.suspected_duplicate (other_id);

-- A merge keeps both records: one points at the other, and what referred to it refers to the survivor. What was moved is written
-- down, so that it can be moved back.
create table registry.person_merge (
    id          uuid        constraint person_merge_pk primary key,
    survivor_id uuid        not null constraint person_merge_survivor_fk references registry.person,
    merged_id   uuid        not null constraint person_merge_merged_fk references registry.person,
    merged_at   timestamptz not null,
    merged_by   uuid        not null,
    moved       jsonb       not null,
    undone_at   timestamptz,
    undone_by   uuid,
    constraint person_merge_two_records check (survivor_id <> merged_id),
    constraint person_merge_undone_whole check (num_nulls(undone_at, undone_by) in (0, 2))
);
create unique index person_merge_stands_once on registry.person_merge (merged_id) where undone_at is null;

select identity.audit_table('registry.suspected_duplicate', 'id');
select identity.audit_table('registry.person_merge', 'id');

-- Makes every row that refers to one person refer to another, in whichever module it is: foreign keys say which. What two people
-- cannot both have (the same membership, an overlapping role) stays with the merged record. Consent is personal to the
-- paper it was given on, and decisions about pairs are history: they stay.
create function registry.move_person_references(from_person uuid, to_person uuid) returns jsonb
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    reference record;
    line      record;
    moved     jsonb := '[]';
    crafts    registry.artisan_craft[];
begin
    -- An artisan's crafts refer to the artisan, so the two move together, and only to somebody who is not one yet.
    if exists (select from registry.artisan where person_id = from_person)
            and not exists (select from registry.artisan where person_id = to_person) then
        select array_agg(c) into crafts from registry.artisan_craft c where c.person_id = from_person;
        delete from registry.artisan_craft where person_id = from_person;
        update registry.artisan set person_id = to_person where person_id = from_person;
        insert into registry.artisan_craft (person_id, position, craft_code, since)
        select to_person, c.position, c.craft_code, c.since from unnest(crafts) c;
        moved := moved || jsonb_build_object('artisan', true);
    end if;
    for reference in
        select c.conrelid::regclass as tab, a.attname as col,
            coalesce((select array_agg(k.attname) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
                      where i.indrelid = c.conrelid and i.indisprimary), '{}') as key
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'registry.person'::regclass and cardinality(c.conkey) = 1
          and c.conrelid not in ('registry.artisan'::regclass, 'registry.consent_entry'::regclass,
              'registry.suspected_duplicate'::regclass, 'registry.person_merge'::regclass)
    loop
        for line in execute format('select to_jsonb(t) as whole from %s t where t.%I = $1', reference.tab, reference.col) using from_person
        loop
            declare
                key jsonb := (select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(line.whole) e where e.key = any (reference.key));
            begin
                execute format('update %s t set %I = $1 where t.%I = $2 and to_jsonb(t) @> $3', reference.tab, reference.col, reference.col)
                    using to_person, from_person, key;
                if reference.col = any (reference.key) then
                    key := jsonb_set(key, array[reference.col::text], to_jsonb(to_person));
                end if;
                moved := moved || jsonb_build_object('table', reference.tab::text, 'column', reference.col, 'key', key);
            exception when unique_violation or exclusion_violation or check_violation then
                null;
            end;
        end loop;
    end loop;
    return moved;
end
$$;

-- Takes a move back, line by line; what has been changed by hand since stays where it was put.
create function registry.move_person_references_back(from_person uuid, to_person uuid, moved jsonb) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    line   jsonb;
    crafts registry.artisan_craft[];
begin
    for line in select jsonb_array_elements(moved) loop
        if line ? 'artisan' then
            select array_agg(c) into crafts from registry.artisan_craft c where c.person_id = to_person;
            delete from registry.artisan_craft where person_id = to_person;
            update registry.artisan set person_id = from_person where person_id = to_person;
            insert into registry.artisan_craft (person_id, position, craft_code, since)
            select from_person, c.position, c.craft_code, c.since from unnest(crafts) c;
        else
            execute format('update %s t set %I = $1 where t.%I = $2 and to_jsonb(t) @> $3',
                    (line ->> 'table')::regclass, line ->> 'column', line ->> 'column')
                using from_person, to_person, line -> 'key';
        end if;
    end loop;
end
$$;

revoke execute on function registry.move_person_references(uuid, uuid) from public;
revoke execute on function registry.move_person_references_back(uuid, uuid, jsonb) from public;
grant execute on function registry.move_person_references(uuid, uuid) to qutb_application;
grant execute on function registry.move_person_references_back(uuid, uuid, jsonb) to qutb_application;
grant select, insert, update on registry.suspected_duplicate, registry.person_merge to qutb_application;
