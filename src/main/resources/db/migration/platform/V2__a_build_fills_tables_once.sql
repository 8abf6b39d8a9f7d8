-- Which build of Qutb brought which part of its own data into these tables: the same one need not do it at every start.
create table platform.filled (
    part  text        not null constraint filled_pk primary key,
    build text        not null,
    at    timestamptz not null default now()
);
grant select, insert, update on platform.filled to qutb_application;
