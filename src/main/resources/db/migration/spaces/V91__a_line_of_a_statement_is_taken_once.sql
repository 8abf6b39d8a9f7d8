-- A statement of the bank that came as a file: first it is only tried and shown with what each line may be, then its lines are taken once.
create table spaces.bank_statement (
    id          uuid        constraint bank_statement_pk primary key,
    name        text        not null,
    digest      text        not null constraint bank_statement_once unique,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    taken_at    timestamptz
);

-- occurrence: the same day, amount and words twice in one file are two payments. candidates: leases the money may be for, where that is not sure.
create table spaces.bank_line (
    statement_id uuid    not null constraint bank_line_of_statement references spaces.bank_statement,
    line         int     not null,
    day          date    not null,
    amount       bigint  not null constraint bank_line_of_something check (amount > 0),
    words        text    not null,
    occurrence   int     not null,
    verdict      text    not null constraint bank_line_verdict_known check (verdict in ('matched', 'chosen', 'several', 'unknown', 'seen')),
    lease_id     uuid    constraint bank_line_of_lease references spaces.lease,
    candidates   uuid[]  not null default '{}',
    taken        boolean not null default false,
    constraint bank_line_pk primary key (statement_id, line),
    constraint bank_line_sure check ((verdict in ('matched', 'chosen')) = (lease_id is not null)),
    constraint bank_line_taken_when_sure check (not taken or lease_id is not null)
);
create unique index bank_line_taken_once on spaces.bank_line (day, amount, words, occurrence) where taken;

grant select, insert, update on spaces.bank_statement, spaces.bank_line to qutb_application;
select identity.audit_table('spaces.bank_statement', 'id');
