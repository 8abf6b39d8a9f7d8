-- An uploaded file as it is kept: photos re-encoded without their EXIF data, everything found in the store by digest.
create table documents.stored_file (
    id            uuid        not null,
    purpose       text        not null,
    name          text        not null,
    format        text        not null,
    size          int         not null,
    sha256        text        not null,
    width         int,
    height        int,
    uploaded_at   timestamptz not null,
    uploaded_by   uuid        not null,
    constraint stored_file_pk primary key (id),
    constraint stored_file_format_known check (format in ('JPEG', 'PNG', 'WEBP', 'PDF', 'XLSX', 'CSV')),
    constraint stored_file_digest check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint stored_file_size_both check (num_nonnulls(width, height) in (0, 2))
);
create index stored_file_by_digest on documents.stored_file (sha256);

-- Smaller copies of a photo, as WebP, for lists and cards on slow networks.
create table documents.stored_thumbnail (
    file   uuid not null,
    width  int  not null,
    sha256 text not null,
    size   int  not null,
    constraint stored_thumbnail_pk primary key (file, width),
    constraint stored_thumbnail_of_file foreign key (file) references documents.stored_file (id),
    constraint stored_thumbnail_digest check (sha256 ~ '^[0-9a-f]{64}$')
);

select identity.audit_table('documents.stored_file', 'id');
grant select, insert on documents.stored_file, documents.stored_thumbnail to qutb_application;
