-- What may be said of a maker in public, kept beside the registry: without a name the shop says the craft and the place.
-- territories: the place and all it lies in, as roles hold for them.
create table market.maker (
    id             uuid    constraint maker_pk primary key,
    kind           text    not null constraint maker_kind_known check (kind in ('person', 'organisation')),
    number         bigint,
    name_ar        text,
    name_latin     text,
    territory_code text    constraint maker_territory_fk references registry.territory,
    territories    text[]  not null,
    demonstration  boolean not null,
    constraint maker_named_whole check ((name_ar is null) = (name_latin is null) and (name_ar is null) = (number is null))
);

-- One description; the things themselves are pieces. What makers change of an accepted product is a row of its own that revises it, until
-- the hall takes it over. Sizes in millimetres, weight in milligrams, fineness in tenths of a thousandth, money in centimes.
create table market.product (
    id                 uuid     constraint product_pk primary key,
    number             bigint   not null generated always as identity constraint product_number_once unique,
    revises            uuid     constraint product_revises_fk references market.product,
    maker_id           uuid     not null constraint product_maker_fk references market.maker,
    maker_person       uuid     constraint product_person_fk references registry.person,
    maker_organisation uuid     constraint product_organisation_fk references registry.organisation,
    state              text     not null constraint product_state_known
                                    check (state in ('draft', 'proposed', 'accepted', 'sent_back', 'withdrawn', 'taken_over')),
    kind               text     not null constraint product_kind_known check (kind in ('unique', 'series', 'to_order')),
    article_code       text     constraint product_article_fk references market.article,
    material_code      text     constraint product_material_fk references market.material,
    technique_code     text     constraint product_technique_fk references market.technique,
    motif_code         text     constraint product_motif_fk references market.motif,
    colours            text[]   not null,
    width_mm           int      constraint product_width_plausible check (width_mm between 1 and 50000),
    height_mm          int      constraint product_height_plausible check (height_mm between 1 and 50000),
    depth_mm           int      constraint product_depth_plausible check (depth_mm between 1 and 50000),
    size_label         text     not null,
    weight_mg          bigint   constraint product_weight_positive check (weight_mg > 0),
    lead_days          int      constraint product_lead_plausible check (lead_days between 1 and 365),
    fineness           int      constraint product_fineness_within_one check (fineness between 1 and 10000),
    lot_id             uuid     constraint product_lot_fk references materials.lot,
    hallmark           text     constraint product_hallmark_known check (hallmark in ('yes', 'no', 'pending')),
    makers_mark        text     not null,
    work_hours         int      constraint product_work_plausible check (work_hours between 1 and 5000),
    quantity           int      not null constraint product_quantity_plausible check (quantity between 1 and 1000),
    price              bigint   constraint product_price_positive check (price > 0),
    part_maker         bigint,
    part_material      bigint,
    part_service       bigint,
    part_fund          bigint,
    part_transport     bigint,
    part_tax           bigint,
    rule_id            uuid     constraint product_rule_fk references market.share_rule,
    title_ar           text     not null,
    title_fr           text     not null,
    title_en           text     not null,
    title_es           text     not null,
    title_zgh          text     not null,
    words              text     not null,
    reason             text     not null,
    step               text     not null,
    changed_at         timestamptz not null,
    changed_by         text     not null,
    changed_by_name    text     not null,
    proposed_at        timestamptz,
    demonstration      boolean  not null,
    version            bigint   not null,
    constraint product_of_one_maker check (num_nonnulls(maker_person, maker_organisation) = 1
        and maker_id = coalesce(maker_person, maker_organisation)),
    constraint product_parts_make_the_price check (price is null or coalesce(
        part_maker + part_material + part_service + part_fund + part_transport + part_tax = price, false)),
    constraint product_parts_not_negative check (least(part_maker, part_material, part_service, part_fund, part_transport, part_tax) >= 0),
    constraint product_whole check (state in ('draft', 'withdrawn') or num_nulls(article_code, material_code, price, rule_id) = 0),
    constraint product_unique_is_one check (kind <> 'unique' or quantity = 1),
    constraint product_to_order_has_lead check (kind <> 'to_order' or lead_days is not null or state = 'draft'),
    constraint product_silver_has_fineness check (
        material_code is distinct from 'SILVER' or state = 'draft' or num_nulls(fineness, weight_mg, hallmark) = 0),
    constraint product_fineness_is_of_silver check (num_nonnulls(fineness, lot_id, hallmark) = 0 or material_code = 'SILVER'),
    constraint product_sent_back_with_reason check (state <> 'sent_back' or btrim(reason) <> ''),
    constraint product_only_revisions_are_taken_over check (state <> 'taken_over' or revises is not null)
);
create index product_by_maker on market.product (maker_id, changed_at desc);
create index product_by_state on market.product (state, changed_at desc);
create unique index product_one_open_revision on market.product (revises) where state in ('draft', 'proposed', 'sent_back');

create table market.product_material (
    product_id    uuid not null constraint product_material_of_product references market.product,
    material_code text not null constraint product_material_known references market.material,
    percent       int  constraint product_material_percent check (percent between 1 and 100),
    constraint product_material_pk primary key (product_id, material_code)
);

-- Either a file that was sent, or (for demonstration and reference) a picture of the program itself.
create table market.photo (
    product_id uuid     not null constraint photo_of_product references market.product,
    position   smallint not null constraint photo_position_few check (position between 0 and 19),
    file_id    uuid,
    asset      text     constraint photo_asset_form check (asset ~ '^img/[a-z0-9_/-]+\.(webp|svg)$'),
    alt_ar     text     not null default '',
    alt_fr     text     not null default '',
    alt_en     text     not null default '',
    constraint photo_pk primary key (product_id, position) deferrable,
    constraint photo_is_one_picture check (num_nonnulls(file_id, asset) = 1)
);
create index photo_by_file on market.photo (file_id) where file_id is not null;

-- What the maker or the hall says in own words. Shown only once somebody has read it; another language falls back.
create table market.product_text (
    product_id      uuid        not null constraint product_text_of_product references market.product,
    language        text        not null constraint product_text_language_known check (language in ('ar', 'fr', 'en', 'es', 'zgh')),
    title           text        not null,
    story           text        not null,
    care            text        not null,
    state           text        not null constraint product_text_state_known check (state in ('proposed', 'accepted')),
    changed_at      timestamptz not null,
    changed_by_name text        not null,
    constraint product_text_pk primary key (product_id, language),
    constraint product_text_says_something check (title || story || care <> '')
);

select identity.audit_table('market.product', 'id');
select identity.audit_table('market.product_text', 'product_id');
grant select, insert, update on market.maker, market.product, market.product_text to qutb_application;
grant select, insert, update, delete on market.product_material, market.photo to qutb_application;
