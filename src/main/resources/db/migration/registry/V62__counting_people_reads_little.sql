-- The list counts and narrows people without reading their whole records.
create index person_in_short on registry.person (id) include (sex, territory_code) where merged_into is null;
