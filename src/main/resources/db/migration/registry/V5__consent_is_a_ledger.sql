-- What a person agreed to or withdrew, purpose by purpose: lines are added, never changed; the last one of a purpose holds.
create table registry.consent_entry (
    id             bigint      generated always as identity constraint consent_entry_pk primary key,
    person_id      uuid        not null constraint consent_entry_person_fk references registry.person,
    purpose        text        not null constraint consent_entry_purpose_form check (purpose ~ '^[a-z][a-z-]*$'),
    given          boolean     not null,
    happened_at    timestamptz not null,
    manner         text        not null constraint consent_entry_manner_known check (manner in ('SIGNED', 'SPOKEN', 'ONLINE', 'DEMONSTRATION')),
    recorded_by    text        not null,
    notice_version text        not null default '',
    document       uuid
);
create index consent_entry_by_person on registry.consent_entry (person_id, purpose, id desc);

create view registry.consent_now as
select distinct on (person_id, purpose) person_id, purpose, given, happened_at
from registry.consent_entry order by person_id, purpose, id desc;

select identity.audit_table('registry.consent_entry', 'person_id');
grant select, insert on registry.consent_entry to qutb_application;
grant select on registry.consent_now to qutb_application;
