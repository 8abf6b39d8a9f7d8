-- A plan that came as a file: first it is only tried, and shown with whatever is wrong in it; then it is taken over once, or never.
create table spaces.plan_import (
    id          uuid        constraint plan_import_pk primary key,
    site_id     uuid        not null constraint plan_import_of_site references spaces.site,
    name        text        not null,
    content     text        not null constraint plan_import_within_reason check (length(content) between 1 and 4000000),
    uploaded_by uuid        not null,
    uploaded_at timestamptz not null,
    taken_at    timestamptz,
    constraint plan_import_in_order check (taken_at >= uploaded_at)
);
create index plan_import_by_site on spaces.plan_import (site_id, uploaded_at);
grant select, insert, update on spaces.plan_import to qutb_application;
select identity.audit_table('spaces.plan_import', 'id', 'content');
