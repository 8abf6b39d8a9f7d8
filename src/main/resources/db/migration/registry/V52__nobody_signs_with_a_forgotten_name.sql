-- What people answered on their own pages was signed with the name of their account, which is closed with them.
-- Sex, five years of birth, crafts and territory stay, so that the figures stay true; all else goes, here, in the records merged
-- into this one and in the audit trail. The application may call it but could not do it by itself: it alters history.
create or replace function registry.anonymise(person uuid) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    gone uuid[];
    ids  text[];
begin
    if not exists (select from registry.anonymisation a where a.person_id = person and a.state = 'CONFIRMED') then
        raise exception 'person % violates "anonymisation_confirmed"', person
            using errcode = 'integrity_constraint_violation', constraint = 'anonymisation_confirmed';
    end if;
    with recursive same as (
        select p.id from registry.person p where p.id = person
        union select p.id from registry.person p join same s on p.merged_into = s.id)
    select array_agg(id) into gone from same;

    update registry.person set
        given_name_ar = '', family_name_ar = '', given_name_latin = '', family_name_latin = '',
        father_name_ar = '', father_name_latin = '', grandfather_name_ar = '', grandfather_name_latin = '',
        birth_date = make_date(greatest(extract(year from birth_date)::int / 5 * 5, 1900), 1, 1),
        birth_precision = case when birth_date is null then null else 'YEAR' end,
        identity_kind = null, identity_encrypted = null, identity_hash = null, identity_mask = null,
        phone = null, phone_shared = false, other_phones = '{}', landmark = '', languages = '{}', reading_ease = null,
        photo = null, story_ar = '', story_fr = '', story_en = '', note = '', source = null, locator = null,
        number = nextval('registry.person_number'), anonymised_at = clock_timestamp(), version = version + 1
    where id = any (gone);
    update registry.artisan set
        practising_since = null,
        -- Whoever was registered still counts as registered.
        register_number = case register_status when 'REGISTERED' then 'X-' || gen_random_uuid() end,
        registered_on = date_trunc('year', registered_on)::date, card_number = null, card_expires_on = null, workplace_note = '',
        cnss_number = null, cover_proved_on = null, version = version + 1
    where person_id = any (gone);
    update registry.artisan_craft set since = null where person_id = any (gone);
    update registry.person_role set note = '' where person_id = any (gone);
    update registry.distinction set recipient_ar = '', recipient_fr = '', recipient_en = '', says_ar = '', says_fr = '', says_en = '',
        note_ar = '', note_fr = '', note_en = '' where person_id = any (gone);
    update registry.correction_part set before = '', after = ''
    where correction_id in (select id from registry.correction where person_id = any (gone));
    update registry.correction set reason = case state when 'REFUSED' then '•' else '' end where person_id = any (gone);
    update registry.privacy_request set asker_name = '', asker_phone = null, asker_email = null, words = '', answer = ''
    where person_id = any (gone);
    update registry.consent_entry set document = null, recorded_by = case manner when 'ONLINE' then '•' else recorded_by end
    where person_id = any (gone);
    delete from registry.directory_consent where person_id = any (gone);
    delete from registry.search_entry where subject = any (gone);

    -- The trail still says that something changed, when and by whom; not from what to what.
    select array_agg(it::text) into ids from (
        select unnest(gone)
        union select id from registry.correction where person_id = any (gone)
        union select id from registry.privacy_request where person_id = any (gone)
        union select id from registry.distinction where person_id = any (gone)) as known (it);
    update identity.audit_entry set
        before = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(before) as k),
        after = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(after) as k)
    where subject like 'registry.%' and subject_id = any (ids);
end
$$;
