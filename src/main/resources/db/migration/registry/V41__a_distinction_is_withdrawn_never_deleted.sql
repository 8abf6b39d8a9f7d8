-- A distinction given in error is taken back by a later record that says why; both stay.
alter table registry.distinction add column given_on date;
alter table registry.distinction add constraint distinction_day_in_its_year check (extract(year from given_on)::int = year);

create table registry.distinction_withdrawal (
    distinction_id uuid        constraint distinction_withdrawal_pk primary key constraint distinction_withdrawal_distinction_fk references registry.distinction,
    withdrawn_on   date        not null,
    reason         text        not null constraint distinction_withdrawal_has_reason check (btrim(reason) <> ''),
    recorded_at    timestamptz not null
);

select identity.audit_table('registry.distinction_withdrawal', 'distinction_id');
grant select, insert on registry.distinction_withdrawal to qutb_application;
