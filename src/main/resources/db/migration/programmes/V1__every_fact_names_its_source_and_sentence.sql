-- What the publications say about the region, fact by fact. Codes name what several facts may speak of: project PRJ-20 is
-- one subject with two facts, one from each publication.
create table programmes.subject (
    code       text constraint subject_pk primary key,
    table_name text not null
);

create table programmes.fact (
    -- file:key, followed by @source where several publications speak of the same thing
    id               text constraint fact_pk primary key,
    table_name       text not null,
    position         int  not null,
    subject_code     text constraint fact_subject_fk references programmes.subject,
    title_ar         text not null,
    title_fr         text not null,
    title_en         text not null,
    territory_code   text constraint fact_territory_fk references registry.territory,
    year             int  constraint fact_year_plausible check (year between 1800 and 2100),
    axis             text,
    -- The figure the fact states: either money in centimes or a count of something.
    amount_centimes  bigint constraint fact_amount_not_negative check (amount_centimes >= 0),
    quantity         bigint constraint fact_quantity_not_negative check (quantity >= 0),
    unit             text,
    -- "about", "more than", "planned" …: what the publication adds to the figure
    hedge            text,
    -- actual, current, target, planned or total
    standing         text,
    source           text,
    paragraph        int constraint fact_paragraph_positive check (paragraph > 0),
    sentence         int constraint fact_sentence_positive check (sentence > 0),
    -- for the few rows that no publication states and the tree of places needs
    origin           text,
    says_ar          text not null default '',
    says_fr          text not null default '',
    says_en          text not null default '',
    caveat_ar        text not null default '',
    caveat_fr        text not null default '',
    caveat_en        text not null default '',
    constraint fact_has_a_title check (title_ar <> '' and title_fr <> '' and title_en <> ''),
    constraint fact_states_one_figure check (num_nonnulls(amount_centimes, quantity) <= 1),
    constraint fact_says_where_it_comes_from check ((source is null) = (origin is not null)),
    constraint fact_in_a_sentence check ((source is null) = (paragraph is null) and (source is null) = (sentence is null))
);
create index fact_by_table on programmes.fact (table_name, position);
create index fact_by_source on programmes.fact (source, paragraph, sentence);

create table programmes.publication (
    fact_id             text constraint publication_pk primary key constraint publication_fact_fk references programmes.fact on delete cascade,
    source              text not null constraint publication_source_unique unique,
    publisher_ar        text not null default '',
    publisher_fr        text not null default '',
    publisher_en        text not null default '',
    author_ar           text not null default '',
    author_fr           text not null default '',
    author_en           text not null default '',
    published_on        text constraint publication_published_on_form check (published_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    period_described    text not null,
    region_name_used_ar text not null default '',
    region_name_used_fr text not null default '',
    region_name_used_en text not null default ''
);
-- A publication is itself a fact, so the two point at each other and are checked at the end of the load.
alter table programmes.fact add constraint fact_source_fk foreign key (source)
    references programmes.publication (source) deferrable initially deferred;

-- Where publications disagree, a sum fails or a text is ambiguous; never resolved, always shown beside the figures it concerns.
create table programmes.discrepancy (
    fact_id        text constraint discrepancy_pk primary key constraint discrepancy_fact_fk references programmes.fact on delete cascade,
    id             text not null constraint discrepancy_id_unique unique,
    severity       text not null constraint discrepancy_severity_known check (severity in ('low', 'medium', 'high')),
    source_b       text constraint discrepancy_source_b_fk references programmes.publication (source) deferrable initially deferred,
    description_ar text not null,
    description_fr text not null,
    description_en text not null,
    handling_ar    text not null,
    handling_fr    text not null,
    handling_en    text not null
);

create table programmes.discrepancy_fact (
    discrepancy_id text not null constraint discrepancy_fact_discrepancy_fk references programmes.discrepancy (id) on delete cascade,
    fact_id        text not null constraint discrepancy_fact_fact_fk references programmes.fact on delete cascade,
    position       int  not null,
    constraint discrepancy_fact_pk primary key (discrepancy_id, fact_id)
);
create index discrepancy_fact_by_fact on programmes.discrepancy_fact (fact_id);

-- What was loaded: the same files a second time write nothing.
create table programmes.reference_file (
    name      text constraint reference_file_pk primary key,
    checksum  text not null,
    row_count int  not null,
    loaded_at timestamptz not null
);

select identity.audit_table('programmes.fact', 'id');
grant usage on schema programmes to qutb_application;
