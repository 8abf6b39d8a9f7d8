-- How far the made-up story of a demonstration fund is told: each day with all that happened in it, or not at all.
create table materials.demonstration (
    fund_id      uuid    constraint demonstration_pk primary key constraint demonstration_of_fund references materials.fund,
    begins_on    date    not null,
    ends_on      date    not null,
    told_until   date    not null,
    supplier_id  uuid    not null constraint demonstration_supplier_fk references materials.supplier,
    constraint demonstration_within check (told_until between begins_on - 1 and ends_on)
);
grant select, insert, update on materials.demonstration to qutb_application;
