-- What an artisan may owe a fund, and for how many days; each agreement replaces the one before.
create table materials.credit_agreement (
    id              uuid        constraint credit_agreement_pk primary key,
    fund_id         uuid        not null constraint credit_agreement_of_fund references materials.fund,
    person_id       uuid        not null constraint credit_agreement_person_fk references registry.person,
    ceiling         bigint      not null constraint credit_agreement_ceiling_not_negative check (ceiling >= 0),
    days            int         not null constraint credit_agreement_days_few check (days between 1 and 365),
    signed_on       date        not null,
    ends_on         date,
    reference       text        not null,
    granted_at      timestamptz not null,
    granted_by      text        not null,
    granted_by_name text        not null,
    constraint credit_agreement_lasts check (ends_on > signed_on)
);
create index credit_agreement_latest on materials.credit_agreement (fund_id, person_id, granted_at desc, id desc);

-- The ledger account of what somebody owes a fund.
create table materials.credit_account (
    fund_id   uuid not null constraint credit_account_of_fund references materials.fund,
    person_id uuid not null constraint credit_account_person_fk references registry.person,
    account   uuid not null constraint credit_account_account_fk references ledger.account,
    constraint credit_account_pk primary key (fund_id, person_id)
);

-- One sale on credit, and what is still open of it: the sale and the repayments say it too, this is for finding what is overdue at once.
create table materials.debt (
    sale_id   uuid   constraint debt_pk primary key constraint debt_of_sale references materials.sale,
    fund_id   uuid   not null constraint debt_of_fund references materials.fund,
    person_id uuid   not null constraint debt_person_fk references registry.person,
    amount    bigint not null constraint debt_positive check (amount > 0),
    due_on    date   not null,
    still     bigint not null,
    constraint debt_still_within check (still between 0 and amount)
);
create index debt_open on materials.debt (fund_id, person_id, due_on) where still > 0;
create index debt_due on materials.debt (due_on) where still > 0;

create table materials.repayment (
    id               uuid        constraint repayment_pk primary key,
    key              uuid        not null constraint repayment_key_once unique,
    sale_point_id    uuid        not null constraint repayment_of_point references materials.sale_point,
    fund_id          uuid        not null constraint repayment_of_fund references materials.fund,
    person_id        uuid        not null constraint repayment_person_fk references registry.person,
    amount           bigint      not null constraint repayment_positive check (amount > 0),
    payment          text        not null constraint repayment_payment_known check (payment in ('cash', 'transfer')),
    session_id       uuid        constraint repayment_of_session references materials.till_session,
    reference        text        not null default '',
    received_on      date        not null,
    received_at      timestamptz not null,
    received_by      text        not null,
    received_by_name text        not null,
    constraint repayment_cash_in_a_till check ((payment = 'cash') = (session_id is not null))
);
create index repayment_by_person on materials.repayment (fund_id, person_id, received_at desc);
create index repayment_by_session on materials.repayment (session_id) where session_id is not null;

-- Which debts a repayment paid, the oldest first.
create table materials.repayment_part (
    repayment_id uuid   not null constraint repayment_part_of_repayment references materials.repayment,
    sale_id      uuid   not null constraint repayment_part_of_debt references materials.debt,
    amount       bigint not null constraint repayment_part_positive check (amount > 0),
    constraint repayment_part_pk primary key (repayment_id, sale_id)
);
create index repayment_part_by_sale on materials.repayment_part (sale_id);

-- Reminded once before, on, and at each step after the day a debt is due.
create table materials.reminder (
    sale_id     uuid        not null constraint reminder_of_debt references materials.debt,
    days_after  int         not null,
    reminded_at timestamptz not null,
    constraint reminder_once primary key (sale_id, days_after)
);

select identity.audit_table('materials.credit_agreement', 'id');
select identity.audit_table('materials.repayment', 'id');
grant select, insert on materials.credit_agreement, materials.credit_account, materials.repayment, materials.repayment_part,
    materials.reminder to qutb_application;
grant select, insert, update on materials.debt to qutb_application;
