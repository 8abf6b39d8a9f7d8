-- The pole's own number is said at the counter, the national register's stands on the card: both are looked up.
alter table registry.search_entry add column register_number text;
create index search_entry_by_register_number on registry.search_entry (register_number collate "C") where register_number is not null;

-- Which edition of the folding rules the index was written with; another one means writing it anew.
create table registry.search_edition (edition int not null);
create unique index search_edition_single on registry.search_edition ((true));
grant select, insert, update, delete on registry.search_edition to qutb_application;

-- Entries whose possible duplicates nobody has looked for since they changed.
alter table registry.search_entry add column compared boolean not null default false;
create index search_entry_not_compared on registry.search_entry (subject) where not compared and kind = 'PERSON' and merged_into is null;
