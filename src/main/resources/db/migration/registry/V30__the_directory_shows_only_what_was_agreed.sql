-- What of a person the directory may show now, kept by the ledger itself: a withdrawal holds from the moment it is written.
create table registry.directory_consent (
    person_id uuid   constraint directory_consent_pk primary key constraint directory_consent_person_fk references registry.person,
    fields    text[] not null
);

create function registry.keep_directory_consent() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    agreed text[];
begin
    -- Two answers of one person at once: the second waits and then sees the first.
    perform from registry.person where id = new.person_id for no key update;
    select array_agg(c.purpose order by c.purpose) into agreed
    from registry.consent_now c where c.person_id = new.person_id and c.given and c.purpose like 'directory-%';
    if 'directory-name' = any (agreed)
        and not exists (select from registry.consent_now c
                        where c.person_id = new.person_id and c.purpose = 'processing' and not c.given) then
        insert into registry.directory_consent (person_id, fields) values (new.person_id, agreed)
        on conflict (person_id) do update set fields = excluded.fields;
    else
        delete from registry.directory_consent where person_id = new.person_id;
    end if;
    return null;
end
$$;
create trigger keep_directory_consent after insert on registry.consent_entry for each row
    when (new.purpose = 'processing' or new.purpose like 'directory-%') execute function registry.keep_directory_consent();

insert into registry.directory_consent (person_id, fields)
select person_id, array_agg(purpose order by purpose) from registry.consent_now c
where given and purpose like 'directory-%'
  and not exists (select from registry.consent_now w where w.person_id = c.person_id and w.purpose = 'processing' and not w.given)
group by person_id having bool_or(purpose = 'directory-name');

-- All a public page can know of anybody: what was not agreed to is not in it, so no page can show it by mistake.
create view registry.directory_entry as
select 'ARTISAN' as kind, p.id, p.number,
    btrim(p.given_name_ar || ' ' || p.family_name_ar) as name_ar,
    btrim(p.given_name_latin || ' ' || p.family_name_latin) as name_latin,
    p.sort_name_ar, p.sort_name_latin, p.sex,
    case when 'directory-photo' = any (d.fields) then p.photo end as photo,
    case when 'directory-phone' = any (d.fields) then p.phone end as phone,
    null::text as email, null::text as website,
    case when 'directory-crafts' = any (d.fields)
        then array(select c.craft_code from registry.artisan_craft c where c.person_id = p.id order by c.position) else '{}' end as crafts,
    'directory-crafts' = any (d.fields) and a.category = 'MAALEM' as maalem,
    case when 'directory-crafts' = any (d.fields) then a.practising_since end as since,
    case when 'directory-place' = any (d.fields) then p.territory_code end as territory_code,
    case when 'directory-story' = any (d.fields) then p.story_ar else '' end as story_ar,
    case when 'directory-story' = any (d.fields) then p.story_fr else '' end as story_fr,
    case when 'directory-story' = any (d.fields) then p.story_en else '' end as story_en,
    'directory-awards' = any (d.fields)
        and exists (select from registry.distinction x where x.person_id = p.id and x.withdrawn_on is null) as awarded,
    p.demonstration
from registry.directory_consent d
join registry.person p on p.id = d.person_id
join registry.artisan a on a.person_id = p.id
where p.merged_into is null and p.anonymised_at is null
union all
select o.legal_form, o.id, o.number, o.name_ar, o.name_latin, o.sort_name_ar, o.sort_name_latin, null,
    o.photo, o.phone, o.email, o.website,
    array(select c.craft_code from registry.organisation_craft c where c.organisation_id = o.id order by c.craft_code),
    false, extract(year from o.founded_on)::int, o.territory_code, o.story_ar, o.story_fr, o.story_en,
    exists (select from registry.distinction x where x.organisation_id = o.id and x.withdrawn_on is null),
    o.demonstration
from registry.organisation o
where o.listed_publicly and o.status = 'ACTIVE' and o.merged_into is null and not o.collective;

create index organisation_by_listing on registry.organisation (id) where listed_publicly;
grant select on registry.directory_consent, registry.directory_entry to qutb_application;
