-- Who reads the applications of a call and gives points. Each does so alone; when all have closed their sheets, they are compared.
create table spaces.committee (
    call_id          uuid        constraint committee_pk primary key constraint committee_of_call references spaces.call,
    spread_points    smallint    not null constraint committee_spread_plausible check (spread_points between 1 and 100),
    convened_at      timestamptz not null,
    convened_by_name text        not null,
    compared_at      timestamptz,
    frozen_at        timestamptz,
    frozen_by        uuid,
    version          bigint      not null,
    constraint committee_frozen_by_somebody check ((frozen_at is null) = (frozen_by is null)),
    constraint committee_frozen_after_comparing check (frozen_at >= compared_at)
);

-- user_id: the account. person_id: who they are in the registry, where they are known there.
create table spaces.committee_member (
    call_id   uuid        constraint committee_member_of_committee references spaces.committee,
    user_id   uuid,
    name      text        not null,
    person_id uuid        constraint committee_member_person references registry.person,
    chair     boolean     not null,
    closed_at timestamptz,
    constraint committee_member_pk primary key (call_id, user_id)
);
create unique index committee_one_chair on spaces.committee_member (call_id) where chair;
create index committee_member_by_user on spaces.committee_member (user_id);

-- Relatives, declared once by the member for every call.
create table spaces.relative (
    user_id     uuid        not null,
    person_id   uuid        not null constraint relative_person references registry.person,
    declared_at timestamptz not null,
    constraint relative_pk primary key (user_id, person_id)
);
create index relative_by_person on spaces.relative (person_id);

-- Why a member gives no points to an application: found by the system, or declared. It stays.
create table spaces.conflict (
    application_id uuid        constraint conflict_of_application references spaces.application,
    user_id        uuid        not null,
    ground         text        not null constraint conflict_ground_known check (ground in ('applicant', 'cooperative', 'relative', 'declared')),
    words          text        not null,
    said_at        timestamptz not null,
    constraint conflict_pk primary key (application_id, user_id),
    constraint conflict_declared_with_words check (ground <> 'declared' or btrim(words) <> '')
);
create index conflict_by_user on spaces.conflict (user_id);

-- What one member gives one application: points in the order of the call's criteria; an open sheet may have gaps.
create table spaces.score (
    application_id uuid        constraint score_of_application references spaces.application,
    user_id        uuid        not null,
    points         smallint[]  not null constraint score_points_plausible check (0 <= all (points) and 100 >= all (points)),
    given_at       timestamptz not null,
    constraint score_pk primary key (application_id, user_id)
);
create index score_by_user on spaces.score (user_id);

-- What the sheets came to when they were compared, in thousandths of a point; it is not changed afterwards.
create table spaces.comparison (
    application_id uuid constraint comparison_pk primary key constraint comparison_of_application references spaces.application,
    call_id        uuid not null constraint comparison_of_committee references spaces.committee,
    members        int  not null constraint comparison_counts_members check (members >= 0),
    average        int  not null constraint comparison_average_plausible check (average between 0 and 100000),
    spread         int  not null constraint comparison_spread_plausible check (spread between 0 and 100000)
);
create index comparison_by_call on spaces.comparison (call_id);

-- Where the sheets lie far apart the committee talks, and what it finds is written beside them.
create table spaces.discussion (
    application_id uuid        constraint discussion_pk primary key constraint discussion_of_comparison references spaces.comparison,
    agreed         smallint    constraint discussion_agreed_plausible check (agreed between 0 and 100),
    words          text        not null constraint discussion_has_words check (btrim(words) <> ''),
    said_at        timestamptz not null,
    said_by_name   text        not null
);

create function spaces.score_may_be_given() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    broken text;
begin
    -- Whoever closes the sheet at this moment waits, or is waited for.
    perform from spaces.committee_member m join spaces.application a on a.call_id = m.call_id
      where a.id = new.application_id and m.user_id = new.user_id for update of m;
    select case
               when m.user_id is null then 'score_by_member'
               when m.closed_at is not null then 'score_before_sheet_closed'
               when a.submitted_at is null or a.withdrawn_at is not null then 'score_of_sent_application'
               when new.given_at < c.closes_at then 'score_after_call_closed'
               when a.person_id = m.person_id
                   or exists (select from spaces.conflict x where x.application_id = a.id and x.user_id = m.user_id)
                   or exists (select from spaces.relative r where r.user_id = m.user_id and r.person_id = a.person_id)
                   then 'score_without_conflict'
               when cardinality(new.points) <> (select count(*) from spaces.call_criterion k where k.call_id = c.id) then 'score_for_each_criterion'
           end
      into broken
      from spaces.application a join spaces.call c on c.id = a.call_id
           left join spaces.committee_member m on m.call_id = a.call_id and m.user_id = new.user_id
     where a.id = new.application_id;
    if broken is not null then
        perform spaces.broken(broken);
    end if;
    return new;
end
$$;
create trigger score_may_be_given before insert or update on spaces.score for each row execute function spaces.score_may_be_given();

create function spaces.sheet_is_whole() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if old.closed_at is not null and new is distinct from old then
        perform spaces.broken('sheet_stays_closed');
    end if;
    if old.closed_at is null and new.closed_at is not null and exists (
            select from spaces.application a left join spaces.score s on s.application_id = a.id and s.user_id = new.user_id
             where a.call_id = new.call_id and a.submitted_at is not null and a.withdrawn_at is null
               and (s.points is null or array_position(s.points, null) is not null)
               and not exists (select from spaces.conflict x where x.application_id = a.id and x.user_id = new.user_id)) then
        perform spaces.broken('sheet_whole');
    end if;
    return new;
end
$$;
create trigger sheet_is_whole before update on spaces.committee_member for each row execute function spaces.sheet_is_whole();

create function spaces.committee_goes_on() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if old.frozen_at is not null then
        perform spaces.broken('committee_stays_frozen');
    end if;
    if new.compared_at is not null and exists (select from spaces.committee_member where call_id = new.call_id and closed_at is null) then
        perform spaces.broken('committee_compares_closed_sheets');
    end if;
    if new.frozen_at is not null and not exists (
            select from spaces.committee_member where call_id = new.call_id and user_id = new.frozen_by and chair) then
        perform spaces.broken('committee_frozen_by_its_chair');
    end if;
    if new.frozen_at is not null and exists (
            select from spaces.comparison x left join spaces.discussion d on d.application_id = x.application_id
             where x.call_id = new.call_id
               and (x.spread > new.spread_points * 1000 and d.words is null or x.members = 0 and d.agreed is null)) then
        perform spaces.broken('committee_frozen_after_talking');
    end if;
    return new;
end
$$;
create trigger committee_goes_on before update on spaces.committee for each row execute function spaces.committee_goes_on();

create function spaces.discussion_in_time() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform from spaces.committee k join spaces.comparison x on x.call_id = k.call_id where x.application_id = new.application_id for update of k;
    if exists (select from spaces.committee k join spaces.comparison x on x.call_id = k.call_id
                where x.application_id = new.application_id and k.frozen_at is not null) then
        perform spaces.broken('discussion_before_freezing');
    end if;
    return new;
end
$$;
create trigger discussion_in_time before insert on spaces.discussion for each row execute function spaces.discussion_in_time();

grant select, insert, update on spaces.committee, spaces.committee_member, spaces.score to qutb_application;
grant select, insert on spaces.relative, spaces.conflict, spaces.comparison, spaces.discussion to qutb_application;

-- The points stay out of the trail: it is read while others still give theirs. The sheets themselves are kept.
select identity.audit_table('spaces.committee', 'call_id');
select identity.audit_table('spaces.committee_member', 'call_id');
select identity.audit_table('spaces.relative', 'user_id', 'person_id');
select identity.audit_table('spaces.conflict', 'application_id');
select identity.audit_table('spaces.score', 'application_id', 'points');
select identity.audit_table('spaces.discussion', 'application_id');
