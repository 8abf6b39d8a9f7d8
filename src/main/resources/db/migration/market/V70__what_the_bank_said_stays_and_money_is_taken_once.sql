-- One way of paying one order, with all its attempts. number: what the acquirer or the bank's statement calls it.
create table market.payment (
    id            uuid        constraint payment_pk primary key,
    number        text        not null constraint payment_number_once unique constraint payment_number_form check (number ~ '^[A-Z0-9-]{6,40}$'),
    order_id      uuid        not null,
    order_number  text        not null,
    method        text        not null constraint payment_method_known check (method in ('card', 'transfer')),
    acquirer      text        not null,
    state         text        not null constraint payment_state_known check (state in ('pending', 'refused', 'paid', 'abandoned', 'refunded')),
    amount        bigint      not null constraint payment_of_something check (amount > 0),
    language      text        not null,
    tracking_path text        not null,
    demonstration boolean     not null,
    begun_at      timestamptz not null,
    expires_at    timestamptz not null,
    settled_at    timestamptz,
    -- What the acquirer calls the money, or the line of the bank's statement: one line settles one payment.
    reference     text        constraint payment_reference_given check (reference <> ''),
    reason        text        not null,
    matched_at    timestamptz,
    constraint payment_settled_whole check ((settled_at is not null) = (state in ('paid', 'refunded')) and (state <> 'paid' or reference is not null)),
    constraint payment_matched_when_settled check (matched_at is null or settled_at is not null)
) with (fillfactor = 80);
-- What is sent twice opens one payment.
create unique index payment_open_once on market.payment (order_id, method) where state in ('pending', 'refused');
create unique index payment_reference_once on market.payment (method, acquirer, reference) where reference is not null;
create index payment_by_order on market.payment (order_id, begun_at desc);
create index payment_waiting on market.payment (expires_at) where state in ('pending', 'refused');
create index payment_latest on market.payment (begun_at desc, id desc);

-- Everything that was said about it, by whom: shown, answers of acquirers and what was made of them, time run out, statements.
-- payment_id is null where nobody knows the number. Fields of cards and keys were taken out before.
create table market.payment_message (
    id         bigint      generated always as identity constraint payment_message_pk primary key,
    payment_id uuid        constraint payment_message_of_payment references market.payment,
    at         timestamptz not null,
    kind       text        not null constraint payment_message_kind_known
                               check (kind in ('shown', 'callback', 'returned', 'expired', 'withdrawn', 'statement', 'settlement', 'refund')),
    verdict    text        not null,
    answer     text        not null,
    origin     text        not null,
    by         text        not null,
    fields     jsonb       not null
);
create index payment_message_by_payment on market.payment_message (payment_id, id);

create function market.payment_goes_its_way() returns trigger
    language plpgsql
as $$
begin
    if (old.id, old.number, old.order_id, old.method, old.acquirer, old.amount)
        is distinct from (new.id, new.number, new.order_id, new.method, new.acquirer, new.amount)
        or not (old.state = new.state or (old.state, new.state) in (
            ('pending', 'refused'), ('pending', 'paid'), ('pending', 'abandoned'),
            ('refused', 'pending'), ('refused', 'paid'), ('refused', 'abandoned'),
            -- The bank said yes after time had run out.
            ('abandoned', 'paid'),
            ('paid', 'refunded'))) then
        raise exception 'a payment violates "payment_goes_its_way": % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation', constraint = 'payment_goes_its_way';
    end if;
    return new;
end
$$;
create trigger payment_goes_its_way before update on market.payment for each row execute function market.payment_goes_its_way();

create function market.message_stays() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a message violates "payment_message_never_changes"'
        using errcode = 'integrity_constraint_violation', constraint = 'payment_message_never_changes';
end
$$;
create trigger payment_message_never_changes before update or delete or truncate on market.payment_message
    for each statement execute function market.message_stays();

grant select, insert, update on market.payment to qutb_application;
grant select, insert on market.payment_message to qutb_application;
