-- Places of the region and around it, and what each belonged to, year by year: [valid_from, valid_to), open where unknown.
create table registry.territory (
    code       text         constraint territory_pk primary key constraint territory_code_form check (code ~ '^[A-Z]+(-[A-Z0-9]+)*$'),
    name_ar    text         not null,
    name_fr    text         not null,
    name_en    text         not null,
    type       text         not null constraint territory_type_known check (type in ('country', 'zone', 'region', 'province', 'prefecture',
        'cercle', 'city', 'town', 'quarter', 'rural_commune', 'place', 'douar', 'foreign_place', 'foreign_zone', 'foreign_country')),
    valid_from int,
    valid_to   int,
    latitude   numeric(8, 5) constraint territory_latitude_on_earth check (latitude between -90 and 90),
    longitude  numeric(8, 5) constraint territory_longitude_on_earth check (longitude between -180 and 180),
    origin     text         not null,
    source     text,
    locator    text,
    says_ar    text         not null default '',
    says_fr    text         not null default '',
    says_en    text         not null default '',
    note_ar    text         not null default '',
    note_fr    text         not null default '',
    note_en    text         not null default '',
    constraint territory_years_in_order check (valid_from < valid_to),
    constraint territory_point_whole check ((latitude is null) = (longitude is null))
);

create table registry.territory_parent (
    code        text not null constraint territory_parent_child_fk references registry.territory,
    parent_code text not null constraint territory_parent_parent_fk references registry.territory,
    valid_from  int,
    valid_to    int,
    origin      text not null,
    note_ar     text not null default '',
    note_fr     text not null default '',
    note_en     text not null default '',
    constraint territory_parent_not_itself check (code <> parent_code),
    constraint territory_parent_years_in_order check (valid_from < valid_to),
    -- In any year a place belongs to one place at most.
    constraint territory_parent_no_overlap exclude using gist (code with =, int4range(valid_from, valid_to) with &&)
);
create index territory_parent_by_parent on registry.territory_parent (parent_code);

-- These places and all that lies in them today: what a scope covers, what a filter by place finds.
create function registry.covered(places text[]) returns setof text language sql stable rows 100 as $$
    with recursive below (code) as (
        select unnest(places)
        union
        select p.code from registry.territory_parent p join below b on p.parent_code = b.code
        where int4range(p.valid_from, p.valid_to) @> extract(year from current_date)::int
    )
    select code from below
$$;

select identity.audit_table('registry.territory', 'code');
select identity.audit_table('registry.territory_parent', 'code');

grant usage on schema registry to qutb_application;
grant select, insert, update, delete on registry.territory, registry.territory_parent to qutb_application;
