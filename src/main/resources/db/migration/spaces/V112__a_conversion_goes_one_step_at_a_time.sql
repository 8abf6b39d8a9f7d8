-- The way of a premises from found to at work. Budgets are centimes; the unit is what it becomes when it opens.
alter table spaces.premises
    add column step        text constraint premises_step_known check (step in ('identified', 'agreed', 'funded', 'works', 'opened', 'active')),
    add column aside       boolean not null default false,
    add column since       date,
    add column expected_on date,
    add column budget      bigint constraint premises_budget_plausible check (budget between 1 and 100000000000),
    add column unit_id     uuid constraint premises_unit_fk references spaces.unit constraint premises_unit_once unique;

-- forward: the next step; back: the last one was not so; aside: it goes no further, for now; resumed: it does after all.
create table spaces.premises_step (
    premises_id uuid        not null constraint premises_step_of_premises references spaces.premises,
    position    int         not null,
    act         text        not null constraint premises_step_act_known check (act in ('forward', 'back', 'aside', 'resumed')),
    step        text        not null constraint premises_step_step_known
                                check (step in ('identified', 'agreed', 'funded', 'works', 'opened', 'active')),
    done_on     date        not null,
    note        text        not null default '' constraint premises_step_note_short check (length(note) <= 1000),
    document    uuid,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    recorded_by_name text   not null,
    constraint premises_step_pk primary key (premises_id, position),
    constraint premises_step_reasoned check (act in ('forward', 'resumed') or note <> ''),
    constraint premises_step_not_ahead check (done_on <= (recorded_at at time zone 'Africa/Casablanca')::date)
);

-- No step is skipped, none lies before the one before it, and none is changed: the rows of one premises are a chain, and its own row, which
-- lists and boards read, follows it.
create function spaces.keep_step_in_order() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    steps constant text[] := array['identified', 'agreed', 'funded', 'works', 'opened', 'active'];
    premises spaces.premises;
    last spaces.premises_step;
    allowed boolean;
begin
    select * into premises from spaces.premises p where p.id = new.premises_id for update;
    select * into last from spaces.premises_step s where s.premises_id = new.premises_id order by position desc limit 1;
    if last.position is null then
        allowed := new.position = 1 and new.act = 'forward' and new.step = 'identified';
    else
        allowed := new.position = last.position + 1 and case new.act
            when 'forward' then not premises.aside and array_position(steps, new.step) = array_position(steps, last.step) + 1
            when 'back' then not premises.aside and last.step not in ('identified', 'opened', 'active')
                and array_position(steps, new.step) = array_position(steps, last.step) - 1
            when 'aside' then not premises.aside and new.step = last.step
            else premises.aside and new.step = last.step end;
    end if;
    if not allowed then
        raise exception using errcode = 'check_violation', constraint = 'premises_step_next',
            message = 'a step that does not follow violates "premises_step_next"';
    end if;
    if new.done_on < last.done_on then
        raise exception using errcode = 'check_violation', constraint = 'premises_step_in_time',
            message = 'a step before the one before it violates "premises_step_in_time"';
    end if;
    if new.act = 'forward' and new.step = 'opened' and premises.unit_id is null then
        raise exception using errcode = 'check_violation', constraint = 'premises_step_opens_a_unit',
            message = 'opened without a unit violates "premises_step_opens_a_unit"';
    end if;
    update spaces.premises p set step = new.step, aside = new.act = 'aside', since = new.done_on,
           expected_on = null, version = version + 1 where p.id = new.premises_id;
    return new;
end
$$;
create trigger keep_step_in_order before insert on spaces.premises_step for each row execute function spaces.keep_step_in_order();

-- Who takes part, with what: money promised or paid has its amount, ground and work may have none.
create table spaces.premises_partner (
    id              uuid    constraint premises_partner_pk primary key,
    premises_id     uuid    not null constraint premises_partner_of_premises references spaces.premises,
    organisation_id uuid    constraint premises_partner_organisation_fk references registry.organisation,
    name            text    not null default '' constraint premises_partner_short check (length(name) <= 120),
    brings          text    not null constraint premises_partner_brings_known check (brings in ('premises', 'money', 'works', 'equipment', 'training')),
    amount          bigint  constraint premises_partner_amount_plausible check (amount between 1 and 100000000000),
    agreed_on       date    not null,
    document        uuid,
    ended_on        date,
    reason          text    not null default '',
    recorded_at     timestamptz not null,
    recorded_by_name text   not null,
    version         bigint  not null,
    constraint premises_partner_named check (organisation_id is not null or name <> ''),
    constraint premises_partner_money_has_an_amount check (brings <> 'money' or amount is not null),
    constraint premises_partner_ended_for_a_reason check ((ended_on is null) = (reason = '')),
    constraint premises_partner_ended_after check (ended_on >= agreed_on)
);
create index premises_partner_by_premises on spaces.premises_partner (premises_id);

-- What came of it, quarter by quarter; a correction is another row, and the latest counts.
create table spaces.premises_result (
    premises_id  uuid        not null constraint premises_result_of_premises references spaces.premises,
    quarter      date        not null constraint premises_result_of_a_quarter
                                 check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
    revision     int         not null constraint premises_result_revision check (revision >= 1),
    women        int         not null constraint premises_result_women check (women between 0 and 10000),
    activities   int         not null constraint premises_result_activities check (activities between 0 and 1000),
    cooperatives int         not null constraint premises_result_cooperatives check (cooperatives between 0 and 1000),
    recorded_at  timestamptz not null,
    recorded_by_name text    not null,
    constraint premises_result_pk primary key (premises_id, quarter, revision)
);

create view spaces.premises_result_now as
    select distinct on (premises_id, quarter) * from spaces.premises_result order by premises_id, quarter, revision desc;

grant update (expected_on, budget, unit_id) on spaces.premises to qutb_application;
grant select, insert on spaces.premises_step, spaces.premises_result to qutb_application;
grant select, insert, update on spaces.premises_partner to qutb_application;
grant select on spaces.premises_result_now to qutb_application;
select identity.audit_table('spaces.premises_step', 'premises_id');
select identity.audit_table('spaces.premises_partner', 'id');
select identity.audit_table('spaces.premises_result', 'premises_id');
