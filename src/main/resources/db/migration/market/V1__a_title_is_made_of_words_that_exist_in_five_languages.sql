grant usage on schema market to qutb_application;

-- What a product is, of what, how, with what motif and colour: words, not free text, so that a title exists in five languages at once.
-- synonyms: what else people call it, in any letters.
create table market.article (
    code        text constraint article_pk primary key constraint article_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,30}$'),
    craft_code  text not null constraint article_craft_fk references registry.craft,
    family_code text not null constraint article_family_fk references registry.craft,
    name_ar     text not null constraint article_named check (name_ar <> ''),
    name_fr     text not null,
    name_en     text not null,
    name_es     text not null,
    name_zgh    text not null,
    synonyms    text not null,
    picture     text not null,
    position    int  not null
);

do $$
declare
    words text;
begin
    foreach words in array array['material', 'technique', 'motif', 'colour'] loop
        execute format($words$
            create table market.%1$s (
                code     text constraint %1$s_pk primary key constraint %1$s_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,30}$'),
                name_ar  text not null constraint %1$s_named check (name_ar <> ''),
                name_fr  text not null,
                name_en  text not null,
                name_es  text not null,
                name_zgh text not null,
                synonyms text not null,
                sample   text not null,
                position int  not null
            );
            select identity.audit_table('market.%1$s', 'code');
            grant select, insert, update on market.%1$s to qutb_application;
            $words$, words);
    end loop;
end
$$;

-- What the pole keeps of a price, from a day on: a visible, ordered list; the first rule that fits a product counts. Never rewritten.
-- In hundredths of a percent of the price; transport in centimes.
create table market.share_rule (
    id              uuid        constraint share_rule_pk primary key,
    valid_from      date        not null,
    position        int         not null,
    family_code     text        constraint share_rule_family_fk references registry.craft,
    maker_kind      text        constraint share_rule_maker_known check (maker_kind in ('person', 'organisation')),
    service         int         not null,
    fund            int         not null,
    tax             int         not null,
    transport       bigint      not null constraint share_rule_transport_not_negative check (transport >= 0),
    reason          text        not null constraint share_rule_has_reason check (btrim(reason) <> ''),
    entered_at      timestamptz not null,
    entered_by_name text        not null,
    constraint share_rule_order_clear unique (valid_from, position),
    constraint share_rule_shares_plausible check (service >= 0 and fund >= 0 and tax >= 0 and service + fund + tax < 10000)
);

select identity.audit_table('market.article', 'code');
select identity.audit_table('market.share_rule', 'id');
grant select, insert, update on market.article to qutb_application;
grant select, insert on market.share_rule to qutb_application;
