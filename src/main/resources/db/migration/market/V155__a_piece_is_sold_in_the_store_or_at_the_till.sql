-- Each sale of a piece, wherever it was: what its passport and its thread tell. kind: order or till.
create view market.sale_of_piece as
select l.piece_id, l.id as line_id, 'order' as kind, o.id as sale_id, o.number, o.placed_at as at,
       l.price, l.part_maker, l.part_material, l.part_service, l.part_fund, l.part_transport, l.part_tax
  from market.order_line l join market.buyer_order o on o.id = l.order_id where l.piece_id is not null
union all
select l.piece_id, l.id, 'till', s.id, s.number, s.sold_at,
       l.price, l.part_maker, l.part_material, l.part_service, l.part_fund, l.part_transport, l.part_tax
  from market.till_line l join market.till_sale s on s.id = l.sale_id;
grant select on market.sale_of_piece to qutb_application;
