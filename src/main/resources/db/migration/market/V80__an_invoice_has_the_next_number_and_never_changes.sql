-- What customs and the tax code call an article. hs: heading of the harmonised system.
create table market.customs (
    article_code text constraint customs_pk primary key constraint customs_of_article references market.article,
    hs           text not null constraint customs_hs_form check (hs ~ '^[0-9]{4,10}$'),
    tax_class    text not null constraint customs_class_known check (tax_class in ('carpet', 'precious', 'other'))
);

-- Who invoices: the pole (maker_id null), or a maker who charged the pole with invoicing in their name. mandate: the paper that says so.
create table market.issuer (
    id             uuid   constraint issuer_pk primary key,
    code           text   not null constraint issuer_code_once unique constraint issuer_code_form check (code ~ '^[A-Z][A-Z0-9]{1,7}$'),
    maker_id       uuid   constraint issuer_of_maker references market.maker constraint issuer_maker_once unique,
    regime         text   not null constraint issuer_regime_known check (regime in ('small', 'auto_entrepreneur', 'vat')),
    name_ar        text   not null,
    name_latin     text   not null,
    legal_form     text   not null,
    address_ar     text   not null,
    address_latin  text   not null,
    ice            text   not null constraint issuer_ice_form check (ice ~ '^([0-9]{15})?$'),
    tax_number     text   not null constraint issuer_tax_number_form check (tax_number ~ '^([0-9]{7,8})?$'),
    trade_register text   not null,
    business_tax   text   not null,
    cnss           text   not null,
    mandate        text   not null,
    version        bigint not null,
    constraint issuer_maker_gave_a_mandate check (maker_id is null or mandate <> '')
);
create unique index issuer_pole_once on market.issuer ((maker_id is null)) where maker_id is null;

create table market.invoice_series (
    issuer_id uuid not null constraint invoice_series_of_issuer references market.issuer,
    kind      text not null,
    year      int  not null,
    last      int  not null,
    constraint invoice_series_pk primary key (issuer_id, kind, year)
);

-- issuer, buyer: what they were called and which numbers they had on that day. act_id: the sale, or the return a credit note is of.
create table market.invoice (
    id             uuid        constraint invoice_pk primary key,
    kind           text        not null constraint invoice_kind_known check (kind in ('invoice', 'credit_note')),
    number         text        not null,
    issuer_id      uuid        not null constraint invoice_of_issuer references market.issuer,
    year           int         not null,
    position       int         not null constraint invoice_position_positive check (position > 0),
    act_id         uuid        not null,
    sale_id        uuid        not null,
    sale_number    text        not null,
    credits        uuid        constraint invoice_credits references market.invoice,
    issued_on      date        not null,
    issued_at      timestamptz not null,
    by_name        text        not null,
    language       text        not null,
    issuer         jsonb       not null,
    buyer          jsonb       not null,
    country        text        not null constraint invoice_country_form check (country ~ '^[A-Z]{2}$'),
    payment_method text        not null,
    reason         text        not null,
    total          bigint      not null constraint invoice_of_something check (total > 0),
    tax            bigint      not null constraint invoice_tax_within check (tax between 0 and total),
    demonstration  boolean     not null,
    constraint invoice_number_once unique (issuer_id, number),
    constraint invoice_position_once unique (issuer_id, kind, year, position),
    constraint invoice_once unique (act_id, issuer_id, kind),
    constraint credit_note_credits check ((kind = 'credit_note') = (credits is not null) and (kind = 'invoice' or reason <> ''))
);
create index invoice_by_sale on market.invoice (sale_id);
create index invoice_latest on market.invoice (issued_at desc, id desc);

-- source_id: the line of the order; null for the way. tax_aside: what the price had put aside for tax.
create table market.invoice_line (
    invoice_id   uuid   not null constraint invoice_line_of_invoice references market.invoice,
    position     int    not null,
    kind         text   not null,
    source_id    uuid,
    title_ar     text   not null,
    title_fr     text   not null,
    title_en     text   not null,
    serial       text   not null,
    hs           text   not null,
    weight_mg    bigint not null,
    amount       bigint not null constraint invoice_line_of_something check (amount > 0),
    tax_category text   not null,
    tax_rate     int    not null constraint invoice_line_rate_plausible check (tax_rate between 0 and 10000),
    tax          bigint not null constraint invoice_line_tax_within check (tax between 0 and amount),
    tax_aside    bigint not null,
    constraint invoice_line_pk primary key (invoice_id, position),
    constraint invoice_line_once unique (source_id, kind)
);

create function market.invoice_stays() returns trigger
    language plpgsql
as $$
begin
    raise exception 'an invoice violates "invoice_never_changes"' using errcode = 'integrity_constraint_violation', constraint = 'invoice_never_changes';
end
$$;
create trigger invoice_never_changes before update or delete or truncate on market.invoice for each statement execute function market.invoice_stays();
create trigger invoice_line_never_changes before update or delete or truncate on market.invoice_line
    for each statement execute function market.invoice_stays();

-- No number is left out, whoever writes.
create function market.invoice_follows() returns trigger
    language plpgsql
as $$
begin
    if new.position > 1 and not exists (select from market.invoice i where i.issuer_id = new.issuer_id and i.kind = new.kind
        and i.year = new.year and i.position = new.position - 1) then
        raise exception 'an invoice violates "invoice_follows_its_predecessor"'
            using errcode = 'integrity_constraint_violation', constraint = 'invoice_follows_its_predecessor';
    end if;
    return new;
end
$$;
create trigger invoice_follows before insert on market.invoice for each row execute function market.invoice_follows();

select identity.audit_table('market.issuer', 'id');
grant select, insert, update on market.customs, market.issuer, market.invoice_series to qutb_application;
grant select, insert on market.invoice, market.invoice_line to qutb_application;
