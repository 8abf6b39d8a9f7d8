-- What a messenger shows where somebody sends the address of a piece: drawn at first demand, kept in the file store until title, price or
-- photo change. print: of all that is drawn.
create table market.share_picture (
    number   bigint not null,
    language text   not null constraint share_picture_language_known check (language in ('ar', 'fr', 'en', 'es', 'zgh')),
    print    text   not null constraint share_picture_print_form check (print ~ '^[0-9a-f]{16}$'),
    sha256   text   not null constraint share_picture_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint share_picture_pk primary key (number, language)
);
grant select, insert, update on market.share_picture to qutb_application;
