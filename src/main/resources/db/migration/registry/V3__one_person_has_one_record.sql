create sequence registry.person_number;

create table registry.person (
    id                       uuid        constraint person_pk primary key,
    -- The pole's own number of the record, said at the counter and printed on the card.
    number                   bigint      not null default nextval('registry.person_number') constraint person_number_unique unique,
    given_name_ar            text        not null default '',
    family_name_ar           text        not null default '',
    given_name_latin         text        not null default '',
    family_name_latin        text        not null default '',
    father_name_ar           text        not null default '',
    father_name_latin        text        not null default '',
    grandfather_name_ar      text        not null default '',
    grandfather_name_latin   text        not null default '',
    sex                      text        constraint person_sex_known check (sex in ('FEMALE', 'MALE')),
    birth_date               date        constraint person_birth_plausible check (birth_date >= date '1900-01-01'),
    birth_precision          text        constraint person_birth_precision_known check (birth_precision in ('YEAR', 'DAY')),
    identity_kind            text        constraint person_identity_kind_known check (identity_kind in ('CIN', 'RESIDENCE_CARD', 'PASSPORT')),
    identity_encrypted       bytea,
    identity_hash            bytea,
    identity_mask            text,
    phone                    text        constraint person_phone_form check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    phone_shared             boolean     not null default false,
    other_phones             text[]      not null default '{}',
    territory_code           text        constraint person_territory_fk references registry.territory,
    landmark                 text        not null default '',
    languages                text[]      not null default '{}',
    reading_ease             text        constraint person_reading_ease_known check (reading_ease in ('EASY', 'WITH_HELP', 'LISTENS')),
    photo                    uuid,
    story_ar                 text        not null default '',
    story_fr                 text        not null default '',
    story_en                 text        not null default '',
    note                     text        not null default '',
    demonstration            boolean     not null default false,
    merged_into              uuid        constraint person_merged_into_fk references registry.person constraint person_merged_into_another check (merged_into <> id),
    anonymised_at            timestamptz,
    reference_code           text        constraint person_reference_code_unique unique,
    source                   text,
    locator                  text,
    registered_at            timestamptz not null,
    version                  bigint      not null,
    sort_name_ar             text        not null generated always as (
        coalesce(nullif(btrim(family_name_ar || ' ' || given_name_ar), ''), btrim(family_name_latin || ' ' || given_name_latin))) stored,
    sort_name_latin          text        not null generated always as (
        coalesce(nullif(btrim(family_name_latin || ' ' || given_name_latin), ''), btrim(family_name_ar || ' ' || given_name_ar))) stored,
    constraint person_has_a_name check (anonymised_at is not null
        or btrim(given_name_ar || family_name_ar || given_name_latin || family_name_latin) <> ''),
    constraint person_birth_whole check ((birth_date is null) = (birth_precision is null)),
    constraint person_identity_whole check (num_nulls(identity_kind, identity_encrypted, identity_hash, identity_mask) in (0, 4)),
    constraint person_shared_phone_is_a_phone check (phone is not null or not phone_shared),
    constraint person_identity_unique unique (identity_hash)
);
-- A household may share a telephone, but only knowingly.
create unique index person_phone_unique on registry.person (phone) where not phone_shared and merged_into is null;
create index person_by_any_phone on registry.person (phone);
create index person_by_name_ar on registry.person (sort_name_ar collate "ar-x-icu", id) where merged_into is null;
create index person_by_name_fr on registry.person (sort_name_latin collate "fr-x-icu", id) where merged_into is null;
create index person_by_name_en on registry.person (sort_name_latin collate "en-x-icu", id) where merged_into is null;
create index person_by_territory on registry.person (territory_code) where merged_into is null;
create index person_by_registration on registry.person (registered_at);
create index person_by_merged_into on registry.person (merged_into) where merged_into is not null;

select identity.audit_table('registry.person', 'id', 'identity_encrypted', 'identity_hash');
grant usage on sequence registry.person_number to qutb_application;
grant select, insert, update on registry.person to qutb_application;
