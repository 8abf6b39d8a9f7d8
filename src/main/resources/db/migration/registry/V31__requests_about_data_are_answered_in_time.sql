-- How many days a kind of request may wait, how many months a kind of data is kept: the law and the pole's own decisions change,
-- so each holds from a day on and what held before stays readable.
create table registry.privacy_term (
    code       text not null constraint privacy_term_known check (code in ('answer-access', 'answer-rectification', 'answer-erasure', 'answer-objection',
        'keep-after-withdrawal', 'keep-unused-record', 'keep-inactive-artisan', 'keep-request', 'keep-correction')),
    amount     int  not null constraint privacy_term_amount_plausible check (amount between 1 and 600),
    valid_from date not null,
    valid_to   date,
    decided_by text not null,
    constraint privacy_term_pk primary key (code, valid_from),
    constraint privacy_term_days_in_order check (valid_from < valid_to),
    constraint privacy_term_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
-- Ten days for a rectification: law 09-08, article 8; the pole promises the same for the rest. The months are defaults to decide upon.
insert into registry.privacy_term (code, amount, valid_from, decided_by) values
    ('answer-access', 10, '2009-02-18', ''), ('answer-rectification', 10, '2009-02-18', ''),
    ('answer-erasure', 10, '2009-02-18', ''), ('answer-objection', 10, '2009-02-18', ''),
    ('keep-after-withdrawal', 3, '2009-02-18', ''), ('keep-unused-record', 36, '2009-02-18', ''),
    ('keep-inactive-artisan', 120, '2009-02-18', ''), ('keep-request', 24, '2009-02-18', ''), ('keep-correction', 12, '2009-02-18', '');

create sequence registry.privacy_request_number;

create table registry.privacy_request (
    id                  uuid        constraint privacy_request_pk primary key,
    number              bigint      not null default nextval('registry.privacy_request_number') constraint privacy_request_number_unique unique,
    kind                text        not null constraint privacy_request_kind_known check (kind in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'OBJECTION')),
    channel             text        not null constraint privacy_request_channel_known check (channel in ('COUNTER', 'LETTER', 'PHONE', 'WEB', 'OWN_PAGE')),
    person_id           uuid        constraint privacy_request_person_fk references registry.person,
    asker_name          text        not null,
    asker_phone         text,
    asker_email         text,
    words               text        not null,
    language            text        not null,
    received_at         timestamptz not null,
    due_on              date        not null,
    identity_check      text        constraint privacy_request_identity_check_known check (identity_check in ('CARD_SEEN', 'SIGNED_IN', 'KNOWN', 'CALLED_BACK')),
    identity_checked_by text,
    state               text        not null constraint privacy_request_state_known check (state in ('RECEIVED', 'DONE', 'REFUSED')),
    answer              text        not null default '',
    closed_at           timestamptz,
    closed_by           text,
    version             bigint      not null,
    constraint privacy_request_closed_whole check ((state = 'RECEIVED') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
    -- Nobody learns, changes or erases anything about a person before it is known who asks.
    constraint privacy_request_identity_first check (state <> 'DONE' or identity_check is not null)
);
create index privacy_request_by_person on registry.privacy_request (person_id);
create index privacy_request_open on registry.privacy_request (due_on) where state = 'RECEIVED';

select identity.audit_table('registry.privacy_term', 'code');
select identity.audit_table('registry.privacy_request', 'id', 'asker_name', 'asker_phone', 'asker_email', 'words', 'answer');
grant usage on sequence registry.privacy_request_number to qutb_application;
grant select, insert, update on registry.privacy_request, registry.privacy_term to qutb_application;
