-- Whether a craft is endangered is said by somebody, on a day; what was said before stays beside it. The craft's own row repeats the last word.
create table registry.craft_standing (
    id          uuid        constraint craft_standing_pk primary key,
    craft_code  text        not null constraint craft_standing_craft_fk references registry.craft,
    endangered  boolean     not null,
    said_on     date        not null,
    source      text        not null constraint craft_standing_has_source check (btrim(source) <> ''),
    recorded_at timestamptz not null,
    -- The same form sent twice is said once.
    constraint craft_standing_said_once unique (craft_code, said_on, endangered, source)
);

-- Words of the region that the pole adds to those of the reference data, which is loaded anew with each start.
create table registry.craft_word (
    craft_code text not null constraint craft_word_craft_fk references registry.craft,
    language   text not null constraint craft_word_language_known check (language in ('ar', 'fr')),
    word       text not null constraint craft_word_not_blank check (btrim(word) <> ''),
    constraint craft_word_pk primary key (craft_code, language, word)
);

select identity.audit_table('registry.craft_standing', 'craft_code');
select identity.audit_table('registry.craft_word', 'craft_code');
grant select, insert on registry.craft_standing to qutb_application;
grant select, insert, delete on registry.craft_word to qutb_application;
