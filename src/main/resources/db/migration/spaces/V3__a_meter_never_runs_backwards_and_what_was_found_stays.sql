-- What is looked after in a unit. Readings are thousandths of what the meter counts: litres of water, watt-hours of electricity.
create table spaces.meter (
    id           uuid   constraint meter_pk primary key,
    unit_id      uuid   not null constraint meter_of_unit references spaces.unit,
    kind         text   not null constraint meter_kind_known check (kind in ('water', 'electricity')),
    serial       text   not null constraint meter_serial_said check (serial <> ''),
    installed_on date   not null,
    removed_on   date,
    version      bigint not null,
    constraint meter_serial_once unique (kind, serial),
    constraint meter_installed_before_removed check (removed_on >= installed_on)
);
create index meter_by_unit on spaces.meter (unit_id);

create table spaces.meter_reading (
    id           uuid        constraint meter_reading_pk primary key,
    meter_id     uuid        not null constraint meter_reading_of_meter references spaces.meter,
    read_on      date        not null,
    value        bigint      not null constraint meter_reading_counts_up check (value >= 0),
    photo        uuid,
    read_by      uuid        not null,
    read_by_name text        not null,
    recorded_at  timestamptz not null,
    constraint meter_reading_once_a_day unique (meter_id, read_on)
);

-- A meter counts up: a later reading is never lower. The meter's row is held, so that two readings at once are compared too.
create function spaces.keep_counting_up() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform 1 from spaces.meter m where m.id = new.meter_id for update;
    if exists (select from spaces.meter_reading r where r.meter_id = new.meter_id and r.id <> new.id
            and (r.read_on < new.read_on and r.value > new.value or r.read_on > new.read_on and r.value < new.value)) then
        raise exception using errcode = 'check_violation', constraint = 'meter_reading_in_order',
            message = 'a reading below an earlier or above a later one violates "meter_reading_in_order"';
    end if;
    return new;
end
$$;
create trigger keep_counting_up before insert on spaces.meter_reading for each row execute function spaces.keep_counting_up();

create table spaces.condition_report (
    id          uuid        constraint condition_report_pk primary key,
    unit_id     uuid        not null constraint condition_report_of_unit references spaces.unit,
    occasion    text        not null constraint condition_report_occasion_known check (occasion in ('entry', 'exit', 'visit')),
    made_on     date        not null,
    with_whom   text        not null default '',
    note        text        not null default '',
    signed_file uuid,
    made_by     uuid        not null,
    made_by_name text       not null,
    recorded_at timestamptz not null
);
create index condition_report_by_unit on spaces.condition_report (unit_id, made_on);

create table spaces.condition_item (
    report_id uuid not null constraint condition_item_of_report references spaces.condition_report,
    place     text not null constraint condition_item_place_known
                   check (place in ('walls', 'floor', 'door', 'windows', 'electricity', 'water', 'equipment')),
    state     text not null constraint condition_item_state_known check (state in ('good', 'worn', 'broken')),
    photo     uuid,
    constraint condition_item_pk primary key (report_id, place)
);

create table spaces.repair (
    id          uuid        constraint repair_pk primary key,
    unit_id     uuid        not null constraint repair_of_unit references spaces.unit,
    what        text        not null constraint repair_described check (what <> ''),
    urgent      boolean     not null,
    reported_on date        not null,
    state       text        not null constraint repair_state_known check (state in ('reported', 'ordered', 'done', 'dropped')),
    done_on     date,
    cost        bigint      constraint repair_cost_positive check (cost >= 0),
    photo       uuid,
    photo_after uuid,
    note        text        not null default '',
    version     bigint      not null,
    constraint repair_done_has_its_day check ((state = 'done') = (done_on is not null)),
    constraint repair_done_after_reported check (done_on >= reported_on)
);
create index repair_by_unit on spaces.repair (unit_id);

-- Photos and documents of a unit.
create table spaces.unit_file (
    id       uuid        constraint unit_file_pk primary key,
    unit_id  uuid        not null constraint unit_file_of_unit references spaces.unit,
    file     uuid        not null,
    title    text        not null default '',
    added_by uuid        not null,
    added_at timestamptz not null,
    constraint unit_file_once unique (unit_id, file)
);

grant select, insert, update on spaces.meter, spaces.repair to qutb_application;
grant select, insert on spaces.meter_reading, spaces.condition_report, spaces.condition_item, spaces.unit_file to qutb_application;
select identity.audit_table('spaces.meter', 'id');
select identity.audit_table('spaces.meter_reading', 'id');
select identity.audit_table('spaces.condition_report', 'id');
select identity.audit_table('spaces.condition_item', 'report_id');
select identity.audit_table('spaces.repair', 'id');
select identity.audit_table('spaces.unit_file', 'id');
