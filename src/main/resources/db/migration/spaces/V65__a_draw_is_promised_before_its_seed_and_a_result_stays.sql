-- A draw: the list of those who take part and where the seed will come from are promised before the ceremony; the seed comes once.
create table spaces.draw (
    id                uuid        constraint draw_pk primary key,
    call_id           uuid        not null constraint draw_of_call references spaces.call,
    sequence          smallint    not null,
    reason            text        not null,
    number            text        not null constraint draw_number_once unique,
    list              text        not null,
    commitment        text        not null,
    ceremony_at       timestamptz not null,
    committed_at      timestamptz not null,
    committed_by_name text        not null,
    seed              text,
    witnesses         text,
    seed_file         text,
    result_file       text,
    drawn_at          timestamptz,
    drawn_by_name     text,
    constraint draw_in_order unique (call_id, sequence),
    constraint draw_of_its_call unique (id, call_id),
    constraint draw_again_with_a_reason check (sequence = 1 or btrim(reason) <> ''),
    constraint draw_promised_before_its_ceremony check (committed_at < ceremony_at),
    constraint draw_after_its_ceremony check (drawn_at >= ceremony_at),
    constraint draw_before_witnesses check (num_nonnulls(seed, witnesses, seed_file, result_file, drawn_at, drawn_by_name) in (0, 6)),
    constraint draw_seed_given check (btrim(seed) <> '' and btrim(witnesses) <> '')
);

create function spaces.draw_stays() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if old.drawn_at is not null
        or (old.call_id, old.sequence, old.reason, old.number, old.list, old.commitment, old.ceremony_at, old.committed_at, old.committed_by_name)
            is distinct from
           (new.call_id, new.sequence, new.reason, new.number, new.list, new.commitment, new.ceremony_at, new.committed_at, new.committed_by_name) then
        perform spaces.broken('draw_stays');
    end if;
    return new;
end
$$;
create trigger draw_stays before update on spaces.draw for each row execute function spaces.draw_stays();

-- A run of the allocation: what it was given, and what came of that. The same input gives the same result, so a run that was killed is
-- begun again from its input.
create table spaces.allocation_run (
    id                uuid        constraint allocation_run_pk primary key,
    call_id           uuid        not null,
    draw_id           uuid        not null,
    sequence          smallint    not null,
    reason            text        not null,
    input             text        not null,
    asked_at          timestamptz not null,
    asked_by_name     text        not null,
    result            text,
    finished_at       timestamptz,
    failed_why        text,
    published_at      timestamptz,
    published_by_name text,
    -- The first moment that is too late for an appeal against it.
    appeals_until     timestamptz,
    constraint allocation_run_of_draw foreign key (draw_id, call_id) references spaces.draw (id, call_id),
    constraint allocation_run_in_order unique (call_id, sequence),
    constraint allocation_run_again_with_a_reason check (sequence = 1 or btrim(reason) <> ''),
    constraint allocation_run_ends_once check (num_nonnulls(result, failed_why) = num_nonnulls(finished_at)),
    constraint allocation_run_published_with_a_result check (published_at is null or result is not null),
    constraint allocation_run_published_by_somebody check (num_nonnulls(published_at, published_by_name, appeals_until) in (0, 3))
);
create index allocation_run_by_draw on spaces.allocation_run (draw_id);

create function spaces.run_stays() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if (old.call_id, old.draw_id, old.sequence, old.reason, old.input, old.asked_at, old.asked_by_name)
            is distinct from (new.call_id, new.draw_id, new.sequence, new.reason, new.input, new.asked_at, new.asked_by_name)
        or old.finished_at is not null and (old.result, old.finished_at, old.failed_why) is distinct from (new.result, new.finished_at, new.failed_why)
        or old.published_at is not null and new is distinct from old then
        perform spaces.broken('allocation_run_stays');
    end if;
    return new;
end
$$;
create trigger allocation_run_stays before update on spaces.allocation_run for each row execute function spaces.run_stays();

create table spaces.placement (
    run_id         uuid constraint placement_of_run references spaces.allocation_run,
    unit_id        uuid constraint placement_unit references spaces.unit,
    application_id uuid not null constraint placement_of_application references spaces.application,
    constraint placement_pk primary key (run_id, unit_id),
    constraint placement_one_unit_each unique (run_id, application_id)
);
create index placement_by_application on spaces.placement (application_id);

-- How an application came out of a run. place: in the draw; position: in the waiting list, empty for whoever has a unit or cannot have one.
create table spaces.standing (
    run_id         uuid constraint standing_of_run references spaces.allocation_run,
    application_id uuid constraint standing_of_application references spaces.application,
    score          int  not null,
    place          int  not null,
    position       int,
    constraint standing_pk primary key (run_id, application_id)
);
create index standing_by_application on spaces.standing (application_id);

-- Why an application has, or has not, a unit it asked for. own, theirs: thousandths of a point, places or ranks, as the kind says.
create table spaces.reason (
    run_id         uuid     constraint reason_of_run references spaces.allocation_run,
    application_id uuid     constraint reason_of_application references spaces.application,
    rank           smallint not null,
    unit_number    text     not null,
    kind           text     not null,
    winner         text     not null,
    own            bigint   not null,
    theirs         bigint   not null,
    about          text     not null,
    constraint reason_pk primary key (run_id, application_id, rank)
);
create index reason_by_application on spaces.reason (application_id);

grant select, insert, update on spaces.draw, spaces.allocation_run to qutb_application;
grant select, insert on spaces.placement, spaces.standing, spaces.reason to qutb_application;

select identity.audit_table('spaces.draw', 'id', 'list', 'result_file');
select identity.audit_table('spaces.allocation_run', 'id', 'input', 'result');
