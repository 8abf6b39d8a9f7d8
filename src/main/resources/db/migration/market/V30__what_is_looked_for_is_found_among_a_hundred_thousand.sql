-- offer: 1 to be had now, 2 made to order, 3 held for somebody just now, 0 sold. share: what is left for the work, in percent.
-- terms: the folded words, each once, so that a search by word or beginning reads one index and the planner knows how frequent each is.
alter table market.shelf
    add column offer smallint not null generated always as
        (case when available > 0 then 1 when kind = 'to_order' then 2 when held > 0 then 3 else 0 end) stored,
    add column share int not null generated always as (case when price > 0 then (part_maker * 100 / price)::int else 0 end) stored,
    add column terms tsvector not null generated always as
        (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) stored;

-- The store has three orders; each walks its index and stops after a page. What is sold stands in none of them.
create index shelf_newest on market.shelf (on_sale_since desc nulls last, number desc) where offer > 0;
create index shelf_newest_of_family on market.shelf (family_code, on_sale_since desc nulls last, number desc) where offer > 0;
create index shelf_cheapest on market.shelf (price, number desc) where offer > 0;
create index shelf_most_for_makers on market.shelf (share desc, number desc) where offer > 0;
create index shelf_by_maker on market.shelf (maker_number, maker_kind, number desc) where maker_number is not null;
create index shelf_by_terms on market.shelf using gin (terms);
-- How many there are of each kind is counted in this index alone, without touching the wide rows.
create index shelf_counted on market.shelf
    (offer, family_code, material_code, territory_code, maker_kind, maker_number, size_label, price);
