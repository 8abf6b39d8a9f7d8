-- One day of a till: opened with a count, closed with another. expected_…: what the ledger said at that moment, read only after the
-- count was written down. The counts of notes and coins stay as they were typed.
create table materials.till_session (
    id               uuid        constraint till_session_pk primary key,
    key              uuid        not null constraint till_session_key_once unique,
    till_id          uuid        not null constraint till_session_of_till references materials.till,
    sale_point_id    uuid        not null constraint till_session_of_point references materials.sale_point,
    state            text        not null constraint till_session_state_known check (state in ('open', 'counted', 'closed')),
    opened_at        timestamptz not null,
    opened_by        text        not null,
    opened_by_name   text        not null,
    opening_count    bigint      not null constraint till_session_opening_not_negative check (opening_count >= 0),
    opening_expected bigint      not null,
    closing_count    bigint      constraint till_session_closing_not_negative check (closing_count >= 0),
    closing_expected bigint,
    counted          jsonb,
    closed_at        timestamptz,
    closed_by        text,
    closed_by_name   text,
    constraint till_session_counted_whole check ((state = 'open') = (closing_count is null) and (state = 'open') = (closing_expected is null)),
    constraint till_session_closed_whole check ((state = 'closed') = (closed_at is not null))
);
create unique index till_session_one_open on materials.till_session (till_id) where state <> 'closed';
create index till_session_by_till on materials.till_session (till_id, opened_at desc);

-- What was missing or too much, why, and who else agreed; posted when it is approved, under entry_key.
create table materials.till_difference (
    session_id       uuid        not null constraint till_difference_of_session references materials.till_session,
    moment           text        not null constraint till_difference_moment_known check (moment in ('opening', 'closing')),
    amount           bigint      not null constraint till_difference_not_nothing check (amount <> 0),
    reason           text        not null constraint till_difference_has_reason check (btrim(reason) <> ''),
    stated_at        timestamptz not null,
    stated_by        text        not null,
    stated_by_name   text        not null,
    approved_at      timestamptz,
    approved_by      text,
    approved_by_name text,
    entry_key        uuid        constraint till_difference_key_once unique,
    constraint till_difference_pk primary key (session_id, moment),
    constraint till_difference_approved_whole check ((approved_at is null) = (entry_key is null) and (approved_at is null) = (approved_by is null)),
    constraint till_difference_second_person check (approved_by <> stated_by)
);
create index till_difference_open on materials.till_difference (session_id) where approved_at is null;

-- Money between till and bank, posted under the same key: a deposit goes to the bank, a float comes from it.
create table materials.till_movement (
    id            uuid        constraint till_movement_pk primary key,
    key           uuid        not null constraint till_movement_key_once unique,
    till_id       uuid        not null constraint till_movement_of_till references materials.till,
    kind          text        not null constraint till_movement_kind_known check (kind in ('deposit', 'float')),
    amount        bigint      not null constraint till_movement_positive check (amount > 0),
    reference     text        not null,
    moved_at      timestamptz not null,
    moved_by      text        not null,
    moved_by_name text        not null
);
create index till_movement_by_till on materials.till_movement (till_id, moved_at desc);

select identity.audit_table('materials.till_session', 'id');
select identity.audit_table('materials.till_difference', 'session_id');
select identity.audit_table('materials.till_movement', 'id');
grant select, insert, update on materials.till_session, materials.till_difference to qutb_application;
grant select, insert on materials.till_movement to qutb_application;
