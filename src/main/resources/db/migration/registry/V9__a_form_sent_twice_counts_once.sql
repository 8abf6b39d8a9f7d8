-- The number a form was given when it was opened, and what came of it: a double click or a repeated request finds it taken.
create table registry.submission (
    token   uuid        constraint submission_pk primary key,
    result  text        not null,
    sent_at timestamptz not null
);
create index submission_by_time on registry.submission (sent_at);
grant select, insert, update, delete on registry.submission to qutb_application;
