-- A session of the web knows only the id of a sign-in; ending the row ends the session at once, on every node.
create table identity.sign_in (
    id           uuid        not null,
    account      uuid        not null,
    method       text        not null,
    device       text        not null,
    address      text        not null,
    signed_in_at timestamptz not null,
    last_used_at timestamptz not null,
    ended_at     timestamptz,
    constraint sign_in_pk primary key (id),
    constraint sign_in_account foreign key (account) references identity.account (id),
    constraint sign_in_method_known check (method in ('PASSWORD', 'PASSWORD_AND_CODE', 'PASSKEY', 'PIN', 'LINK'))
);
create index sign_in_by_account on identity.sign_in (account, signed_in_at);

-- Tries to sign in, counted by account and by network address for all nodes together.
create table identity.sign_in_attempt (
    id           bigint generated always as identity,
    account_key  text        not null,
    address      text        not null,
    attempted_at timestamptz not null,
    constraint sign_in_attempt_pk primary key (id)
);
create index sign_in_attempt_by_account on identity.sign_in_attempt (account_key, attempted_at);
create index sign_in_attempt_by_address on identity.sign_in_attempt (address, attempted_at);
create index sign_in_attempt_by_time on identity.sign_in_attempt (attempted_at);

-- Links handed over by an administrator; only the digest of the secret is kept.
create table identity.one_time_link (
    digest     bytea       not null,
    account    uuid,
    purpose    text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint one_time_link_pk primary key (digest),
    constraint one_time_link_account foreign key (account) references identity.account (id),
    constraint one_time_link_purpose_known check (purpose in ('PASSWORD', 'SET_UP')),
    constraint one_time_link_for_somebody check ((purpose = 'SET_UP') = (account is null))
);
create index one_time_link_by_account on identity.one_time_link (account);

grant select, insert, update on identity.sign_in, identity.one_time_link to qutb_application;
grant select, insert, delete on identity.sign_in_attempt to qutb_application;
