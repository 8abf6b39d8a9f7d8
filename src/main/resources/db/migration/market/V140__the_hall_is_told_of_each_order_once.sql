-- told: whether the hall heard of it. Orders that wait for the bank are told when the money came.
alter table market.buyer_order add column told boolean not null default false;
create index buyer_order_untold on market.buyer_order (placed_at) where not told and state in ('placed', 'confirmed');
grant update (told) on market.buyer_order to qutb_application;
