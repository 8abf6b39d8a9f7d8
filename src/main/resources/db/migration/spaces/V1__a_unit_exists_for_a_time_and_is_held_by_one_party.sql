-- Where people of the pole work: sites, what stands on them, and the units that are let. Lengths are whole centimetres, areas whole
-- square decimetres, days are days at the pole.
grant usage on schema spaces to qutb_application;

-- territories: the place and all it lies in, as roles hold for them. reference_code: its row in what was published.
create table spaces.site (
    id             uuid    constraint site_pk primary key,
    code           text    not null constraint site_code_once unique
                               constraint site_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{1,20}$'),
    kind           text    not null constraint site_kind_known check (kind in ('pole', 'complex', 'training_centre', 'meeting_room',
                               'technical_support_centre', 'material_sale_point', 'coop_premises', 'weekly_market', 'market', 'showroom',
                               'marketing_space', 'tannery', 'craft_house', 'sales_outlet', 'activity_zone')),
    name_ar        text    not null,
    name_fr        text    not null,
    name_en        text    not null,
    territory_code text    not null constraint site_territory_fk references registry.territory,
    territories    text[]  not null,
    operator_id    uuid    constraint site_operator_fk references registry.organisation,
    state          text    not null constraint site_state_known check (state in ('in_use', 'inaugurated', 'planned', 'promised', 'in_progress',
                               'done_or_in_progress', 'rehabilitation', 'upgrade_intended', 'to_be_replaced', 'closed')),
    area_dm2       bigint  constraint site_area_positive check (area_dm2 > 0),
    made_in        int     constraint site_made_in_plausible check (made_in between 1900 and 2100),
    reference_code text    constraint site_reference_once unique,
    demonstration  boolean not null,
    version        bigint  not null,
    constraint site_named check (name_ar || name_fr <> ''),
    constraint site_in_its_territories check (territory_code = any (territories))
);

-- A block or a house of the site.
create table spaces.building (
    id       uuid   constraint building_pk primary key,
    site_id  uuid   not null constraint building_of_site references spaces.site,
    name_ar  text   not null,
    name_fr  text   not null,
    name_en  text   not null,
    position int    not null,
    constraint building_named check (name_ar || name_fr <> ''),
    constraint building_of_its_site unique (id, site_id)
);
create index building_by_site on spaces.building (site_id);

-- What is drawn on one sheet: the ground of a site with all its blocks, or a floor. The box is what the plan shows.
create table spaces.level (
    id      uuid     constraint level_pk primary key,
    site_id uuid     not null constraint level_of_site references spaces.site,
    floor   smallint not null constraint level_floor_plausible check (floor between -5 and 20),
    min_x   int      not null,
    min_y   int      not null,
    width   int      not null constraint level_width_drawable check (width between 100 and 10000000),
    height  int      not null constraint level_height_drawable check (height between 100 and 10000000),
    version bigint   not null,
    constraint level_once unique (site_id, floor),
    constraint level_of_its_site unique (id, site_id)
);

-- What is drawn beside the units: ground, streets, houses, trees, names. The shape is x, y, x, y … in centimetres.
create table spaces.drawing (
    id       uuid  constraint drawing_pk primary key,
    level_id uuid  not null constraint drawing_of_level references spaces.level,
    kind     text  not null constraint drawing_kind_known check (kind in ('ground', 'wall', 'street', 'square', 'block', 'house', 'tree', 'label', 'north')),
    shape    int[] not null constraint drawing_shape_pairs check (cardinality(shape) >= 2 and cardinality(shape) % 2 = 0),
    name_ar  text  not null default '',
    name_fr  text  not null default '',
    name_en  text  not null default '',
    position int   not null
);
create index drawing_by_level on spaces.drawing (level_id, position);

-- own_use: the pole keeps it for itself, nobody rents it. A unit exists for a time: split or merged it ends, and others begin. What its walls bear is 0 (nothing) to 3 (much).
create table spaces.unit (
    id          uuid      constraint unit_pk primary key,
    site_id     uuid      not null constraint unit_of_site references spaces.site,
    level_id    uuid,
    building_id uuid,
    number      text      not null constraint unit_number_form check (number ~ '^[0-9A-Z][0-9A-Z/-]{0,11}$'),
    kind        text      not null constraint unit_kind_known
                              check (kind in ('shop', 'workshop', 'classroom', 'laboratory', 'hall', 'kiosk', 'stand', 'premises')),
    area_dm2    int       constraint unit_area_positive check (area_dm2 > 0),
    shape       int[]     constraint unit_shape_encloses check (cardinality(shape) >= 6 and cardinality(shape) % 2 = 0),
    water       boolean   not null,
    power_kw    smallint  not null constraint unit_power_plausible check (power_kw between 0 and 1000),
    three_phase boolean   not null,
    gas         boolean   not null,
    drainage    boolean   not null,
    accessible  boolean   not null,
    own_use     boolean   not null default false,
    noise       smallint  not null constraint unit_noise_class check (noise between 0 and 3),
    dust        smallint  not null constraint unit_dust_class check (dust between 0 and 3),
    fire        smallint  not null constraint unit_fire_class check (fire between 0 and 3),
    smell       smallint  not null constraint unit_smell_class check (smell between 0 and 3),
    crafts      text[]    not null default '{}',
    during      daterange not null constraint unit_exists_a_day check (not isempty(during) and lower(during) is not null),
    version     bigint    not null,
    constraint unit_on_level_of_its_site foreign key (level_id, site_id) references spaces.level (id, site_id),
    constraint unit_in_building_of_its_site foreign key (building_id, site_id) references spaces.building (id, site_id),
    constraint unit_three_phase_has_power check (not three_phase or power_kw > 0),
    constraint unit_number_once_at_a_time exclude using gist (site_id with =, number with =, during with &&)
);
create index unit_by_site on spaces.unit (site_id);
create index unit_by_level on spaces.unit (level_id);

-- What became of a unit, and what it was before.
create table spaces.unit_lineage (
    earlier_id uuid        constraint unit_lineage_earlier references spaces.unit,
    later_id   uuid        constraint unit_lineage_later references spaces.unit,
    kind       text        not null constraint unit_lineage_kind_known check (kind in ('split', 'merge')),
    changed_on date        not null,
    reason     text        not null constraint unit_lineage_reasoned check (reason <> ''),
    constraint unit_lineage_pk primary key (earlier_id, later_id),
    constraint unit_lineage_forward check (earlier_id <> later_id)
);
create index unit_lineage_by_later on spaces.unit_lineage (later_id);

-- Whether a unit can be used; that somebody occupies it is told by the next table.
create table spaces.unit_state (
    unit_id uuid      not null,
    state   text      not null constraint unit_state_known check (state in ('under_construction', 'ready', 'closed')),
    during  daterange not null constraint unit_state_lasts check (not isempty(during)),
    reason  text      not null default '',
    constraint unit_state_pk primary key (unit_id, during),
    constraint unit_state_of_unit foreign key (unit_id) references spaces.unit,
    constraint unit_state_one_at_a_time exclude using gist (unit_id with =, during with &&)
);

-- Who has a unit, or will have it: one party at a time, and only while the unit exists.
create table spaces.occupancy (
    id              uuid      constraint occupancy_pk primary key,
    unit_id         uuid      not null,
    person_id       uuid      constraint occupancy_person_fk references registry.person,
    organisation_id uuid      constraint occupancy_organisation_fk references registry.organisation,
    craft_code      text      constraint occupancy_craft_fk references registry.craft,
    kind            text      not null constraint occupancy_kind_known check (kind in ('lease', 'planned')),
    during          daterange not null constraint occupancy_lasts check (not isempty(during) and lower(during) is not null),
    version         bigint    not null,
    constraint occupancy_by_one_party check (num_nonnulls(person_id, organisation_id) = 1),
    constraint occupancy_of_unit foreign key (unit_id) references spaces.unit,
    constraint occupancy_one_at_a_time exclude using gist (unit_id with =, during with &&)
);
create index occupancy_by_person on spaces.occupancy (person_id);
create index occupancy_by_organisation on spaces.occupancy (organisation_id);

-- A state and an occupancy last no longer than their unit. Servers before 18 know no keys of periods, so triggers keep it at the end of each
-- statement; whoever writes either waits for whoever changes how long the unit exists.
create function spaces.while_unit_exists() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform from spaces.unit u where u.id = new.unit_id and new.during <@ u.during for share;
    if not found then
        raise exception 'a period violates "%_while_unit_exists"', tg_table_name
            using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_while_unit_exists';
    end if;
    return null;
end
$$;
create constraint trigger unit_state_while_unit_exists after insert or update on spaces.unit_state
    for each row execute function spaces.while_unit_exists();
create constraint trigger occupancy_while_unit_exists after insert or update on spaces.occupancy
    for each row execute function spaces.while_unit_exists();

create function spaces.unit_outlives_what_is_in_it() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    broken text;
begin
    select case when exists (select from spaces.occupancy o where o.unit_id = new.id and not o.during <@ new.during) then 'occupancy'
                when exists (select from spaces.unit_state s where s.unit_id = new.id and not s.during <@ new.during) then 'unit_state' end
      into broken;
    if broken is not null then
        raise exception 'a unit violates "%_while_unit_exists"', broken
            using errcode = 'integrity_constraint_violation', constraint = broken || '_while_unit_exists';
    end if;
    return null;
end
$$;
create constraint trigger unit_outlives_what_is_in_it after update of during on spaces.unit
    for each row execute function spaces.unit_outlives_what_is_in_it();

-- What a craft brings with it, from a day on; the pole decides it and may change its mind.
create table spaces.craft_nuisance (
    craft_code text      not null constraint craft_nuisance_craft_fk references registry.craft,
    during     daterange not null constraint craft_nuisance_lasts check (not isempty(during)),
    noise      smallint  not null constraint craft_nuisance_noise_class check (noise between 0 and 3),
    dust       smallint  not null constraint craft_nuisance_dust_class check (dust between 0 and 3),
    fire       smallint  not null constraint craft_nuisance_fire_class check (fire between 0 and 3),
    smell      smallint  not null constraint craft_nuisance_smell_class check (smell between 0 and 3),
    constraint craft_nuisance_pk primary key (craft_code, during),
    constraint craft_nuisance_one_at_a_time exclude using gist (craft_code with =, during with &&)
);

-- Each unit that exists on a day, with what it is then: free, reserved, let, kept for the pole itself, under construction or closed.
create function spaces.unit_on(day date)
    returns table (id uuid, site_id uuid, level_id uuid, building_id uuid, number text, kind text, area_dm2 int, shape int[], state text,
        occupancy_id uuid, person_id uuid, organisation_id uuid, craft_code text, since date, until date)
    language sql stable
as $$
    select u.id, u.site_id, u.level_id, u.building_id, u.number, u.kind, u.area_dm2, u.shape,
           case when o.kind = 'lease' then 'let'
                when coalesce(s.state, 'ready') <> 'ready' then s.state
                when o.kind = 'planned' then 'reserved'
                when u.own_use then 'own'
                else 'free' end,
           o.id, o.person_id, o.organisation_id, o.craft_code, lower(coalesce(o.during, s.during, u.during)),
           upper(coalesce(o.during, s.during, u.during))
      from spaces.unit u
      left join spaces.unit_state s on s.unit_id = u.id and s.during @> day
      left join spaces.occupancy o on o.unit_id = u.id and o.during @> day
     where u.during @> day
$$;

grant select, insert, update on spaces.site, spaces.building, spaces.level, spaces.unit, spaces.unit_state, spaces.occupancy,
    spaces.craft_nuisance to qutb_application;
grant select, insert on spaces.unit_lineage to qutb_application;
-- A plan that is drawn anew takes the place of the old drawing; what is let on it stays.
grant select, insert, update, delete on spaces.drawing to qutb_application;
grant delete on spaces.unit_state to qutb_application;

select identity.audit_table('spaces.site', 'id');
select identity.audit_table('spaces.building', 'id');
select identity.audit_table('spaces.level', 'id');
select identity.audit_table('spaces.drawing', 'id');
select identity.audit_table('spaces.unit', 'id');
select identity.audit_table('spaces.unit_lineage', 'later_id');
select identity.audit_table('spaces.unit_state', 'unit_id');
select identity.audit_table('spaces.occupancy', 'id');
select identity.audit_table('spaces.craft_nuisance', 'craft_code');
