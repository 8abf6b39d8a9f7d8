-- Prizes, medals and commendations; a source may name only an office, then the recipient is words.
create table registry.distinction (
    id              uuid    constraint distinction_pk primary key,
    kind            text    not null constraint distinction_kind_known check (kind in ('AWARD', 'MEDAL', 'COMMENDATION')),
    person_id       uuid    constraint distinction_person_fk references registry.person,
    organisation_id uuid    constraint distinction_organisation_fk references registry.organisation,
    recipient_ar    text    not null default '',
    recipient_fr    text    not null default '',
    recipient_en    text    not null default '',
    title_ar        text    not null default '',
    title_fr        text    not null default '',
    title_en        text    not null default '',
    prize_ar        text    not null default '',
    prize_fr        text    not null default '',
    prize_en        text    not null default '',
    rank            int     constraint distinction_rank_positive check (rank > 0),
    edition         int     constraint distinction_edition_positive check (edition > 0),
    year            int     constraint distinction_year_plausible check (year between 1900 and 2100),
    level           text    constraint distinction_level_known check (level in ('local', 'provincial', 'regional', 'inter-regional', 'national', 'international')),
    craft_code      text    constraint distinction_craft_fk references registry.craft,
    territory_code  text    constraint distinction_territory_fk references registry.territory,
    given_by        text[]  not null default '{}',
    given_by_words  text    not null default '',
    place_code      text    constraint distinction_place_fk references registry.territory,
    demonstration   boolean not null default false,
    reference_code  text    constraint distinction_reference_code_unique unique,
    source          text,
    locator         text,
    says_ar         text    not null default '',
    says_fr         text    not null default '',
    says_en         text    not null default '',
    note_ar         text    not null default '',
    note_fr         text    not null default '',
    note_en         text    not null default '',
    withdrawn_on    date,
    version         bigint  not null,
    constraint distinction_has_recipient check (num_nonnulls(person_id, organisation_id) = 1
        or (num_nonnulls(person_id, organisation_id) = 0 and recipient_ar || recipient_fr <> '')),
    constraint distinction_has_title check (title_ar || title_fr <> '')
);
create index distinction_by_person on registry.distinction (person_id);
create index distinction_by_organisation on registry.distinction (organisation_id);

select identity.audit_table('registry.distinction', 'id');
grant select, insert, update on registry.distinction to qutb_application;
