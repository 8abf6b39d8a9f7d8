-- The last number given of each kind and year. Allotted by the transaction that issues the paper: when it fails, the
-- number falls back, so that a series has no gaps.
create table documents.number_series (
    kind text not null,
    year int  not null,
    last int  not null,
    constraint number_series_pk primary key (kind, year),
    constraint number_series_starts_at_one check (last >= 1)
);

create table documents.issued_document (
    id                  uuid        not null,
    kind                text        not null,
    year                int         not null,
    position            int         not null,
    number              text        not null,
    subject             text        not null,
    subject_id          uuid        not null,
    holder_arabic       text        not null,
    holder_latin        text        not null,
    territories         text[]      not null,
    languages           text[]      not null,
    printed             jsonb       not null,
    demonstration       boolean     not null,
    valid_until         date,
    issued_at           timestamptz not null,
    issued_by           uuid        not null,
    issued_by_name      text        not null,
    token               text        not null,
    short_code          text        not null,
    cancelled_at        timestamptz,
    cancelled_by        uuid,
    cancelled_by_name   text,
    cancellation_reason text,
    constraint issued_document_pk primary key (id),
    constraint issued_document_number_once unique (number),
    constraint issued_document_position_once unique (kind, year, position),
    constraint issued_document_token_once unique (token),
    constraint issued_document_cancelled_whole check (
        num_nonnulls(cancelled_at, cancelled_by, cancelled_by_name, cancellation_reason) in (0, 4)),
    constraint issued_document_reason_said check (cancellation_reason is null or btrim(cancellation_reason) <> '')
);
create index issued_document_by_subject on documents.issued_document (subject, subject_id, issued_at desc);
create index issued_document_by_time on documents.issued_document (issued_at desc, id desc);

-- The files of a document: one for each way of printing it (on a card, on an A4 sheet), found in the store by digest.
create table documents.issued_print (
    document uuid not null,
    form     text not null,
    sha256   text not null,
    size     int  not null,
    constraint issued_print_pk primary key (document, form),
    constraint issued_print_of_document foreign key (document) references documents.issued_document (id),
    constraint issued_print_digest check (sha256 ~ '^[0-9a-f]{64}$')
);

-- A cancelled paper stays cancelled, for the reason given then.
create function documents.keep_cancellation() returns trigger
    language plpgsql
as $$
begin
    raise exception 'document % violates "issued_document_cancelled_once"', old.number
        using errcode = 'integrity_constraint_violation', constraint = 'issued_document_cancelled_once';
end
$$;
create trigger keep_cancellation before update on documents.issued_document
    for each row when (old.cancelled_at is not null) execute function documents.keep_cancellation();

select identity.audit_table('documents.issued_document', 'id', 'token', 'short_code', 'printed');

-- Papers are issued and cancelled, nothing else: no delete, and only the cancellation can be written later.
grant usage on schema documents to qutb_application;
grant select, insert, update on documents.number_series to qutb_application;
grant select, insert on documents.issued_document, documents.issued_print to qutb_application;
grant update (cancelled_at, cancelled_by, cancelled_by_name, cancellation_reason)
    on documents.issued_document to qutb_application;
