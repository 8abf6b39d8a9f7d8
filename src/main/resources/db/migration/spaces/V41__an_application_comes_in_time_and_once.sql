-- Who asks for a unit of a call. It is a draft until it is sent; sent, it has a number, one after the other in its call, and says the same
-- for ever; only papers that are missing may still come, until the deadline. The database says when it is too late.
create table spaces.application (
    id              uuid        constraint application_pk primary key,
    call_id         uuid        not null constraint application_of_call references spaces.call,
    position        int,
    number          text        constraint application_number_once unique,
    person_id       uuid        constraint application_person_fk references registry.person,
    organisation_id uuid        constraint application_organisation_fk references registry.organisation,
    party_kind      text        not null constraint application_party_known check (party_kind in ('artisan', 'cooperative', 'enterprise')),
    craft_code      text        constraint application_craft_fk references registry.craft,
    needs_access    boolean     not null default false,
    -- What it claims or belongs to, for the shares that are kept.
    groups          text[]      not null default '{}' constraint application_groups_known check (groups <@ array['women_cooperative', 'young_graduate']),
    step            text        not null,
    begun_at        timestamptz not null,
    submitted_at    timestamptz,
    withdrawn_at    timestamptz,
    -- The person of the registry who acted on a telephone, or the name of the clerk.
    acted_person    uuid        constraint application_acted_person_fk references registry.person,
    taken_by_name   text        not null,
    demonstration   boolean     not null,
    version         bigint      not null,
    constraint application_of_its_call unique (id, call_id),
    constraint application_by_one_party check (num_nonnulls(person_id, organisation_id) = 1
        and (party_kind = 'artisan') = (person_id is not null)),
    constraint application_sent_has_a_number check ((number is null) = (submitted_at is null) and (position is null) = (submitted_at is null)),
    constraint application_sent_names_a_craft check (submitted_at is null or craft_code is not null),
    constraint application_numbers_follow unique (call_id, position)
);
create unique index application_once_a_person on spaces.application (call_id, person_id) where withdrawn_at is null;
create unique index application_once_an_organisation on spaces.application (call_id, organisation_id) where withdrawn_at is null;
create index application_by_person on spaces.application (person_id);
create index application_by_organisation on spaces.application (organisation_id);

-- How many were sent; the row is held while one is, so that numbers have no gaps.
create table spaces.application_series (
    call_id uuid constraint application_series_pk primary key constraint application_series_of_call references spaces.call,
    last    int not null
);

create table spaces.application_wish (
    application_id uuid     not null,
    call_id        uuid     not null,
    rank           smallint not null constraint application_wish_rank check (rank between 1 and 10),
    unit_id        uuid     not null,
    constraint application_wish_pk primary key (application_id, rank),
    constraint application_wish_once unique (application_id, unit_id),
    constraint application_wish_of_application foreign key (application_id, call_id) references spaces.application (id, call_id),
    constraint application_wish_unit_of_call foreign key (call_id, unit_id) references spaces.call_unit (call_id, unit_id)
);
create index application_wish_by_unit on spaces.application_wish (call_id, unit_id);

-- A paper that was asked for: sent as a file, or seen at the desk. refused_why: somebody looked at it and it will not do.
create table spaces.application_document (
    application_id uuid        not null constraint application_document_of_application references spaces.application,
    code           text        not null constraint application_document_known
                                   check (code in ('identity', 'artisan_card', 'project', 'statutes', 'members', 'trade_register', 'diploma')),
    file_id        uuid        constraint application_document_file references documents.stored_file,
    brought_at     timestamptz not null,
    seen_by_name   text        not null default '',
    refused_why    text        not null default '',
    refused_by_name text       not null default '',
    constraint application_document_pk primary key (application_id, code),
    constraint application_document_sent_or_seen check (file_id is not null or seen_by_name <> ''),
    constraint application_document_refused_by_somebody check ((refused_why = '') = (refused_by_name = ''))
);
create index application_document_by_file on spaces.application_document (file_id);

create function spaces.application_is_in_time() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    asked spaces.call;
begin
    if tg_op = 'UPDATE' and old.submitted_at is not null then
        if (old.call_id, old.position, old.number, old.person_id, old.organisation_id, old.party_kind, old.craft_code, old.needs_access,
                old.groups, old.submitted_at)
            is distinct from (new.call_id, new.position, new.number, new.person_id, new.organisation_id, new.party_kind, new.craft_code,
                new.needs_access, new.groups, new.submitted_at)
            or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
            perform spaces.broken('application_sent_stays');
        end if;
        return new;
    end if;
    -- The call is held: its deadline cannot be moved while this is being sent.
    select * into asked from spaces.call where id = new.call_id for share;
    if asked.published_at is null or asked.cancelled_at is not null then
        perform spaces.broken('application_to_an_open_call');
    end if;
    if new.submitted_at is not null then
        if new.submitted_at < asked.opens_at or new.submitted_at >= asked.closes_at then
            perform spaces.broken('application_in_time');
        end if;
        if not (new.party_kind = any (asked.parties)) then
            perform spaces.broken('application_of_a_party_that_may');
        end if;
        if not exists (select from spaces.application_wish w where w.application_id = new.id) then
            perform spaces.broken('application_wishes_for_a_unit');
        end if;
        insert into spaces.application_series as s (call_id, last) values (new.call_id, 1)
            on conflict (call_id) do update set last = s.last + 1 returning last into new.position;
        new.number := asked.number || '-' || lpad(new.position::text, 4, '0');
    elsif new.position is not null or new.number is not null then
        perform spaces.broken('application_sent_has_a_number');
    end if;
    return new;
end
$$;
create trigger application_in_time before insert or update on spaces.application
    for each row execute function spaces.application_is_in_time();

create function spaces.wishes_follow() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    of_application uuid := case when tg_op = 'DELETE' then old.application_id else new.application_id end;
begin
    if exists (select from spaces.application_wish where application_id = of_application having max(rank) <> count(*)) then
        perform spaces.broken('application_wish_without_gaps');
    end if;
    return null;
end
$$;
create constraint trigger application_wish_without_gaps after insert or update or delete on spaces.application_wish
    deferrable initially deferred for each row execute function spaces.wishes_follow();

create function spaces.sent_stays() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform from spaces.application a
      where a.id = case when tg_op = 'DELETE' then old.application_id else new.application_id end and a.submitted_at is null for share;
    if not found then
        perform spaces.broken('application_sent_stays');
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger application_wish_sent_stays before insert or update or delete on spaces.application_wish
    for each row execute function spaces.sent_stays();

-- A paper comes while the call is open. Afterwards somebody may still find that it will not do.
create function spaces.document_in_time() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    closing timestamptz;
begin
    if tg_op = 'UPDATE' and new.brought_at = old.brought_at and new.file_id is not distinct from old.file_id
            and new.seen_by_name = old.seen_by_name then
        return new;
    end if;
    select c.closes_at into closing
      from spaces.application a join spaces.call c on c.id = a.call_id
     where a.id = new.application_id and a.withdrawn_at is null and c.cancelled_at is null for share of c;
    if closing is null or new.brought_at >= closing then
        perform spaces.broken('application_document_in_time');
    end if;
    return new;
end
$$;
create trigger application_document_in_time before insert or update on spaces.application_document
    for each row execute function spaces.document_in_time();

grant select, insert, update on spaces.application, spaces.application_document to qutb_application;
grant select, insert, delete on spaces.application_wish to qutb_application;
grant select on spaces.application_series to qutb_application;

select identity.audit_table('spaces.application', 'id');
select identity.audit_table('spaces.application_wish', 'application_id');
select identity.audit_table('spaces.application_document', 'application_id');
