-- Accounts of users and the roles they hold, each for a place and a time.
create table identity.account (
    id            uuid        not null,
    user_name     text        not null,
    phone         text,
    email         text,
    display_name  text        not null,
    language      text        not null,
    state         text        not null,
    person        uuid,
    demonstration boolean     not null default false,
    password_hash text,
    version       bigint      not null,
    created_at    timestamptz not null default current_timestamp,
    constraint account_pk primary key (id),
    constraint account_user_name_taken unique (user_name),
    constraint account_phone_taken unique (phone),
    constraint account_email_taken unique (email),
    constraint account_user_name_form check (user_name ~ '^[a-z][a-z0-9._-]{1,39}$'),
    constraint account_phone_form check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    constraint account_email_form check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
    constraint account_named check (display_name <> ''),
    constraint account_language_known check (language in ('ar', 'fr', 'en')),
    constraint account_state_known check (state in ('ACTIVE', 'LOCKED'))
);
create index account_by_person on identity.account (person);
select identity.audit_table('identity.account', 'id', 'password_hash');

-- Ended, never deleted: who could do what on a given day stays answerable.
create table identity.role_held (
    id       uuid   not null,
    account  uuid   not null,
    role     text   not null,
    reach    text   not null,
    places   text[] not null default '{}',
    from_day date   not null,
    to_day   date,
    version  bigint not null,
    constraint role_held_pk primary key (id),
    constraint role_held_account foreign key (account) references identity.account (id),
    constraint role_held_reach_known check (reach in ('EVERYWHERE', 'TERRITORIES', 'SITE')),
    constraint role_held_reach_fits check ((reach = 'EVERYWHERE') = (cardinality(places) = 0)),
    constraint role_held_one_site check (reach <> 'SITE' or cardinality(places) = 1),
    -- Whoever gives roles could give themselves any place.
    constraint role_held_administrator_everywhere check (role <> 'ADMINISTRATOR' or reach = 'EVERYWHERE'),
    constraint role_held_ends_after_start check (to_day is null or to_day >= from_day)
);
create unique index role_held_already on identity.role_held (account, role, reach, places) where to_day is null;
create index role_held_by_account on identity.role_held (account);
-- The account is the key in the trail, so that a user's changes show their roles.
select identity.audit_table('identity.role_held', 'account');

grant select, insert, update on identity.account, identity.role_held to qutb_application;
