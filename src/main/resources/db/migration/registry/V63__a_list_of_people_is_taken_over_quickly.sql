-- Whoever looks for doubles asks for hundreds of blocks; whatever waited in the pending list was read once for each of them.
alter index registry.search_entry_by_blocks set (fastupdate = off);
select gin_clean_pending_list('registry.search_entry_by_blocks');

-- New rows are compared with the directory together: of a list of a thousand people nobody is in it. Whoever is in it has agreed, or is
-- an organisation that is listed.
create function registry.keep_new_listings() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    subject uuid;
begin
    for subject in execute format('
        select distinct n.%1$I from added n
        where exists (select from registry.directory_consent d where d.person_id = n.%1$I)
            or exists (select from registry.organisation o where o.id = n.%1$I and o.listed_publicly)', tg_argv[0])
    loop
        perform registry.list_publicly(subject);
    end loop;
    return null;
end
$$;

drop trigger keep_listing on registry.artisan;
create trigger keep_listing after update of person_id on registry.artisan for each row execute function registry.keep_listing('person_id');
create trigger keep_new_listings after insert on registry.artisan referencing new table as added for each statement
    execute function registry.keep_new_listings('person_id');

drop trigger keep_listing on registry.artisan_craft;
create trigger keep_listing after update or delete on registry.artisan_craft for each row execute function registry.keep_listing('person_id');
create trigger keep_new_listings after insert on registry.artisan_craft referencing new table as added for each statement
    execute function registry.keep_new_listings('person_id');

drop trigger keep_new_listing on registry.search_entry;
create trigger keep_new_listings after insert on registry.search_entry referencing new table as added for each statement
    execute function registry.keep_new_listings('subject');

-- English names follow the order of French ones.
drop index registry.person_by_name_en;
drop index registry.organisation_by_name_en;

-- Who has one of these numbers, through the indexes only: while a list fills the tables, a plan made when they were empty would read
-- them from end to end for every number.
create function registry.known_by_numbers(identities bytea[], registered text[], phones text[])
    returns table (key text, person uuid)
    language sql stable
    set enable_seqscan = off set enable_bitmapscan = off
as $$
    -- Offset: else the planner may turn the question round and go through everybody who has a number.
    select 'c' || encode(wanted, 'hex'), p.id
    from unnest(identities) as wanted, lateral (select id from registry.person where identity_hash = wanted offset 0) p
    union all
    select 'r' || wanted, a.person_id
    from unnest(registered) as wanted, lateral (select person_id from registry.artisan where register_number = wanted offset 0) a
    union all
    select 'p' || wanted, p.id
    from unnest(phones) as wanted, lateral (select id, merged_into from registry.person where phone = wanted offset 0) p
    where p.merged_into is null
$$;
