create sequence registry.organisation_number;

create table registry.organisation (
    id                     uuid        constraint organisation_pk primary key,
    number                 bigint      not null default nextval('registry.organisation_number') constraint organisation_number_unique unique,
    name_ar                text        not null default '',
    name_latin             text        not null default '',
    name_en                text        not null default '',
    legal_form             text        not null constraint organisation_legal_form_known check (legal_form in ('COOPERATIVE', 'ASSOCIATION', 'ENTERPRISE',
        'ECONOMIC_INTEREST_GROUP', 'UNION', 'PUBLIC_BODY', 'OTHER')),
    partner                boolean     not null default false,
    supplier               boolean     not null default false,
    status                 text        not null constraint organisation_status_known check (status in ('IN_FORMATION', 'ACTIVE', 'DORMANT', 'DISSOLVED')),
    ice                    text        constraint organisation_ice_form check (ice ~ '^[0-9]{15}$'),
    tax_number             text,
    trade_register_number  text,
    register_court         text,
    business_tax_number    text,
    cnss_number            text,
    craft_register_number  text        constraint organisation_craft_register_number_unique unique,
    territory_code         text        constraint organisation_territory_fk references registry.territory,
    reach_code             text        constraint organisation_reach_fk references registry.territory,
    address                text        not null default '',
    phone                  text        constraint organisation_phone_form check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    email                  text,
    website                text,
    share_capital          bigint      constraint organisation_share_capital_positive check (share_capital >= 0),
    founded_on             date,
    dissolved_on           date,
    supervisor_id          uuid        constraint organisation_supervisor_fk references registry.person,
    photo                  uuid,
    story_ar               text        not null default '',
    story_fr               text        not null default '',
    story_en               text        not null default '',
    listed_publicly        boolean     not null default false,
    -- Several bodies that a source names together, such as "the elected councils": never counted as one.
    collective             boolean     not null default false,
    demonstration          boolean     not null default false,
    merged_into            uuid        constraint organisation_merged_into_fk references registry.organisation constraint organisation_merged_into_another check (merged_into <> id),
    reference_code         text        constraint organisation_reference_code_unique unique,
    reference_type         text,
    source                 text,
    locator                text,
    says_ar                text        not null default '',
    says_fr                text        not null default '',
    says_en                text        not null default '',
    note_ar                text        not null default '',
    note_fr                text        not null default '',
    note_en                text        not null default '',
    registered_at          timestamptz not null,
    version                bigint      not null,
    sort_name_ar           text        not null generated always as (coalesce(nullif(name_ar, ''), name_latin)) stored,
    sort_name_latin        text        not null generated always as (coalesce(nullif(name_latin, ''), name_ar)) stored,
    constraint organisation_has_a_name check (btrim(name_ar || name_latin) <> ''),
    constraint organisation_days_in_order check (founded_on <= dissolved_on),
    constraint organisation_dissolved_has_day check (status <> 'DISSOLVED' or dissolved_on is not null)
);
create unique index organisation_ice_unique on registry.organisation (ice) where merged_into is null;
create index organisation_by_name_ar on registry.organisation (sort_name_ar collate "ar-x-icu", id) where merged_into is null;
create index organisation_by_name_fr on registry.organisation (sort_name_latin collate "fr-x-icu", id) where merged_into is null;
create index organisation_by_name_en on registry.organisation (sort_name_latin collate "en-x-icu", id) where merged_into is null;
create index organisation_by_territory on registry.organisation (territory_code);

create table registry.organisation_craft (
    organisation_id uuid not null constraint organisation_craft_organisation_fk references registry.organisation,
    craft_code      text not null constraint organisation_craft_craft_fk references registry.craft,
    constraint organisation_craft_pk primary key (organisation_id, craft_code)
);
create index organisation_craft_by_craft on registry.organisation_craft (craft_code);

select identity.audit_table('registry.organisation', 'id');
select identity.audit_table('registry.organisation_craft', 'organisation_id');
grant usage on sequence registry.organisation_number to qutb_application;
grant select, insert, update on registry.organisation to qutb_application;
grant select, insert, delete on registry.organisation_craft to qutb_application;
