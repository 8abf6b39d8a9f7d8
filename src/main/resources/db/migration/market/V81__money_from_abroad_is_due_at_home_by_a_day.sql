-- What left the country: its price is repatriated within 150 days, 180 for craft sent on consignment.
create table market.export (
    sale_id        uuid        constraint export_pk primary key,
    number         text        not null,
    country        text        not null constraint export_country_form check (country ~ '^[A-Z]{2}$' and country <> 'MA'),
    exported_on    date        not null,
    consigned      boolean     not null,
    due_on         date        not null constraint export_due_later check (due_on > exported_on),
    amount         bigint      not null constraint export_amount_sound check (amount >= 0),
    repatriated_on date,
    reference      text        not null,
    version        bigint      not null,
    demonstration  boolean     not null,
    constraint export_repatriated_whole check ((repatriated_on is null) = (reference = '')),
    constraint export_repatriated_later check (repatriated_on >= exported_on - 366)
);
create index export_due on market.export (due_on) where repatriated_on is null;

select identity.audit_table('market.export', 'sale_id');
grant select, insert, update on market.export to qutb_application;
