-- The last day anything happened to a record after it was made.
create table registry.person_activity (
    person_id uuid constraint person_activity_pk primary key constraint person_activity_person_fk references registry.person,
    last_on   date not null
);

create function registry.note_activity() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into registry.person_activity (person_id, last_on)
    values ((to_jsonb(new) ->> tg_argv[0])::uuid, (now() at time zone 'Africa/Casablanca')::date)
    on conflict (person_id) do update set last_on = excluded.last_on where person_activity.last_on < excluded.last_on;
    return null;
end
$$;
create trigger note_activity after update on registry.person for each row execute function registry.note_activity('id');
create trigger note_activity after update on registry.artisan for each row execute function registry.note_activity('person_id');
create trigger note_activity after insert or update on registry.person_role for each row execute function registry.note_activity('person_id');
create trigger note_activity after insert or update on registry.membership for each row when (new.person_id is not null)
    execute function registry.note_activity('person_id');
create trigger note_activity after insert on registry.correction for each row execute function registry.note_activity('person_id');

-- Whose time has come, by the rules of today; the first rule that applies is the one that is told. Published and made-up people
-- follow no rule.
create view registry.retention_due as
with term as (
    select code, make_interval(months => amount) as kept, (now() at time zone 'Africa/Casablanca')::date as today
    from registry.privacy_term
    where daterange(valid_from, valid_to) @> (now() at time zone 'Africa/Casablanca')::date),
known as (
    select p.id, coalesce(a.last_on, p.registered_at::date) as last_on, r.person_id is not null as artisan, r.card_expires_on
    from registry.person p
    left join registry.person_activity a on a.person_id = p.id
    left join registry.artisan r on r.person_id = p.id
    where p.anonymised_at is null and p.merged_into is null and p.reference_code is null and not p.demonstration),
due as (
    select k.id, t.code as rule, c.happened_at::date as since, 1 as place
    from known k join registry.consent_now c on c.person_id = k.id and c.purpose = 'processing' and not c.given
    join term t on t.code = 'keep-after-withdrawal' and c.happened_at::date + t.kept <= t.today
    union all
    select k.id, t.code, k.last_on, 2
    from known k join term t on t.code = 'keep-unused-record' and k.last_on + t.kept <= t.today
    where not k.artisan
      and not exists (select from registry.person_role r where r.person_id = k.id)
      and not exists (select from registry.membership m where m.person_id = k.id)
      and not exists (select from registry.distinction d where d.person_id = k.id)
    union all
    select k.id, t.code, greatest(k.last_on, k.card_expires_on), 3
    from known k join term t on t.code = 'keep-inactive-artisan' and greatest(k.last_on, k.card_expires_on) + t.kept <= t.today
    where k.artisan
      and not exists (select from registry.membership m where m.person_id = k.id and m.left_on is null))
select distinct on (d.id) d.id, d.rule, d.since from due d order by d.id, d.place;

grant select on registry.person_activity, registry.retention_due to qutb_application;
