-- One row for each person, organisation, craft and place that can be looked up: what is shown of it in an answer, and the forms
-- under which it is found. Written beside the records themselves in the same transaction, and always rebuildable from them.
create table registry.search_entry (
    subject       uuid primary key,
    kind          text    not null constraint search_entry_kind check (kind in ('PERSON', 'ORGANISATION', 'CRAFT', 'PLACE')),
    given_ar      text,
    family_ar     text,
    given_latin   text,
    family_latin  text,
    birth_date    date,
    sex           text,
    phone         text,
    identity      text, -- keyed hash, never the number itself
    number        text,
    code          text,
    crafts        text[]  not null,
    territories   text[]  not null, -- its own first, then those it lies in: what scopes are compared with
    demonstration boolean not null,
    merged_into   uuid,
    -- These four begin with the initial of the kind, so that few crafts are not looked for among many people.
    given_letters  text collate "C" not null, -- folded, given name first
    family_letters text collate "C" not null, -- folded, family name first
    given_sounds   text collate "C" not null, -- skeletons, given name first
    family_sounds  text collate "C" not null, -- skeletons, family name first
    words         tsvector not null,          -- SKELETON, @skeleton of craft and place, t:territory, k:kind unless a person
    blocks        bigint[] not null           -- what two records of one person usually share, hashed
);

create index search_entry_by_given_letters on registry.search_entry (given_letters) where merged_into is null;
create index search_entry_by_family_letters on registry.search_entry (family_letters) where merged_into is null;
create index search_entry_by_given_sounds on registry.search_entry (given_sounds) where merged_into is null;
create index search_entry_by_family_sounds on registry.search_entry (family_sounds) where merged_into is null;
create index search_entry_by_phone on registry.search_entry (phone collate "C") where phone is not null;
create index search_entry_by_identity on registry.search_entry (identity) where identity is not null;
create index search_entry_by_number on registry.search_entry (number collate "C") where number is not null;
create index search_entry_by_birth on registry.search_entry (birth_date) where birth_date is not null;
create index search_entry_by_words on registry.search_entry using gin (words);
create index search_entry_by_blocks on registry.search_entry using gin (blocks);

-- These are read only through their indexes: with a frequent name and a limit the planner hopes to meet the few rows wanted early
-- in the whole table, and when it is wrong somebody at a counter waits a second.

-- Names that begin with one of the texts, in either order of given and family name. A frequent beginning in a small scope gives up
-- after some rows; found_by_words then has the territory in its index.
create function registry.found_by_letters(beginnings text[], ends text[], scope text[], most int)
    returns setof registry.search_entry
    language sql stable
    set enable_seqscan = off set enable_bitmapscan = off set max_parallel_workers_per_gather = 0
as $$
    select e.* from unnest(beginnings, ends) as r (first, after) cross join lateral (
        (select * from registry.search_entry
         where given_letters >= r.first and given_letters < r.after and merged_into is null limit most * 10)
        union all
        (select * from registry.search_entry
         where family_letters >= r.first and family_letters < r.after and merged_into is null limit most * 10)) e
    where scope is null or e.territories && scope
    limit most
$$;

create function registry.found_by_sounds(beginnings text[], ends text[], scope text[], most int)
    returns setof registry.search_entry
    language sql stable
    set enable_seqscan = off set enable_bitmapscan = off set max_parallel_workers_per_gather = 0
as $$
    select e.* from unnest(beginnings, ends) as r (first, after) cross join lateral (
        (select * from registry.search_entry
         where given_sounds >= r.first and given_sounds < r.after and merged_into is null limit most * 10)
        union all
        (select * from registry.search_entry
         where family_sounds >= r.first and family_sounds < r.after and merged_into is null limit most * 10)) e
    where scope is null or e.territories && scope
    limit most
$$;

create function registry.found_by_words(wanted tsquery, scope text[], kinds text[], most int)
    returns setof registry.search_entry
    language sql stable
    set enable_seqscan = off set enable_indexscan = off set max_parallel_workers_per_gather = 0
as $$
    select * from registry.search_entry
    where words @@ wanted and merged_into is null
      and (scope is null or territories && scope) and (kinds is null or kind = any (kinds))
    limit most
$$;

create function registry.found_by_blocks(wanted bigint[], scope text[], most int)
    returns setof registry.search_entry
    language sql stable
    set enable_seqscan = off set enable_indexscan = off set max_parallel_workers_per_gather = 0
as $$
    select * from registry.search_entry
    where blocks && wanted and kind = 'PERSON' and merged_into is null and (scope is null or territories && scope)
    limit most
$$;

grant usage on schema registry to qutb_application;
grant select, insert, update, delete on registry.search_entry to qutb_application;
