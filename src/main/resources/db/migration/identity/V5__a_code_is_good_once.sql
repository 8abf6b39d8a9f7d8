-- The second factor: a secret shared with a phone, encrypted with the data key; the time step last used, so that a code
-- seen over a shoulder is worth nothing; recovery codes as digests.
create table identity.second_factor (
    account      uuid        not null,
    secret       bytea       not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0,
    constraint second_factor_pk primary key (account),
    constraint second_factor_account foreign key (account) references identity.account (id)
);
create table identity.recovery_code (
    account uuid  not null,
    digest  bytea not null,
    used_at timestamptz,
    constraint recovery_code_pk primary key (account, digest),
    constraint recovery_code_account foreign key (account) references identity.account (id)
);

-- Phones that know their owners. A PIN is good on one phone only and dies after five wrong tries.
create table identity.device (
    id           uuid        not null,
    digest       bytea       not null,
    last_used_at timestamptz not null,
    constraint device_pk primary key (id),
    constraint device_known_by_its_secret unique (digest)
);
create table identity.device_user (
    device   uuid not null,
    account  uuid not null,
    pin_hash text not null,
    portrait int  not null,
    tries    int  not null default 0,
    constraint device_user_pk primary key (device, account),
    constraint device_user_device foreign key (device) references identity.device (id),
    constraint device_user_account foreign key (account) references identity.account (id),
    constraint device_user_portrait_known check (portrait between 1 and 6),
    constraint device_user_five_tries check (tries between 0 and 5)
);

create table identity.passkey (
    id                 bytea       not null,
    account            uuid        not null,
    label              text        not null,
    public_key         bytea       not null,
    signature_count    bigint      not null,
    user_verified      boolean     not null,
    transports         text[]      not null,
    backup_eligible    boolean     not null,
    backed_up          boolean     not null,
    attestation        bytea,
    attestation_client bytea,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null,
    constraint passkey_pk primary key (id),
    constraint passkey_account foreign key (account) references identity.account (id)
);
create index passkey_by_account on identity.passkey (account);

grant select, insert, update, delete on identity.second_factor, identity.recovery_code, identity.device,
    identity.device_user, identity.passkey to qutb_application;
