-- Crafts in families (a craft without parent is a family), in five languages.
create table registry.craft (
    code              text    constraint craft_pk primary key constraint craft_code_form check (code ~ '^[A-Z0-9-]+$'),
    parent_code       text    constraint craft_parent_fk references registry.craft constraint craft_parent_not_itself check (parent_code <> code),
    class_code        text,
    name_ar           text    not null,
    name_fr           text    not null,
    name_en           text    not null,
    name_es           text    not null default '',
    name_zgh          text    not null default '',
    materials         text[]  not null default '{}',
    synonyms_ar       text[]  not null default '{}',
    synonyms_fr       text[]  not null default '{}',
    icon              text    not null,
    local_specific    boolean not null default false,
    endangered        boolean,
    endangered_source text,
    endangered_since  int,
    origin            text    not null,
    source            text,
    locator           text,
    says_ar           text    not null default '',
    says_fr           text    not null default '',
    says_en           text    not null default '',
    note_ar           text    not null default '',
    note_fr           text    not null default '',
    note_en           text    not null default '',
    version           bigint  not null default 1,
    -- Nobody declares a craft endangered, or safe, on hearsay.
    constraint craft_endangered_has_source check (endangered is null or btrim(endangered_source) <> '')
);
create index craft_by_parent on registry.craft (parent_code);

-- A craft and all that belong to it.
create function registry.crafts_of(family text) returns setof text language sql stable rows 10 as $$
    with recursive below (code) as (
        select family
        union
        select c.code from registry.craft c join below b on c.parent_code = b.code
    )
    select code from below
$$;

select identity.audit_table('registry.craft', 'code');
grant select, insert, update on registry.craft to qutb_application;
