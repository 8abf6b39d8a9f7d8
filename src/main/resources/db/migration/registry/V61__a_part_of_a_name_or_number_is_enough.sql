-- The list of people is narrowed by any part of a name or a telephone number, in either script: with these it need not read everybody.
create index person_by_part on registry.person
    using gin ((sort_name_ar || ' ' || sort_name_latin) public.gin_trgm_ops, phone public.gin_trgm_ops);
create index artisan_by_status on registry.artisan (register_status, person_id);
create index artisan_by_category on registry.artisan (category, person_id);
