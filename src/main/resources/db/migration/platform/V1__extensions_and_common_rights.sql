-- What every module may count on: trigram search, range exclusion, digests.
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists pgcrypto with schema public;

grant usage on schema platform to qutb_application;

-- Events on their way from one module to another: kept until they are handled, so that a crash loses none.
create table platform.event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_content on platform.event_publication using hash (serialized_event);
create index event_publication_by_completion on platform.event_publication (completion_date);
grant select, insert, update, delete on platform.event_publication to qutb_application;
