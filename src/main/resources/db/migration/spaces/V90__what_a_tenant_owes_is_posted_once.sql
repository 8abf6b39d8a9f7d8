-- What tenants owe and pay, in centimes. Every row here has its entry in the ledger under the row's own id, written in one transaction with it.
create table spaces.rent_book (
    code text constraint rent_book_pk primary key,
    book uuid not null
);

-- A run of the rents of a month; one that was interrupted is taken up again.
create table spaces.rent_run (
    month       date        constraint rent_run_pk primary key constraint rent_run_of_a_month check (extract(day from month) = 1),
    started_at  timestamptz not null,
    started_by  text        not null,
    finished_at timestamptz,
    charges     int         not null default 0,
    amount      bigint      not null default 0
);

-- A bill for a whole site, to be shared by those who pay by area or by meter.
create table spaces.rent_bill (
    id      uuid   constraint rent_bill_pk primary key,
    site_id uuid   not null constraint rent_bill_of_site references spaces.site,
    what    text   not null constraint rent_bill_what_known check (what in ('water', 'electricity', 'common')),
    month   date   not null constraint rent_bill_of_a_month check (extract(day from month) = 1),
    total   bigint not null constraint rent_bill_of_something check (total > 0),
    split   text   not null constraint rent_bill_split_known check (split in ('meter', 'area')),
    by_name text   not null,
    at      timestamptz not null,
    constraint rent_bill_once unique (site_id, what, month)
);

-- What a lease owes: rent of a month, what makes an earlier rent good (above or below zero), a share of a bill, deposit, damage.
create table spaces.rent_charge (
    id        uuid   constraint rent_charge_pk primary key,
    lease_id  uuid   not null constraint rent_charge_of_lease references spaces.lease,
    kind      text   not null constraint rent_charge_kind_known check (kind in ('rent', 'correction', 'charges', 'deposit', 'damage')),
    month     date   not null constraint rent_charge_of_a_month check (extract(day from month) = 1),
    seq       int    not null,
    amount    bigint not null constraint rent_charge_of_something check (amount <> 0),
    days      int,
    due_on    date   not null,
    posted_on date   not null,
    bill_id   uuid   constraint rent_charge_of_bill references spaces.rent_bill,
    note      text   not null default '',
    constraint rent_charge_positive check (amount > 0 or kind = 'correction'),
    constraint rent_charge_of_a_bill check ((kind = 'charges') = (bill_id is not null))
);
-- However often a month is run, each part of it is owed once.
create unique index rent_charge_once on spaces.rent_charge (lease_id, month, seq) where kind in ('rent', 'correction');
create unique index rent_charge_shared_once on spaces.rent_charge (bill_id, lease_id) where kind = 'charges';
create unique index rent_charge_deposit_once on spaces.rent_charge (lease_id) where kind = 'deposit';
create index rent_charge_by_lease on spaces.rent_charge (lease_id, due_on);
create index rent_charge_by_month on spaces.rent_charge (month);

-- What a lease has paid, was let off or given back: refunds are below zero.
create table spaces.rent_credit (
    id          uuid   constraint rent_credit_pk primary key,
    lease_id    uuid   not null constraint rent_credit_of_lease references spaces.lease,
    kind        text   not null constraint rent_credit_kind_known check (kind in ('cash', 'transfer', 'card', 'waiver', 'deposit', 'refund')),
    amount      bigint not null constraint rent_credit_of_something check (amount <> 0),
    received_on date   not null,
    posted_on   date   not null,
    reference   text   not null default '',
    by_name     text   not null,
    at          timestamptz not null,
    constraint rent_credit_refund_below_zero check ((amount < 0) = (kind = 'refund'))
);
create unique index rent_credit_reference_once on spaces.rent_credit (lease_id, kind, reference) where kind in ('transfer', 'card');
create index rent_credit_by_lease on spaces.rent_credit (lease_id, received_on);

-- Somebody asks that a tenant be let off; somebody else decides.
create table spaces.rent_waiver (
    id           uuid   constraint rent_waiver_pk primary key,
    lease_id     uuid   not null constraint rent_waiver_of_lease references spaces.lease,
    amount       bigint not null constraint rent_waiver_of_something check (amount > 0),
    reason       text   not null constraint rent_waiver_reasoned check (reason <> ''),
    state        text   not null constraint rent_waiver_state_known check (state in ('asked', 'approved', 'refused')),
    asked_by     text   not null,
    asked_name   text   not null,
    asked_at     timestamptz not null,
    decided_by   text,
    decided_name text,
    decided_at   timestamptz,
    constraint rent_waiver_decided_whole check ((state = 'asked') = (decided_by is null)),
    constraint rent_waiver_by_another check (decided_by <> asked_by)
);
create index rent_waiver_by_lease on spaces.rent_waiver (lease_id);

-- What is late is paid in parts. ended_on: the day it was kept, broken or given up.
create table spaces.rent_plan (
    id        uuid   constraint rent_plan_pk primary key,
    lease_id  uuid   not null constraint rent_plan_of_lease references spaces.lease,
    total     bigint not null constraint rent_plan_of_something check (total > 0),
    agreed_on date   not null,
    state     text   not null constraint rent_plan_state_known check (state in ('running', 'kept', 'broken')),
    ended_on  date,
    by_name   text   not null,
    constraint rent_plan_ended_whole check ((state = 'running') = (ended_on is null))
);
create unique index rent_plan_one_at_a_time on spaces.rent_plan (lease_id) where state = 'running';
create table spaces.rent_instalment (
    plan_id  uuid   not null constraint rent_instalment_of_plan references spaces.rent_plan,
    position int    not null,
    due_on   date   not null,
    amount   bigint not null constraint rent_instalment_of_something check (amount > 0),
    constraint rent_instalment_pk primary key (plan_id, position)
);

-- The tenant was reminded of what is open since a day, so many days after it.
create table spaces.rent_reminder (
    lease_id    uuid not null constraint rent_reminder_of_lease references spaces.lease,
    open_since  date not null,
    days_after  int  not null,
    reminded_on date not null,
    constraint rent_reminder_pk primary key (lease_id, open_since, days_after)
);

-- What every lease owed at the end of a day. Payments settle what was due first; what is late by days; planned: what a running plan leaves for
-- later days.
create function spaces.rent_standing(day date)
    returns table (lease_id uuid, owed bigint, overdue bigint, late30 bigint, late90 bigint, older bigint, oldest date, planned bigint)
    language sql stable
as $$
    with credit as not materialized (
        select x.lease_id, sum(x.amount) as amount
          from (select c.lease_id, c.amount from spaces.rent_credit c where c.received_on <= day
                union all
                select c.lease_id, -c.amount from spaces.rent_charge c where c.posted_on <= day and c.amount < 0) x
         group by x.lease_id
    ), part as not materialized (
        select c.lease_id, c.due_on, c.amount,
               least(c.amount, greatest(0, sum(c.amount) over (partition by c.lease_id order by c.due_on, c.id)
                   - coalesce(p.amount, 0))) as still
          from spaces.rent_charge c left join credit p on p.lease_id = c.lease_id
         where c.posted_on <= day and c.amount > 0
    ), late as not materialized (
        select part.lease_id, sum(part.amount) as amount,
               sum(part.still) filter (where part.due_on < day) as overdue,
               sum(part.still) filter (where part.due_on < day and part.due_on >= day - 30) as late30,
               sum(part.still) filter (where part.due_on < day - 30 and part.due_on >= day - 90) as late90,
               sum(part.still) filter (where part.due_on < day - 90) as older,
               min(part.due_on) filter (where part.still > 0 and part.due_on < day) as oldest
          from part group by part.lease_id
    ), plan as not materialized (
        select p.lease_id, sum(i.amount) as later
          from spaces.rent_plan p join spaces.rent_instalment i on i.plan_id = p.id
         where p.agreed_on <= day and coalesce(p.ended_on > day, true) and i.due_on >= day group by p.lease_id
    )
    select l.id, (coalesce(late.amount, 0) - coalesce(credit.amount, 0))::bigint, coalesce(late.overdue, 0)::bigint,
           coalesce(late.late30, 0)::bigint, coalesce(late.late90, 0)::bigint, coalesce(late.older, 0)::bigint, late.oldest,
           coalesce(plan.later, 0)::bigint
      from spaces.lease l left join late on late.lease_id = l.id left join credit on credit.lease_id = l.id
      left join plan on plan.lease_id = l.id
     where l.state = 'signed'
$$;

grant select, insert on spaces.rent_book, spaces.rent_bill, spaces.rent_charge, spaces.rent_credit, spaces.rent_instalment,
    spaces.rent_reminder to qutb_application;
grant select, insert, update on spaces.rent_run, spaces.rent_waiver, spaces.rent_plan to qutb_application;
select identity.audit_table('spaces.rent_bill', 'id');
select identity.audit_table('spaces.rent_credit', 'id');
select identity.audit_table('spaces.rent_waiver', 'id');
select identity.audit_table('spaces.rent_plan', 'id');
select identity.audit_table('spaces.rent_instalment', 'plan_id');
