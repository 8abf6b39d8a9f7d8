-- What an artisan says is wrong in their record; the registrar takes it over or says why not.
create table registry.correction (
    id          uuid        constraint correction_pk primary key,
    person_id   uuid        not null constraint correction_person_fk references registry.person,
    field       text        not null constraint correction_field_known check (field in ('PHONE', 'ADDRESS', 'CRAFT', 'PHOTO', 'NAME')),
    proposed_at timestamptz not null,
    proposed_by uuid        not null,
    state       text        not null constraint correction_state_known check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'REPLACED')),
    reason      text        not null default '',
    decided_by  text,
    decided_at  timestamptz,
    version     bigint      not null,
    constraint correction_decided_whole check (num_nonnulls(decided_by, decided_at) = case when state in ('ACCEPTED', 'REFUSED') then 2 else 0 end),
    constraint correction_refused_for_a_reason check (state <> 'REFUSED' or btrim(reason) <> '')
);
-- Whoever proposes again means the latest.
create unique index correction_one_waiting on registry.correction (person_id, field) where state = 'WAITING';
create index correction_by_person on registry.correction (person_id, proposed_at desc);

create table registry.correction_part (
    correction_id uuid not null constraint correction_part_correction_fk references registry.correction,
    part          text not null,
    before        text not null,
    after         text not null,
    constraint correction_part_pk primary key (correction_id, part)
);

select identity.audit_table('registry.correction', 'id');
select identity.audit_table('registry.correction_part', 'correction_id', 'before', 'after');
grant select, insert, update on registry.correction to qutb_application;
grant select, insert, delete, update on registry.correction_part to qutb_application;
