-- Products the hall shows together, under a name and in an order of its own. The address never changes.
create table market.collection (
    id              uuid        constraint collection_pk primary key,
    slug            text        not null constraint collection_slug_once unique
                                    constraint collection_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    name_ar         text        not null constraint collection_named check (btrim(name_ar) <> '' and btrim(name_fr) <> '' and btrim(name_en) <> ''),
    name_fr         text        not null,
    name_en         text        not null,
    text_ar         text        not null,
    text_fr         text        not null,
    text_en         text        not null,
    position        int         not null,
    shown           boolean     not null,
    changed_at      timestamptz not null,
    changed_by_name text        not null,
    demonstration   boolean     not null
);

create table market.collection_product (
    collection_id uuid not null constraint collection_product_of_collection references market.collection,
    product_id    uuid not null constraint collection_product_of_product references market.product,
    position      int  not null,
    constraint collection_product_pk primary key (collection_id, product_id),
    constraint collection_product_place_once unique (collection_id, position) deferrable initially deferred
);
create index collection_product_by_product on market.collection_product (product_id);

select identity.audit_table('market.collection', 'id');
grant select, insert, update on market.collection to qutb_application;
grant select, insert, update, delete on market.collection_product to qutb_application;
