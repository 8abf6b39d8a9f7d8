-- Who signs passports. A retired key still proves what it signed; its private half is gone then. private_key: locked under the data key.
create table market.passport_key (
    kid          text        constraint passport_key_pk primary key constraint passport_key_form check (kid ~ '^[A-Za-z0-9_-]{8}$'),
    public_key   bytea       not null constraint passport_key_of_32_bytes check (length(public_key) = 32),
    private_key  bytea,
    made_at      timestamptz not null,
    made_by_name text        not null,
    retired_at   timestamptz,
    constraint passport_key_signs_until_retired check ((private_key is null) = (retired_at is not null))
);
create unique index passport_key_one_signs on market.passport_key ((true)) where retired_at is null;

-- code: what is typed where nothing can scan. Letters and digits that nobody mistakes for each other, the last one proves the others.
create table market.passport (
    piece_id  uuid        constraint passport_pk primary key constraint passport_of_piece references market.piece,
    code      text        not null constraint passport_code_once unique
                              constraint passport_code_form check (code ~ '^[2-9ACDEFGHJKLMNPQRTUVWXY]{8}$'),
    issued_at timestamptz not null
);

-- What is in the QR code of a tag. What was printed stays in the world, so nothing here is changed; the last one counts.
create table market.passport_signature (
    id        bigint      generated always as identity constraint passport_signature_pk primary key,
    piece_id  uuid        not null constraint passport_signature_of_passport references market.passport,
    kid       text        not null constraint passport_signature_by_key references market.passport_key,
    payload   text        not null,
    jws       text        not null constraint passport_signature_fits check (length(jws) < 600),
    signed_at timestamptz not null
);
create index passport_signature_by_piece on market.passport_signature (piece_id, id desc);

-- Numbers under the prefix the pole holds at GS1, given once to each product: a tag that was printed resolves even when the prefix goes.
create table market.gtin (
    product_id uuid        constraint gtin_pk primary key constraint gtin_of_product references market.product,
    gtin       text        not null constraint gtin_once unique constraint gtin_form check (gtin ~ '^[0-9]{14}$'),
    given_at   timestamptz not null
);

-- From how many places a tag is scanned, without knowing by whom: the network's first part, hashed with a salt that is thrown away after
-- a week. Nothing finer than the day.
create table market.scan_salt (
    week date  constraint scan_salt_pk primary key,
    salt bytea not null constraint scan_salt_long check (length(salt) >= 16)
);
create table market.scan (
    piece_id uuid not null constraint scan_of_passport references market.passport,
    week     date not null,
    network  bytea not null constraint scan_network_short check (length(network) = 8),
    day      date not null constraint scan_in_week check (day between week and week + 6),
    times    int  not null constraint scan_happened check (times > 0),
    constraint scan_pk primary key (piece_id, week, network, day)
);

select identity.audit_table('market.passport_key', 'kid', 'private_key');
grant select, insert on market.passport, market.passport_signature, market.gtin to qutb_application;
grant select, insert, update on market.passport_key, market.scan to qutb_application;
grant select, insert, delete on market.scan_salt to qutb_application;

-- Somebody was offered a piece that is sold: told once a week by each network.
create table market.offered_again (
    piece_id uuid  not null constraint offered_again_of_passport references market.passport,
    week     date  not null,
    network  bytea not null constraint offered_again_network_short check (length(network) = 8),
    constraint offered_again_pk primary key (piece_id, week, network)
);
grant select, insert on market.offered_again to qutb_application;
