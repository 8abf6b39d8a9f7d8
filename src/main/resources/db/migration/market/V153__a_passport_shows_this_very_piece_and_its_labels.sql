-- Photos of one piece, taken when it was looked at; those of a product may be of another of its kind.
create table market.piece_photo (
    piece_id      uuid        not null constraint piece_photo_of_piece references market.piece,
    position      smallint    not null constraint piece_photo_few check (position between 0 and 9),
    file_id       uuid        not null,
    taken_at      timestamptz not null,
    taken_by_name text        not null,
    constraint piece_photo_pk primary key (piece_id, position)
);
create index piece_photo_by_file on market.piece_photo (file_id);

-- Labels and certificates of makers, as their papers say. level: of Maroc Fait Main. What was wrong is withdrawn, never deleted.
create table market.certificate (
    id                  uuid        constraint certificate_pk primary key,
    label               text        not null constraint certificate_label_known check (label in
                                        ('maroc_fait_main', 'geographical', 'collective_mark', 'organic', 'fair_trade', 'other')),
    name                text        not null,
    level               int         constraint certificate_level_known check (level between 1 and 3),
    number              text        not null constraint certificate_numbered check (btrim(number) <> ''),
    holder_person       uuid        constraint certificate_person_fk references registry.person,
    holder_organisation uuid        constraint certificate_organisation_fk references registry.organisation,
    issued_by           text        not null constraint certificate_issued_by_somebody check (btrim(issued_by) <> ''),
    valid_from          date        not null,
    valid_until         date,
    document            uuid,
    entered_at          timestamptz not null,
    entered_by_name     text        not null,
    withdrawn_at        timestamptz,
    reason              text        not null,
    constraint certificate_of_one_holder check (num_nonnulls(holder_person, holder_organisation) = 1),
    constraint certificate_other_is_named check (label <> 'other' or btrim(name) <> ''),
    constraint certificate_level_of_label check (level is null or label = 'maroc_fait_main'),
    constraint certificate_lasts check (valid_until > valid_from),
    constraint certificate_withdrawn_with_reason check (withdrawn_at is null or btrim(reason) <> '')
);
create unique index certificate_number_once on market.certificate (label, number) where withdrawn_at is null;
create index certificate_by_person on market.certificate (holder_person) where holder_person is not null;
create index certificate_by_organisation on market.certificate (holder_organisation) where holder_organisation is not null;

select identity.audit_table('market.certificate', 'id');
grant select, insert, delete on market.piece_photo to qutb_application;
grant select, insert, update on market.certificate to qutb_application;
