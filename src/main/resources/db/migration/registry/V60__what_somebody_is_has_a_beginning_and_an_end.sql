-- Where an apprentice learns and under whom, who employs a trainer, what a manager heads. One may manage two organisations at a time,
-- but is apprentice or trainer in one craft only once.
alter table registry.person_role
    add column organisation_id uuid constraint person_role_organisation_fk references registry.organisation,
    add column tutor_id        uuid constraint person_role_tutor_fk references registry.person,
    add column post            text not null default '',
    add column recorded_at     timestamptz not null default now(),
    add constraint person_role_tutor_another check (tutor_id <> person_id),
    add constraint person_role_tutor_of_apprentice check (tutor_id is null or role = 'APPRENTICE'),
    add constraint person_role_post_of_manager check (post = '' or role = 'MANAGER'),
    drop constraint person_role_no_overlap,
    add constraint person_role_no_overlap exclude using gist (person_id with =, role with =, coalesce(craft_code, '') with =,
        (case role when 'MANAGER' then coalesce(organisation_id, id)::text else '' end) with =, daterange(started_on, ended_on) with &&);

create index person_role_by_role on registry.person_role (role, person_id);
create index person_role_by_organisation on registry.person_role (organisation_id);
create index person_role_by_tutor on registry.person_role (tutor_id);
