-- What a person is in the sector. The national register's number and card stand beside the artisan; Qutb never is that register.
create table registry.artisan (
    person_id           uuid   constraint artisan_pk primary key constraint artisan_person_fk references registry.person,
    category            text   not null constraint artisan_category_known check (category in ('ARTISAN', 'MAALEM')),
    practising_since    int    constraint artisan_practising_since_plausible check (practising_since between 1920 and 2100),
    register_number     text   constraint artisan_register_number_unique unique constraint artisan_register_number_not_blank check (btrim(register_number) <> ''),
    register_status     text   not null constraint artisan_register_status_known check (register_status in ('NOT_YET', 'APPLIED', 'REGISTERED', 'SUSPENDED')),
    registered_on       date,
    proof               text   constraint artisan_proof_known check (proof in ('DIPLOMA', 'ATTESTATION')),
    card_number         text,
    card_expires_on     date,
    workplace           text   constraint artisan_workplace_known check (workplace in ('HOME', 'WORKSHOP', 'COOPERATIVE', 'POLE', 'COMPLEX', 'ITINERANT')),
    workplace_note      text   not null default '',
    health_cover        text   not null constraint artisan_health_cover_known check (health_cover in ('UNKNOWN', 'COVERED', 'NOT_COVERED')),
    cnss_number         text,
    cover_proved_on     date,
    version             bigint not null,
    constraint artisan_registered_has_number check (register_status <> 'REGISTERED' or register_number is not null)
);
create index artisan_by_card_expiry on registry.artisan (card_expires_on);

create table registry.artisan_craft (
    person_id  uuid not null constraint artisan_craft_artisan_fk references registry.artisan,
    position   int  not null,
    craft_code text not null constraint artisan_craft_craft_fk references registry.craft,
    since      int,
    constraint artisan_craft_pk primary key (person_id, craft_code)
);
create index artisan_craft_by_craft on registry.artisan_craft (craft_code, person_id);

-- Apprentice, trainer, manager: for how long, in which craft.
create table registry.person_role (
    id         uuid   constraint person_role_pk primary key,
    person_id  uuid   not null constraint person_role_person_fk references registry.person,
    role       text   not null constraint person_role_known check (role in ('APPRENTICE', 'TRAINER', 'MANAGER')),
    craft_code text   constraint person_role_craft_fk references registry.craft,
    started_on date   not null,
    ended_on   date,
    note       text   not null default '',
    version    bigint not null,
    constraint person_role_days_in_order check (started_on <= ended_on),
    constraint person_role_no_overlap exclude using gist (person_id with =, role with =, coalesce(craft_code, '') with =,
        daterange(started_on, ended_on) with &&)
);

select identity.audit_table('registry.artisan', 'person_id');
select identity.audit_table('registry.artisan_craft', 'person_id');
select identity.audit_table('registry.person_role', 'person_id');
grant select, insert, update on registry.artisan to qutb_application;
grant select, insert, update, delete on registry.artisan_craft to qutb_application;
grant select, insert, update on registry.person_role to qutb_application;
