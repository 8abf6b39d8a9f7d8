-- What a partner put in. price: of a kilogram of fine silver on that day, in centimes; fine: the milligrams the money bought then,
-- half-up(centimes × 1000000 ÷ price), stored once. Contributions less authorised withdrawals are K₀, in dirhams and in grams.
create table materials.contribution (
    id              uuid        constraint contribution_pk primary key,
    key             uuid        not null constraint contribution_key_once unique,
    fund_id         uuid        not null constraint contribution_of_fund references materials.fund,
    sale_point_id   uuid        not null constraint contribution_to_bank_of_point references materials.sale_point,
    partner_id      uuid        not null constraint contribution_partner_fk references registry.organisation,
    convention      text        not null constraint contribution_has_convention check (btrim(convention) <> ''),
    paid_on         date        not null,
    centimes        bigint      not null constraint contribution_positive check (centimes > 0),
    price           bigint      not null constraint contribution_price_positive check (price > 0),
    fine            bigint      not null constraint contribution_fine_as_bought
                                    check (fine = div(centimes::numeric * 2000000 + price, 2 * price)),
    entry           uuid        not null constraint contribution_entry_fk references ledger.entry,
    entered_at      timestamptz not null,
    entered_by      text        not null,
    entered_by_name text        not null
);
create index contribution_by_fund on materials.contribution (fund_id, paid_on);

-- What a partner takes back: asked for by one person, decided by another, paid from a point's bank when it is authorised.
create table materials.withdrawal (
    id              uuid        constraint withdrawal_pk primary key,
    key             uuid        not null constraint withdrawal_key_once unique,
    fund_id         uuid        not null constraint withdrawal_of_fund references materials.fund,
    sale_point_id   uuid        not null constraint withdrawal_from_bank_of_point references materials.sale_point,
    partner_id      uuid        not null constraint withdrawal_partner_fk references registry.organisation,
    reason          text        not null constraint withdrawal_has_reason check (btrim(reason) <> ''),
    centimes        bigint      not null constraint withdrawal_positive check (centimes > 0),
    asked_at        timestamptz not null,
    asked_by        text        not null,
    asked_by_name   text        not null,
    decision        text        constraint withdrawal_decision_known check (decision in ('authorised', 'refused')),
    decided_at      timestamptz,
    decided_by      text        constraint withdrawal_second_person check (decided_by <> asked_by),
    decided_by_name text,
    price           bigint,
    fine            bigint,
    entry           uuid        constraint withdrawal_entry_fk references ledger.entry,
    constraint withdrawal_decided_whole check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
    constraint withdrawal_paid_when_authorised check ((decision is not distinct from 'authorised') = (entry is not null)
        and (entry is null) = (price is null) and (entry is null) = (fine is null))
);
create index withdrawal_by_fund on materials.withdrawal (fund_id, asked_at);

-- Decided once, and nothing else of it ever changes.
create function materials.keep_withdrawal() returns trigger
    language plpgsql
as $$
begin
    if old.decision is not null
       or (old.id, old.key, old.fund_id, old.sale_point_id, old.partner_id, old.reason, old.centimes, old.asked_at, old.asked_by)
          is distinct from
          (new.id, new.key, new.fund_id, new.sale_point_id, new.partner_id, new.reason, new.centimes, new.asked_at, new.asked_by) then
        raise exception 'the withdrawal violates "withdrawal_decided_once"'
            using errcode = 'integrity_constraint_violation', constraint = 'withdrawal_decided_once';
    end if;
    return new;
end
$$;
create trigger withdrawal_decided_once before update on materials.withdrawal for each row execute function materials.keep_withdrawal();

-- A gauge in the red, told once and kept until it is out of it again.
create table materials.gauge_alarm (
    fund_id  uuid not null constraint gauge_alarm_of_fund references materials.fund,
    gauge    text not null,
    since    timestamptz not null,
    over_at  timestamptz,
    constraint gauge_alarm_pk primary key (fund_id, gauge, since)
);
create unique index gauge_alarm_one_open on materials.gauge_alarm (fund_id, gauge) where over_at is null;

select identity.audit_table('materials.contribution', 'id');
select identity.audit_table('materials.withdrawal', 'id');
grant select, insert on materials.contribution to qutb_application;
grant select, insert, update on materials.withdrawal, materials.gauge_alarm to qutb_application;
