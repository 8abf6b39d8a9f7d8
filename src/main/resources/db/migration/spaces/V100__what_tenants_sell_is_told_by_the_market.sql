-- What tenants earned at the pole's shop, as the market announced it: once for each order or receipt. Centimes.
create table spaces.tenant_sale (
    tenant_id uuid   not null constraint tenant_sale_of_tenant references spaces.tenant,
    number    text   not null,
    day       date   not null,
    pieces    int    not null,
    amount    bigint not null,
    constraint tenant_sale_pk primary key (tenant_id, number)
);
create index tenant_sale_by_day on spaces.tenant_sale (day);
grant select, insert on spaces.tenant_sale to qutb_application;
