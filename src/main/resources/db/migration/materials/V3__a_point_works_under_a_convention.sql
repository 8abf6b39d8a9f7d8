-- Who agreed on a point, with what seed capital and which duties, and when they look at it again.
create table materials.convention (
    id            uuid    constraint convention_pk primary key,
    key           uuid    not null constraint convention_key_once unique,
    sale_point_id uuid    not null constraint convention_of_point references materials.sale_point,
    reference     text    not null default '',
    signed_on     date    not null,
    ends_on       date,
    seed_centimes bigint  constraint convention_seed_positive check (seed_centimes > 0),
    signed_file   uuid,
    version       bigint  not null,
    constraint convention_lasts check (ends_on > signed_on)
);
create index convention_by_point on materials.convention (sale_point_id);

-- A party is an organisation of the registry or named in words; its duties are what it promised.
create table materials.convention_party (
    convention_id   uuid not null constraint convention_party_of_convention references materials.convention,
    position        int  not null,
    organisation_id uuid constraint convention_party_organisation_fk references registry.organisation,
    name            text not null default '',
    duties          text not null default '',
    constraint convention_party_pk primary key (convention_id, position),
    constraint convention_party_known check ((organisation_id is null) = (name <> '')),
    constraint convention_party_once unique (convention_id, organisation_id)
);

create table materials.convention_review (
    convention_id uuid not null constraint convention_review_of_convention references materials.convention,
    due_on        date not null,
    held_on       date,
    outcome       text not null default '',
    constraint convention_review_pk primary key (convention_id, due_on),
    constraint convention_review_tells check ((held_on is null) = (outcome = ''))
);

-- day: 1 Monday to 7 Sunday.
create table materials.opening_hours (
    sale_point_id uuid not null constraint opening_hours_of_point references materials.sale_point,
    day           int  not null constraint opening_hours_day_of_week check (day between 1 and 7),
    opens         time not null,
    closes        time not null,
    constraint opening_hours_pk primary key (sale_point_id, day, opens),
    constraint opening_hours_last check (closes > opens)
);

-- Who stands at the counter, from a day until another.
create table materials.clerk (
    id            uuid constraint clerk_pk primary key,
    sale_point_id uuid not null constraint clerk_of_point references materials.sale_point,
    person_id     uuid not null constraint clerk_person_fk references registry.person,
    since         date not null,
    until         date,
    constraint clerk_stays check (until >= since),
    constraint clerk_once_at_a_time exclude using gist
        (sale_point_id with =, person_id with =, daterange(since, until) with &&)
);

select identity.audit_table('materials.convention', 'id');
select identity.audit_table('materials.convention_party', 'convention_id');
select identity.audit_table('materials.convention_review', 'convention_id');
select identity.audit_table('materials.opening_hours', 'sale_point_id');
select identity.audit_table('materials.clerk', 'id');
grant select, insert, update on materials.convention, materials.convention_review, materials.clerk to qutb_application;
grant select, insert on materials.convention_party to qutb_application;
grant select, insert, delete on materials.opening_hours to qutb_application;
