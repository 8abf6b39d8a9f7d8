-- The columns of each table of the publications, typed: money in centimes, years, counts, codes of subjects.
create table programmes.programme (
    fact_id text constraint programme_pk primary key constraint programme_fact_fk references programmes.fact on delete cascade,
    code text not null,
    type text not null,
    start_year int constraint programme_start_year_plausible check (start_year between 1800 and 2100),
    end_year int constraint programme_end_year_plausible check (end_year between 1800 and 2100),
    scope_code text constraint programme_scope_fk references registry.territory
);

create table programmes.organisation (
    fact_id text constraint organisation_pk primary key constraint organisation_fact_fk references programmes.fact on delete cascade,
    code text not null,
    type text not null,
    role_ar text not null default '',
    role_fr text not null default '',
    role_en text not null default '',
    seat_code text constraint organisation_seat_fk references registry.territory,
    scope_code text constraint organisation_scope_fk references registry.territory,
    active_from int constraint organisation_active_from_plausible check (active_from between 1800 and 2100),
    active_to int constraint organisation_active_to_plausible check (active_to between 1800 and 2100)
);

create table programmes.public_person (
    fact_id text constraint public_person_pk primary key constraint public_person_fact_fk references programmes.fact on delete cascade,
    code text not null,
    category text not null,
    name_latin text,
    role_ar text not null default '',
    role_fr text not null default '',
    role_en text not null default '',
    organisation_code text constraint public_person_organisation_fk references programmes.subject,
    territory_code text constraint public_person_territory_fk references registry.territory
);

create table programmes.programme_role (
    fact_id text constraint programme_role_pk primary key constraint programme_role_fact_fk references programmes.fact on delete cascade,
    programme_code text not null constraint programme_role_programme_fk references programmes.subject,
    role text not null,
    organisation_code text not null constraint programme_role_organisation_fk references programmes.subject
);

create table programmes.project (
    fact_id text constraint project_pk primary key constraint project_fact_fk references programmes.fact on delete cascade,
    code text not null,
    kind text not null,
    axis text,
    cost_centimes bigint constraint project_cost_centimes_plausible check (cost_centimes >= 0),
    cost_qualifier text constraint project_cost_qualifier_known check (cost_qualifier in ('planned', 'alternative', 'total', 'about')),
    area_m2 bigint constraint project_area_m2_plausible check (area_m2 > 0),
    status text not null,
    status_year int constraint project_status_year_plausible check (status_year between 1800 and 2100),
    territory_code text constraint project_territory_fk references registry.territory,
    programme_code text constraint project_programme_fk references programmes.subject
);

create table programmes.project_component (
    fact_id text constraint project_component_pk primary key constraint project_component_fact_fk references programmes.fact on delete cascade,
    project_code text not null constraint project_component_project_fk references programmes.subject,
    component_code text not null,
    count bigint constraint project_component_count_not_negative check (count >= 0),
    count_qualifier text
);

create table programmes.pole_component (
    fact_id text constraint pole_component_pk primary key constraint pole_component_fact_fk references programmes.fact on delete cascade,
    component_code text not null,
    parent_component text,
    count bigint constraint pole_component_count_not_negative check (count >= 0),
    unit text,
    status text not null
);

create table programmes.space (
    fact_id text constraint space_pk primary key constraint space_fact_fk references programmes.fact on delete cascade,
    code text not null,
    type text not null,
    capacity bigint constraint space_capacity_not_negative check (capacity >= 0),
    capacity_unit text,
    area_m2 bigint constraint space_area_m2_not_negative check (area_m2 >= 0),
    year_created int constraint space_year_created_plausible check (year_created between 1800 and 2100),
    status text not null,
    territory_code text constraint space_territory_fk references registry.territory,
    operator_code text constraint space_operator_fk references programmes.subject
);

create table programmes.training_action (
    fact_id text constraint training_action_pk primary key constraint training_action_fact_fk references programmes.fact on delete cascade,
    id text not null,
    kind text not null,
    beneficiaries bigint constraint training_action_beneficiaries_not_negative check (beneficiaries >= 0),
    value_type text not null constraint training_action_value_type_known check (value_type in ('actual', 'current', 'target', 'planned')),
    year int constraint training_action_year_plausible check (year between 1800 and 2100),
    craft_codes text[] not null default '{}',
    territory_code text constraint training_action_territory_fk references registry.territory,
    programme_code text constraint training_action_programme_fk references programmes.subject,
    trainers_ar text not null default '',
    trainers_fr text not null default '',
    trainers_en text not null default ''
);

create table programmes.support_action (
    fact_id text constraint support_action_pk primary key constraint support_action_fact_fk references programmes.fact on delete cascade,
    id text not null,
    type text not null,
    status text not null,
    beneficiaries bigint constraint support_action_beneficiaries_not_negative check (beneficiaries >= 0),
    year int constraint support_action_year_plausible check (year between 1800 and 2100),
    craft_codes text[] not null default '{}',
    territory_code text constraint support_action_territory_fk references registry.territory,
    actor_code text constraint support_action_actor_fk references programmes.subject
);

create table programmes.market_action (
    fact_id text constraint market_action_pk primary key constraint market_action_fact_fk references programmes.fact on delete cascade,
    id text not null,
    type text not null,
    status text not null,
    year int constraint market_action_year_plausible check (year between 1800 and 2100),
    territory_code text constraint market_action_territory_fk references registry.territory,
    actor_code text constraint market_action_actor_fk references programmes.subject
);

create table programmes.fair (
    fact_id text constraint fair_pk primary key constraint fair_fact_fk references programmes.fact on delete cascade,
    code text not null,
    level text not null,
    status text not null,
    year int constraint fair_year_plausible check (year between 1800 and 2100),
    recurrence_ar text not null default '',
    recurrence_fr text not null default '',
    recurrence_en text not null default '',
    territory_code text constraint fair_territory_fk references registry.territory,
    organiser_code text constraint fair_organiser_fk references programmes.subject,
    partner_codes text[] not null default '{}'
);

create table programmes.collective_order (
    fact_id text constraint collective_order_pk primary key constraint collective_order_fact_fk references programmes.fact on delete cascade,
    id text not null,
    quantity bigint constraint collective_order_quantity_not_negative check (quantity >= 0),
    unit text,
    cooperatives bigint constraint collective_order_cooperatives_not_negative check (cooperatives >= 0),
    cost_centimes bigint constraint collective_order_cost_centimes_plausible check (cost_centimes >= 0),
    status text not null,
    purpose_ar text not null default '',
    purpose_fr text not null default '',
    purpose_en text not null default '',
    territory_code text constraint collective_order_territory_fk references registry.territory
);

create table programmes.contribution (
    fact_id text constraint contribution_pk primary key constraint contribution_fact_fk references programmes.fact on delete cascade,
    id text not null,
    object_type text not null,
    object_code text not null constraint contribution_object_fk references programmes.subject,
    funder_code text constraint contribution_funder_fk references programmes.subject,
    recipient_code text constraint contribution_recipient_fk references programmes.subject,
    amount_centimes bigint constraint contribution_amount_centimes_plausible check (amount_centimes >= 0),
    qualifier text constraint contribution_qualifier_known check (qualifier in ('about', 'total')),
    year int constraint contribution_year_plausible check (year between 1800 and 2100),
    period_years bigint constraint contribution_period_years_not_negative check (period_years >= 0),
    modality text
);

create table programmes.convention (
    fact_id text constraint convention_pk primary key constraint convention_fact_fk references programmes.fact on delete cascade,
    id text not null,
    kind text not null,
    status text,
    year int constraint convention_year_plausible check (year between 1800 and 2100)
);

create table programmes.convention_party (
    fact_id text constraint convention_party_pk primary key constraint convention_party_fact_fk references programmes.fact on delete cascade,
    convention_id text not null constraint convention_party_convention_id_fk references programmes.subject,
    organisation_code text not null constraint convention_party_organisation_fk references programmes.subject
);

create table programmes.award (
    fact_id text constraint award_pk primary key constraint award_fact_fk references programmes.fact on delete cascade,
    id text not null,
    person_code text not null constraint award_person_fk references programmes.subject,
    competition_ar text not null default '',
    competition_fr text not null default '',
    competition_en text not null default '',
    rank bigint constraint award_rank_not_negative check (rank >= 0),
    edition bigint constraint award_edition_not_negative check (edition >= 0),
    year int constraint award_year_plausible check (year between 1800 and 2100),
    level text,
    craft_code text constraint award_craft_fk references registry.craft,
    awarded_by text constraint award_awarded_by_fk references programmes.subject
);

create table programmes.medal (
    fact_id text constraint medal_pk primary key constraint medal_fact_fk references programmes.fact on delete cascade,
    id text not null,
    person_code text not null constraint medal_person_fk references programmes.subject,
    order_ar text not null default '',
    order_fr text not null default '',
    order_en text not null default '',
    class bigint constraint medal_class_not_negative check (class >= 0),
    year int constraint medal_year_plausible check (year between 1800 and 2100),
    territory_code text constraint medal_territory_fk references registry.territory,
    handed_by_code text constraint medal_handed_by_fk references programmes.subject,
    ceremony_place_code text constraint medal_ceremony_place_fk references registry.territory
);

create table programmes.commendation (
    fact_id text constraint commendation_pk primary key constraint commendation_fact_fk references programmes.fact on delete cascade,
    id text not null,
    given_by_code text[] not null,
    year int constraint commendation_year_plausible check (year between 1800 and 2100),
    reason_ar text not null default '',
    reason_fr text not null default '',
    reason_en text not null default ''
);

create table programmes.event (
    fact_id text constraint event_pk primary key constraint event_fact_fk references programmes.fact on delete cascade,
    id text not null,
    type text not null,
    status text not null,
    date text constraint event_date_form check (date ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$'),
    place_code text[] not null default '{}',
    participants_ar text not null default '',
    participants_fr text not null default '',
    participants_en text not null default ''
);

create table programmes.equipment (
    fact_id text constraint equipment_pk primary key constraint equipment_fact_fk references programmes.fact on delete cascade,
    id text not null,
    quantity bigint constraint equipment_quantity_not_negative check (quantity >= 0),
    craft_codes text[] not null default '{}',
    place_code text,
    holder_type text not null,
    status text not null
);

create table programmes.tourist_point (
    fact_id text constraint tourist_point_pk primary key constraint tourist_point_fact_fk references programmes.fact on delete cascade,
    territory_code text not null constraint tourist_point_territory_fk references registry.territory,
    status text not null,
    host_space_code text constraint tourist_point_host_space_fk references programmes.subject,
    owner_code text constraint tourist_point_owner_fk references programmes.subject
);

create table programmes.indicator (
    fact_id text constraint indicator_pk primary key constraint indicator_fact_fk references programmes.fact on delete cascade,
    id text not null,
    indicator_code text not null,
    value bigint not null constraint indicator_value_not_negative check (value >= 0),
    unit text not null,
    qualifier text constraint indicator_qualifier_known check (qualifier in ('about', 'more_than')),
    value_type text not null constraint indicator_value_type_known check (value_type in ('actual', 'target', 'planned', 'total')),
    year int constraint indicator_year_plausible check (year between 1800 and 2100),
    territory_code text constraint indicator_territory_fk references registry.territory
);

create table programmes.operating_rule (
    fact_id text constraint operating_rule_pk primary key constraint operating_rule_fact_fk references programmes.fact on delete cascade,
    id text not null,
    module text not null
);

create table programmes.statement (
    fact_id text constraint statement_pk primary key constraint statement_fact_fk references programmes.fact on delete cascade,
    id text not null,
    kind text not null
);

create table programmes.exclusion (
    fact_id text constraint exclusion_pk primary key constraint exclusion_fact_fk references programmes.fact on delete cascade
);

create table programmes.named_territory (
    fact_id text constraint named_territory_pk primary key constraint named_territory_fact_fk references programmes.fact on delete cascade,
    code text not null constraint named_territory_code_fk references registry.territory,
    type text not null,
    parent_code text constraint named_territory_parent_fk references registry.territory,
    valid_from int constraint named_territory_valid_from_plausible check (valid_from between 1800 and 2100),
    valid_to int constraint named_territory_valid_to_plausible check (valid_to between 1800 and 2100),
    lat numeric(8, 5),
    lon numeric(8, 5),
    filled_by_knowledge text[] not null default '{}'
);

create table programmes.added_territory (
    fact_id text constraint added_territory_pk primary key constraint added_territory_fact_fk references programmes.fact on delete cascade,
    code text not null constraint added_territory_code_fk references registry.territory,
    type text not null,
    parent_code text not null constraint added_territory_parent_fk references registry.territory,
    valid_from int constraint added_territory_valid_from_plausible check (valid_from between 1800 and 2100),
    valid_to int constraint added_territory_valid_to_plausible check (valid_to between 1800 and 2100),
    lat numeric(8, 5),
    lon numeric(8, 5),
    origin text not null,
    confidence text not null
);

create table programmes.territory_belonging (
    fact_id text constraint territory_belonging_pk primary key constraint territory_belonging_fact_fk references programmes.fact on delete cascade,
    code text not null constraint territory_belonging_code_fk references registry.territory,
    parent_code text not null constraint territory_belonging_parent_fk references registry.territory,
    valid_from int constraint territory_belonging_valid_from_plausible check (valid_from between 1800 and 2100),
    valid_to int constraint territory_belonging_valid_to_plausible check (valid_to between 1800 and 2100),
    origin text not null,
    confidence text not null
);

create table programmes.craft_class (
    fact_id text constraint craft_class_pk primary key constraint craft_class_fact_fk references programmes.fact on delete cascade,
    code text not null,
    synonyms_ar text[] not null default '{}',
    synonyms_fr text[] not null default '{}'
);

create table programmes.named_craft (
    fact_id text constraint named_craft_pk primary key constraint named_craft_fact_fk references programmes.fact on delete cascade,
    code text not null,
    synonyms_ar text[] not null default '{}',
    synonyms_fr text[] not null default '{}',
    parent_code text,
    class_code text,
    material_ar text not null default '',
    material_fr text not null default '',
    material_en text not null default '',
    mention text not null,
    local_specific boolean not null,
    endangered boolean not null
);

create table programmes.spelling_variant (
    fact_id text constraint spelling_variant_pk primary key constraint spelling_variant_fact_fk references programmes.fact on delete cascade,
    id text not null,
    canonical_ar text not null,
    variant text not null,
    kind text not null
);

create table programmes.number_format (
    fact_id text constraint number_format_pk primary key constraint number_format_fact_fk references programmes.fact on delete cascade,
    id text not null,
    text text not null,
    value bigint not null constraint number_format_value_not_negative check (value >= 0),
    kind text not null
);

grant select, insert, update, delete on all tables in schema programmes to qutb_application;
revoke all on programmes.migration from qutb_application;
