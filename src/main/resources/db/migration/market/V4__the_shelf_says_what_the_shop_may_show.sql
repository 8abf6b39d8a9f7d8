-- One row for each product the shop may show, with all its page says: kept in the transaction of whatever changes it, so an edit shows at
-- once and a page is read by one key. available: pieces on sale; held: kept for somebody now, the first of them until free_again_at.
create table market.shelf (
    product_id      uuid        constraint shelf_pk primary key constraint shelf_of_product references market.product,
    number          bigint      not null constraint shelf_number_once unique,
    title_ar        text        not null,
    title_fr        text        not null,
    title_en        text        not null,
    title_es        text        not null,
    title_zgh       text        not null,
    texts           jsonb       not null, -- {"fr": {"story": …, "care": …}}: only what was read and accepted
    kind            text        not null,
    article_code    text        not null,
    craft_code      text        not null,
    family_code     text        not null,
    material_code   text        not null,
    materials       text[]      not null,
    technique_code  text,
    motif_code      text,
    colours         text[]      not null,
    width_mm        int,
    height_mm       int,
    depth_mm        int,
    size_label      text        not null,
    weight_mg       bigint,
    fineness        int,
    hallmark        text,
    makers_mark     text        not null,
    lead_days       int,
    price           bigint      not null,
    part_maker      bigint      not null,
    part_material   bigint      not null,
    part_service    bigint      not null,
    part_fund       bigint      not null,
    part_transport  bigint      not null,
    part_tax        bigint      not null,
    maker_id        uuid        not null,
    maker_kind      text        not null,
    maker_number    bigint,              -- of the public directory; with the names null for whoever did not agree to be named
    maker_name_ar   text,
    maker_name_latin text,
    territory_code  text,
    available       int         not null,
    held            int         not null,
    sold            int         not null,
    free_again_at   timestamptz,
    places          uuid[]      not null, -- where pieces on sale lie
    photos          jsonb       not null, -- [{"file": uuid} or {"asset": path}, with "ar", "fr", "en": what one sees]
    words           text        not null, -- folded
    demonstration   boolean     not null,
    on_sale_since   timestamptz,
    changed_at      timestamptz not null,
    version         bigint      not null
) with (fillfactor = 80);

-- Who changes a product and who takes a piece of it write the same row: the product's own row is locked first, so that each then sees
-- what the other did.
create function market.shelve(wanted uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform from market.product where id = any (wanted) order by id for no key update;
    delete from market.shelf s using market.product p
    where s.product_id = any (wanted) and p.id = s.product_id and p.state <> 'accepted';
    insert into market.shelf
    select p.id, p.number, p.title_ar, p.title_fr, p.title_en, p.title_es, p.title_zgh,
        coalesce((select jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'story', t.story, 'care', t.care))
                  from market.product_text t where t.product_id = p.id and t.state = 'accepted'), '{}'),
        p.kind, a.code, a.craft_code, a.family_code, p.material_code,
        array(select m.material_code from market.product_material m where m.product_id = p.id
              order by m.material_code <> p.material_code, m.percent desc nulls last, m.material_code),
        p.technique_code, p.motif_code, p.colours, p.width_mm, p.height_mm, p.depth_mm, p.size_label, p.weight_mg, p.fineness, p.hallmark,
        p.makers_mark, p.lead_days, p.price, p.part_maker, p.part_material, p.part_service, p.part_fund, p.part_transport, p.part_tax,
        k.id, k.kind, k.number, k.name_ar, k.name_latin, k.territory_code,
        0, 0, 0, null, '{}',
        coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('file', f.file_id, 'asset', f.asset, 'ar', nullif(f.alt_ar, ''),
                      'fr', nullif(f.alt_fr, ''), 'en', nullif(f.alt_en, ''))) order by f.position)
                  from market.photo f where f.product_id = p.id), '[]'),
        p.words, p.demonstration, null, p.changed_at, p.version
    from market.product p
        join market.article a on a.code = p.article_code
        join market.maker k on k.id = p.maker_id
    where p.id = any (wanted) and p.state = 'accepted' and p.revises is null
        and (p.kind = 'to_order' or exists (
            select from market.piece i where i.product_id = p.id and i.state in ('on_sale', 'held', 'sold')))
    on conflict (product_id) do update set
        title_ar = excluded.title_ar, title_fr = excluded.title_fr, title_en = excluded.title_en, title_es = excluded.title_es,
        title_zgh = excluded.title_zgh, texts = excluded.texts, kind = excluded.kind, article_code = excluded.article_code,
        craft_code = excluded.craft_code, family_code = excluded.family_code, material_code = excluded.material_code,
        materials = excluded.materials, technique_code = excluded.technique_code, motif_code = excluded.motif_code,
        colours = excluded.colours, width_mm = excluded.width_mm, height_mm = excluded.height_mm, depth_mm = excluded.depth_mm,
        size_label = excluded.size_label, weight_mg = excluded.weight_mg, fineness = excluded.fineness, hallmark = excluded.hallmark,
        makers_mark = excluded.makers_mark, lead_days = excluded.lead_days, price = excluded.price, part_maker = excluded.part_maker,
        part_material = excluded.part_material, part_service = excluded.part_service, part_fund = excluded.part_fund,
        part_transport = excluded.part_transport, part_tax = excluded.part_tax, maker_id = excluded.maker_id,
        maker_kind = excluded.maker_kind, maker_number = excluded.maker_number, maker_name_ar = excluded.maker_name_ar,
        maker_name_latin = excluded.maker_name_latin, territory_code = excluded.territory_code, photos = excluded.photos,
        words = excluded.words, demonstration = excluded.demonstration, changed_at = excluded.changed_at, version = excluded.version;
    perform market.count_pieces(wanted);
end
$$;

-- How many there are to have. Who calls it holds the rows of the products.
create function market.count_pieces(wanted uuid[]) returns void
    language sql security definer set search_path = pg_catalog
as $$
    update market.shelf s set available = c.available, held = c.held, sold = c.sold, free_again_at = c.free_again_at, places = c.places,
        on_sale_since = c.on_sale_since
    from (select w.id, count(*) filter (where p.state = 'on_sale') as available, count(*) filter (where p.state = 'held') as held,
              count(*) filter (where p.state = 'sold') as sold, min(p.held_until) as free_again_at,
              coalesce(array_agg(distinct p.place_id) filter (where p.state = 'on_sale'), '{}') as places,
              min(p.on_sale_since) as on_sale_since
          from unnest(wanted) as w (id) left join market.piece p on p.product_id = w.id
          group by w.id) c
    where s.product_id = c.id
        and (s.available, s.held, s.sold, s.free_again_at, s.places, s.on_sale_since)
            is distinct from (c.available, c.held, c.sold, c.free_again_at, c.places, c.on_sale_since)
$$;

create function market.keep_shelf_of_pieces() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    wanted uuid[] := array(select distinct product_id from moved order by 1);
begin
    perform from market.product where id = any (wanted) order by id for no key update;
    if tg_op = 'UPDATE' then
        if exists (
            select from moved m join before b on b.id = m.id join market.product p on p.id = m.product_id
            where m.state = 'held' and m.hold_id is distinct from b.hold_id and p.state <> 'accepted') then
            raise exception 'a hold violates "piece_held_while_offered"'
                using errcode = 'integrity_constraint_violation', constraint = 'piece_held_while_offered';
        end if;
    end if;
    if exists (select from unnest(wanted) as w (id) where not exists (select from market.shelf s where s.product_id = w.id)) then
        perform market.shelve(wanted);
    else
        perform market.count_pieces(wanted);
    end if;
    return null;
end
$$;
create trigger keep_shelf_of_new after insert on market.piece referencing new table as moved
    for each statement execute function market.keep_shelf_of_pieces();
create trigger keep_shelf_of_moved after update on market.piece referencing old table as before new table as moved
    for each statement execute function market.keep_shelf_of_pieces();

create function market.keep_shelf() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform market.shelve(array(select distinct (to_jsonb(c) ->> tg_argv[0])::uuid from changed c order by 1));
    return null;
end
$$;
create trigger keep_shelf after update on market.product referencing new table as changed
    for each statement execute function market.keep_shelf('id');
create trigger keep_shelf_new after insert on market.product referencing new table as changed
    for each statement execute function market.keep_shelf('id');
create trigger keep_shelf after update on market.product_text referencing new table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf_new after insert on market.product_text referencing new table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf after insert on market.product_material referencing new table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf_less after delete on market.product_material referencing old table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf after insert on market.photo referencing new table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf_changed after update on market.photo referencing new table as changed
    for each statement execute function market.keep_shelf('product_id');
create trigger keep_shelf_less after delete on market.photo referencing old table as changed
    for each statement execute function market.keep_shelf('product_id');

-- A maker withdraws the consent to be named, or moves: every page of theirs says so at once.
create function market.keep_shelf_of_maker() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    perform market.shelve(array(select p.id from changed c join market.product p on p.maker_id = c.id where p.state = 'accepted' order by 1));
    return null;
end
$$;
create trigger keep_shelf after update on market.maker referencing new table as changed
    for each statement execute function market.keep_shelf_of_maker();

revoke execute on function market.shelve(uuid[]), market.count_pieces(uuid[]) from public;
grant select on market.shelf to qutb_application;

create table market.demonstration (
    part    text        constraint demonstration_pk primary key,
    told_at timestamptz not null
);
grant select, insert on market.demonstration to qutb_application;
