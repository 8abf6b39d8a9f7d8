-- One row for each file somebody wants to import, from its arrival to its report.
create table importing.import_job (
    id                uuid        not null,
    kind              text        not null,
    state             text        not null,
    file_name         text        not null,
    file_size         bigint      not null,
    format            text        not null,
    charset           text        not null,
    separator         text        not null,
    headings          text[]      not null,
    mapping           text[]      not null,
    actor             uuid        not null,
    actor_name        text        not null,
    scope             text[],
    language          text        not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    row_count         integer     not null default 0,
    good_count        integer     not null default 0,
    warned_count      integer     not null default 0,
    rejected_count    integer     not null default 0,
    known_count       integer     not null default 0,
    stored_created    integer     not null default 0,
    stored_changed    integer     not null default 0,
    stored_unchanged  integer     not null default 0,
    failure           text,
    failure_arguments text[]      not null default '{}',
    constraint import_job_pk primary key (id),
    constraint import_job_state check (state in ('mapping', 'trial', 'tried', 'storing', 'stored', 'failed', 'discarded')),
    constraint import_job_format check (format in ('csv', 'xlsx')),
    constraint import_job_mapping_fits check (cardinality(mapping) = cardinality(headings))
);
create index import_job_by_actor on importing.import_job (actor, created_at desc);
create index import_job_waiting on importing.import_job (changed_at) where state in ('trial', 'storing');
create index import_job_by_age on importing.import_job (created_at);

-- The file itself, in pieces, so that every node can read it; gone after thirty days.
create table importing.import_part (
    job     uuid    not null,
    number  integer not null,
    content bytea   not null,
    constraint import_part_pk primary key (job, number),
    constraint import_part_job_fk foreign key (job) references importing.import_job (id) on delete cascade
);
alter table importing.import_part alter column content set storage external;

-- How far the work is; written apart from the work itself, so that it can be seen before the work is done.
create table importing.import_progress (
    job        uuid        not null,
    phase      text        not null,
    started_at timestamptz not null,
    rows_done  integer     not null default 0,
    share      real        not null default 0,
    beat_at    timestamptz not null,
    constraint import_progress_pk primary key (job),
    constraint import_progress_job_fk foreign key (job) references importing.import_job (id) on delete cascade
);

-- What is wrong with which row, in a form every language can say.
create table importing.import_problem (
    job         uuid    not null,
    line        integer not null,
    number      integer not null,
    rejected    boolean not null,
    column_key  text    not null,
    value       text    not null,
    code        text    not null,
    arguments   text[]  not null,
    constraint import_problem_pk primary key (job, line, number),
    constraint import_problem_job_fk foreign key (job) references importing.import_job (id) on delete cascade
);

-- Which rows are in already, by what stood in them: the same file twice changes nothing.
create table importing.imported_row (
    kind   text  not null,
    digest bytea not null,
    job    uuid  not null,
    constraint imported_row_pk primary key (kind, digest)
);

select identity.audit_table('importing.import_job', 'id');
grant usage on schema importing to qutb_application;
grant select, insert, update, delete on importing.import_job, importing.import_part, importing.import_progress,
    importing.import_problem, importing.imported_row to qutb_application;
