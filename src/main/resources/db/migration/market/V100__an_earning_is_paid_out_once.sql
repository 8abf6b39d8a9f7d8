-- Where a maker's money goes by transfer; without a row it is handed over in cash.
create table market.maker_account (
    maker_id        uuid        constraint maker_account_pk primary key constraint maker_account_of_maker references market.maker,
    holder          text        not null constraint maker_account_held check (btrim(holder) <> ''),
    rib             text        not null constraint maker_account_rib_form check (rib ~ '^[0-9]{24}$'),
    changed_at      timestamptz not null,
    changed_by_name text        not null
);

-- One time somebody paid out, up to the end of a day. Its id is the form's: the same form sent twice is one run.
create table market.payout_run (
    id           uuid        constraint payout_run_pk primary key,
    until        date        not null,
    run_at       timestamptz not null,
    run_by_name  text        not null
);

-- A maker whose statement did not come out equal to the ledger was left out whole.
create table market.payout_failure (
    run_id   uuid not null constraint payout_failure_of_run references market.payout_run,
    maker_id uuid not null constraint payout_failure_of_maker references market.maker,
    reason   text not null,
    constraint payout_failure_pk primary key (run_id, maker_id)
);

-- What one maker gets, in centimes: earned less what they hold of the buyers' money. Pending until the signed paper or the bank's is there.
create table market.payout (
    id            uuid        constraint payout_pk primary key,
    number        bigint      not null generated always as identity constraint payout_number_once unique,
    run_id        uuid        not null constraint payout_of_run references market.payout_run,
    maker_id      uuid        not null constraint payout_of_maker references market.maker,
    until         date        not null,
    earned        bigint      not null constraint payout_of_something check (earned > 0),
    held          bigint      not null,
    net           bigint      not null,
    method        text        not null constraint payout_method_known check (method in ('cash', 'transfer', 'offset')),
    holder        text,
    rib           text,
    state         text        not null constraint payout_state_known check (state in ('pending', 'paid', 'cancelled')),
    made_at       timestamptz not null,
    receipt_file  uuid,
    paid_on       date,
    paid_by_name  text,
    reason        text        not null default '',
    demonstration boolean     not null,
    constraint payout_adds_up check (net = earned - held and held >= 0 and net >= 0 and (net = 0) = (method = 'offset')),
    constraint payout_transfer_has_account check ((method = 'transfer') = (rib is not null) and (rib is null) = (holder is null)),
    constraint payout_paid_on_paper check (state <> 'paid' or paid_on is not null and (receipt_file is not null or method = 'offset')),
    constraint payout_cancelled_with_reason check (state <> 'cancelled' or btrim(reason) <> '')
);
create index payout_by_maker on market.payout (maker_id, made_at desc);
create index payout_pending on market.payout (made_at) where state = 'pending';
create index payout_by_receipt on market.payout (receipt_file) where receipt_file is not null;

-- The stamp on an earning is the claim to it: one payout each, unless that was cancelled.
create table market.payout_line (
    payout_id  uuid    not null constraint payout_line_of_payout references market.payout,
    earning_id uuid    not null constraint payout_line_of_earning references market.earning,
    amount     bigint  not null,
    released   boolean not null default false,
    constraint payout_line_pk primary key (payout_id, earning_id)
);
create unique index payout_line_earning_once on market.payout_line (earning_id) where not released;

-- That nobody paid out in time was told once a month.
create table market.payout_alert (
    month   date        constraint payout_alert_pk primary key,
    told_at timestamptz not null
);

select identity.audit_table('market.maker_account', 'maker_id', 'rib');
select identity.audit_table('market.payout', 'id', 'rib');
grant select, insert, update on market.maker_account, market.payout to qutb_application;
grant select, insert on market.payout_run, market.payout_failure, market.payout_alert to qutb_application;
grant select, insert, update (released) on market.payout_line to qutb_application;
