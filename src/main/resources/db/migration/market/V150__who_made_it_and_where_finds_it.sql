-- The folded words of a maker's place and, with consent, name, each also as it sounds (~): null until somebody noted them.
alter table market.maker add column words text;

create or replace function market.shelve(wanted uuid[]) returns void
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
        p.words || ' ' || coalesce(k.words, ''), p.demonstration, null, p.changed_at, p.version
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

revoke execute on function market.shelve(uuid[]) from public;
