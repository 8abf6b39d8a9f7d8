-- One row for each entry of the public directory: how it is found, counted and ordered among a hundred thousand. It knows only what
-- the view knows, and is written in the transaction that changes it; what a page shows is still read from the view.
create table registry.directory_listing (
    id              uuid     constraint directory_listing_pk primary key,
    kind            text     not null,
    demonstration   boolean  not null,
    sort_name_ar    text     not null,
    sort_name_latin text     not null,
    crafts          text[]   not null,
    territory_code  text,
    awarded         boolean  not null,
    words           tsvector not null -- SKELETON and =letters of the name, c:craft, t:territory: what of them is shown
);
create index directory_listing_by_name_ar on registry.directory_listing (demonstration, sort_name_ar collate "ar-x-icu", id);
create index directory_listing_by_name_latin on registry.directory_listing (demonstration, sort_name_latin collate "fr-x-icu", id);
create index directory_listing_by_words on registry.directory_listing using gin (words);

create view registry.directory_listed as
select e.id, e.kind, e.demonstration, e.sort_name_ar, e.sort_name_latin, e.crafts, e.territory_code, e.awarded,
    array_to_tsvector(array(
        -- The index of the staff also knows crafts and places nobody may see here.
        select it from unnest(tsvector_to_array(s.words)) as it where it !~ '^(@|[a-z]:)'
        union select '=' || it from regexp_split_to_table(substr(s.given_letters, 3), ' ') as it where it <> ''
        union select '=' || it from regexp_split_to_table(
            lower(regexp_replace(normalize(e.name_latin, nfkd), '[^[:alnum:][:space:]-]', '', 'g')), '[[:space:]-]+') as it where it <> ''
        union select 'c:' || it from unnest(e.crafts) as it
        union select 't:' || e.territory_code where e.territory_code is not null)) as words
from registry.directory_entry e
left join registry.search_entry s on s.subject = e.id;

create function registry.list_publicly(subject uuid) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    -- Somebody corrects a name while somebody else withdraws: the second waits and then sees the first.
    perform from registry.person where id = subject for no key update;
    perform from registry.organisation where id = subject for no key update;
    insert into registry.directory_listing select * from registry.directory_listed l where l.id = subject
    on conflict (id) do update set kind = excluded.kind, demonstration = excluded.demonstration, sort_name_ar = excluded.sort_name_ar,
        sort_name_latin = excluded.sort_name_latin, crafts = excluded.crafts, territory_code = excluded.territory_code,
        awarded = excluded.awarded, words = excluded.words;
    if not found then
        delete from registry.directory_listing where id = subject;
    end if;
end
$$;
revoke execute on function registry.list_publicly(uuid) from public;

-- An import writes a hundred thousand people who are in no directory: for them this must be next to nothing.
create function registry.keep_listing() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    subject uuid;
begin
    for subject in
        select distinct it from (values ((to_jsonb(old) ->> tg_argv[0])::uuid), ((to_jsonb(new) ->> tg_argv[0])::uuid)) as known (it)
        where exists (select from registry.directory_consent d where d.person_id = it)
            or exists (select from registry.directory_listing l where l.id = it)
            or exists (select from registry.organisation o where o.id = it and o.listed_publicly)
    loop
        perform registry.list_publicly(subject);
    end loop;
    return null;
end
$$;

create trigger keep_listing after insert or update or delete on registry.directory_consent for each row
    execute function registry.keep_listing('person_id');
create trigger keep_listing after update on registry.person for each row
    when (old.merged_into is distinct from new.merged_into or old.anonymised_at is distinct from new.anonymised_at
        or old.demonstration <> new.demonstration or old.territory_code is distinct from new.territory_code
        or old.sort_name_ar <> new.sort_name_ar or old.sort_name_latin <> new.sort_name_latin)
    execute function registry.keep_listing('id');
create trigger keep_listing after insert or update on registry.organisation for each row execute function registry.keep_listing('id');
create trigger keep_listing after insert or update of person_id on registry.artisan for each row execute function registry.keep_listing('person_id');
create trigger keep_listing after insert or update or delete on registry.artisan_craft for each row
    execute function registry.keep_listing('person_id');
create trigger keep_listing after insert or update or delete on registry.organisation_craft for each row
    execute function registry.keep_listing('organisation_id');
create trigger keep_person_listing after insert or update on registry.distinction for each row execute function registry.keep_listing('person_id');
create trigger keep_organisation_listing after insert or update on registry.distinction for each row
    execute function registry.keep_listing('organisation_id');
create trigger keep_new_listing after insert on registry.search_entry for each row when (new.kind in ('PERSON', 'ORGANISATION'))
    execute function registry.keep_listing('subject');
create trigger keep_listing after update on registry.search_entry for each row
    when (new.kind in ('PERSON', 'ORGANISATION') and (old.words <> new.words or old.given_letters <> new.given_letters))
    execute function registry.keep_listing('subject');

insert into registry.directory_listing select * from registry.directory_listed;
grant select on registry.directory_listing to qutb_application;
