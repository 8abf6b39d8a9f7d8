-- Who belongs to an organisation: people, or other organisations where the law allows it.
create table registry.membership (
    id              uuid   constraint membership_pk primary key,
    organisation_id uuid   not null constraint membership_organisation_fk references registry.organisation,
    person_id       uuid   constraint membership_person_fk references registry.person,
    member_id       uuid   constraint membership_member_fk references registry.organisation,
    role            text   not null constraint membership_role_known check (role in ('MEMBER', 'PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY', 'TREASURER',
        'ADVISER', 'MANAGER', 'EMPLOYEE')),
    joined_on       date   not null,
    left_on         date,
    shares          int    constraint membership_shares_positive check (shares > 0),
    version         bigint not null,
    constraint membership_of_one check (num_nonnulls(person_id, member_id) = 1),
    constraint membership_not_in_itself check (member_id <> organisation_id),
    constraint membership_days_in_order check (joined_on <= left_on),
    constraint membership_no_overlap exclude using gist (organisation_id with =, coalesce(person_id, member_id) with =, role with =,
        daterange(joined_on, left_on) with &&)
);
create index membership_by_organisation on registry.membership (organisation_id);
create index membership_by_person on registry.membership (person_id);

-- Law 112-12 and decree 2-15-617: name approved by ODCO, statutes signed, bank account, receipt of the local authority,
-- registration in the local register kept by the court of first instance.
create table registry.formation_step (
    organisation_id uuid        not null constraint formation_step_organisation_fk references registry.organisation,
    step            text        not null constraint formation_step_known check (step in ('NAME_APPROVED', 'STATUTES_SIGNED', 'BANK_ACCOUNT', 'AUTHORITY_RECEIPT', 'REGISTERED')),
    done_on         date        not null,
    reference       text        not null default '',
    document        uuid,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    constraint formation_step_pk primary key (organisation_id, step)
);

select identity.audit_table('registry.membership', 'organisation_id');
select identity.audit_table('registry.formation_step', 'organisation_id');
grant select, insert, update on registry.membership to qutb_application;
grant select, insert, delete on registry.formation_step to qutb_application;
