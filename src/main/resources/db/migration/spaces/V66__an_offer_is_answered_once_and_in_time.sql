-- A unit that is offered to an applicant: out of the result, or to the next of the waiting list. Nothing is erased.
create table spaces.offer (
    id               uuid        constraint offer_pk primary key,
    call_id          uuid        not null,
    unit_id          uuid        not null,
    application_id   uuid        not null,
    run_id           uuid        not null constraint offer_of_run references spaces.allocation_run,
    origin           text        not null constraint offer_origin_known check (origin in ('result', 'waiting', 'appeal')),
    made_at          timestamptz not null,
    deadline         timestamptz not null,
    state            text        not null constraint offer_state_known check (state in ('open', 'accepted', 'declined', 'expired')),
    answered_at      timestamptz,
    answered_by_name text        not null default '',
    version          bigint      not null,
    constraint offer_unit_of_call foreign key (call_id, unit_id) references spaces.call_unit (call_id, unit_id),
    constraint offer_of_application foreign key (application_id, call_id) references spaces.application (id, call_id),
    constraint offer_lasts check (made_at < deadline),
    constraint offer_answered check ((state = 'open') = (answered_at is null)),
    constraint offer_accepted_in_time check (state <> 'accepted' or answered_at < deadline),
    constraint offer_expired_after_its_deadline check (state <> 'expired' or answered_at >= deadline)
);
-- One party has a unit of a call, or is asked about it, at a time; and one unit each.
create unique index offer_one_of_a_unit on spaces.offer (call_id, unit_id) where state in ('open', 'accepted');
create unique index offer_one_to_an_applicant on spaces.offer (application_id) where state in ('open', 'accepted');
create index offer_by_call on spaces.offer (call_id);
create index offer_by_application on spaces.offer (application_id);
create index offer_by_unit on spaces.offer (unit_id);
create index offer_by_run on spaces.offer (run_id);

create function spaces.offer_stays() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if old.state <> 'open'
        or (old.call_id, old.unit_id, old.application_id, old.run_id, old.origin, old.made_at, old.deadline)
            is distinct from (new.call_id, new.unit_id, new.application_id, new.run_id, new.origin, new.made_at, new.deadline) then
        perform spaces.broken('offer_answered_once');
    end if;
    return new;
end
$$;
create trigger offer_answered_once before update on spaces.offer for each row execute function spaces.offer_stays();

-- Somebody against a result. Whoever decides did not sit in the committee.
create table spaces.appeal (
    id              uuid        constraint appeal_pk primary key,
    call_id         uuid        not null,
    run_id          uuid        not null constraint appeal_of_run references spaces.allocation_run,
    application_id  uuid        not null,
    ground          text        not null constraint appeal_ground_known check (ground in ('score', 'papers', 'rule', 'draw', 'conflict', 'other')),
    words           text        not null,
    file_id         uuid        constraint appeal_file references documents.stored_file,
    made_at         timestamptz not null,
    made_by_name    text        not null,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_by_name text,
    remedy          text        constraint appeal_remedy_known check (remedy in ('refused', 'new_run', 'head')),
    why             text,
    constraint appeal_once_a_result unique (application_id, run_id),
    constraint appeal_of_application foreign key (application_id, call_id) references spaces.application (id, call_id),
    constraint appeal_decided_with_a_reason check (num_nonnulls(decided_at, decided_by, decided_by_name, remedy, why) in (0, 5) and btrim(why) <> '')
);
create index appeal_by_call on spaces.appeal (call_id);
create index appeal_by_run on spaces.appeal (run_id);
create index appeal_by_file on spaces.appeal (file_id);

create function spaces.appeal_is_in_order() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select from spaces.allocation_run r
                        where r.id = new.run_id and r.call_id = new.call_id and r.published_at <= new.made_at and new.made_at < r.appeals_until) then
            perform spaces.broken('appeal_in_time');
        end if;
        return new;
    end if;
    if old.decided_at is not null
        or (old.call_id, old.run_id, old.application_id, old.ground, old.words, old.file_id, old.made_at, old.made_by_name)
            is distinct from (new.call_id, new.run_id, new.application_id, new.ground, new.words, new.file_id, new.made_at, new.made_by_name) then
        perform spaces.broken('appeal_stays');
    end if;
    if exists (select from spaces.committee_member m where m.call_id = new.call_id and m.user_id = new.decided_by) then
        perform spaces.broken('appeal_decided_by_another');
    end if;
    return new;
end
$$;
create trigger appeal_is_in_order before insert or update on spaces.appeal for each row execute function spaces.appeal_is_in_order();

grant select, insert, update on spaces.offer, spaces.appeal to qutb_application;

select identity.audit_table('spaces.offer', 'id');
select identity.audit_table('spaces.appeal', 'id');
