-- Contracts of units. Money is whole centimes, days are days at the pole, ends_on is the first day after; the time a lease holds its unit
-- is the time of its occupancy, where the database lets nobody else in.

-- Whoever has, had or asked for a lease. gone_on: the day a person died or an organisation was dissolved. account: what they owe, in the ledger.
create table spaces.tenant (
    id              uuid constraint tenant_pk primary key,
    person_id       uuid constraint tenant_person_fk references registry.person,
    organisation_id uuid constraint tenant_organisation_fk references registry.organisation,
    name_ar         text not null,
    name_latin      text not null,
    account         uuid,
    gone_on         date,
    gone_why        text constraint tenant_gone_why_known check (gone_why in ('death', 'dissolution')),
    demonstration   boolean not null,
    constraint tenant_is_one_party check (num_nonnulls(person_id, organisation_id) = 1),
    constraint tenant_gone_whole check ((gone_on is null) = (gone_why is null))
);
create index tenant_by_person on spaces.tenant (person_id);
create index tenant_by_organisation on spaces.tenant (organisation_id);

-- The clauses of contracts that are printed from a day on; a contract keeps those it was written with.
create table spaces.lease_template (
    id           uuid        constraint lease_template_pk primary key,
    valid_from   date        not null constraint lease_template_once_a_day unique,
    made_by_name text        not null,
    made_at      timestamptz not null
);
create table spaces.lease_clause (
    template_id uuid not null constraint lease_clause_of_template references spaces.lease_template,
    position    int  not null constraint lease_clause_counted check (position > 0),
    kind        text not null constraint lease_clause_kind_known check (kind in ('use', 'subletting', 'nuisance', 'rent', 'charges', 'upkeep',
                    'deposit', 'notice', 'ending', 'other')),
    text_ar     text not null constraint lease_clause_in_arabic check (text_ar <> ''),
    text_fr     text not null constraint lease_clause_in_french check (text_fr <> ''),
    constraint lease_clause_pk primary key (template_id, position)
);

create table spaces.lease (
    id              uuid    constraint lease_pk primary key,
    number          bigint  generated always as identity constraint lease_number_once unique,
    unit_id         uuid    not null constraint lease_of_unit references spaces.unit,
    tenant_id       uuid    not null constraint lease_of_tenant references spaces.tenant,
    occupancy_id    uuid    constraint lease_occupancy_fk references spaces.occupancy constraint lease_occupancy_once unique,
    craft_code      text    constraint lease_craft_fk references registry.craft,
    template_id     uuid    not null constraint lease_template_fk references spaces.lease_template,
    starts_on       date    not null,
    agreed_until    date    not null,
    ends_on         date    not null,
    deposit         bigint  not null constraint lease_deposit_not_negative check (deposit >= 0),
    guarantor       text    not null default '',
    index_bp        int     not null default 0 constraint lease_index_plausible check (index_bp between 0 and 5000),
    index_months    int     not null default 0 constraint lease_index_period_plausible check (index_months between 0 and 120),
    charges         text    not null constraint lease_charges_known check (charges in ('none', 'meter', 'area')),
    state           text    not null constraint lease_state_known check (state in ('draft', 'printed', 'tenant_signed', 'signed', 'cancelled')),
    contract        uuid,
    tenant_signed_on date,
    pole_signed_on  date,
    signed_file     uuid,
    notice_on       date,
    notice_by       text    constraint lease_notice_by_known check (notice_by in ('tenant', 'pole')),
    end_kind        text    constraint lease_end_kind_known check (end_kind in ('notice', 'terminated', 'death', 'dissolution', 'change')),
    handed_back_on  date,
    previous_id     uuid    constraint lease_previous_fk references spaces.lease constraint lease_follows_once unique,
    offer_id        uuid    constraint lease_offer_once unique,
    created_by      text    not null,
    created_by_name text    not null,
    created_at      timestamptz not null,
    version         bigint  not null,
    constraint lease_lasts check (ends_on > starts_on and agreed_until >= ends_on),
    constraint lease_holds_its_unit check ((occupancy_id is null) = (state = 'cancelled')),
    constraint lease_indexed_whole check ((index_bp = 0) = (index_months = 0)),
    constraint lease_signed_whole check ((state = 'signed') = (pole_signed_on is not null) and (pole_signed_on is null or tenant_signed_on is not null)),
    constraint lease_notice_whole check ((notice_on is null) = (notice_by is null)),
    constraint lease_ended_when_signed check (end_kind is null or state = 'signed')
);
create index lease_by_unit on spaces.lease (unit_id, starts_on);
create index lease_by_tenant on spaces.lease (tenant_id);
create index lease_signed on spaces.lease (ends_on) where state = 'signed';

-- What is paid a month from a day on; the last of these that is not after a day counts on it. Corrected only while it is a draft.
create table spaces.lease_rent (
    lease_id uuid   not null constraint lease_rent_of_lease references spaces.lease,
    from_on  date   not null,
    rent     bigint not null constraint lease_rent_positive check (rent > 0),
    why      text   not null constraint lease_rent_why_known check (why in ('start', 'agreed', 'renewal')),
    constraint lease_rent_pk primary key (lease_id, from_on)
);

-- Everything that was done with a lease, for its page; rows are added, never changed.
create table spaces.lease_step (
    id       bigint      generated always as identity constraint lease_step_pk primary key,
    lease_id uuid        not null constraint lease_step_of_lease references spaces.lease,
    kind     text        not null,
    day      date        not null,
    note     text        not null default '',
    file     uuid,
    by_name  text        not null,
    at       timestamptz not null
);
create index lease_step_by_lease on spaces.lease_step (lease_id, id desc);
create index lease_step_by_file on spaces.lease_step (file) where file is not null;

-- A tenant did what a clause forbids, for example let somebody else have the shop.
create table spaces.lease_breach (
    id          uuid        constraint lease_breach_pk primary key,
    lease_id    uuid        not null constraint lease_breach_of_lease references spaces.lease,
    kind        text        not null constraint lease_breach_kind_known check (kind in ('use', 'subletting', 'nuisance', 'rent', 'charges', 'upkeep',
                                'deposit', 'notice', 'ending', 'other')),
    found_on    date        not null,
    note        text        not null constraint lease_breach_told check (note <> ''),
    photo       uuid,
    remedied_on date        constraint lease_breach_remedied_after check (remedied_on >= found_on),
    by_name     text        not null,
    at          timestamptz not null
);
create index lease_breach_by_lease on spaces.lease_breach (lease_id);

-- How many people work in what is let.
create table spaces.lease_jobs (
    lease_id   uuid not null constraint lease_jobs_of_lease references spaces.lease,
    counted_on date not null,
    women      int  not null constraint lease_jobs_women_counted check (women between 0 and 999),
    men        int  not null constraint lease_jobs_men_counted check (men between 0 and 999),
    constraint lease_jobs_pk primary key (lease_id, counted_on)
);

-- How a lease stands on a day: signed it runs from its first day to its last.
create function spaces.lease_state(state text, starts_on date, ends_on date, notice_on date, end_kind text, day date) returns text
    language sql immutable parallel safe
as $$
    select case when state <> 'signed' then state
                when day >= ends_on then case when end_kind in ('terminated', 'death', 'dissolution') then 'terminated' else 'ended' end
                when day < starts_on then 'signed'
                when notice_on is not null or end_kind is not null then 'notice'
                else 'running' end
$$;

-- A hold that came to nothing is given back; what was let stays, and so does the trace of both.
grant delete on spaces.occupancy to qutb_application;
grant select, insert, update on spaces.tenant, spaces.lease, spaces.lease_breach, spaces.lease_jobs to qutb_application;
grant update on spaces.lease_rent to qutb_application;
grant select, insert on spaces.lease_template, spaces.lease_clause, spaces.lease_rent, spaces.lease_step to qutb_application;
select identity.audit_table('spaces.tenant', 'id');
select identity.audit_table('spaces.lease_template', 'id');
select identity.audit_table('spaces.lease_clause', 'template_id');
select identity.audit_table('spaces.lease', 'id');
select identity.audit_table('spaces.lease_rent', 'lease_id');
select identity.audit_table('spaces.lease_breach', 'id');
select identity.audit_table('spaces.lease_jobs', 'lease_id');
