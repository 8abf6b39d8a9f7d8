-- Notifications: a message key with its arguments, so that each reader reads it in their own language.
create table identity.notification (
    id         uuid        not null,
    account    uuid        not null,
    message    text        not null,
    arguments  jsonb       not null,
    link       text        not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    constraint notification_pk primary key (id),
    constraint notification_account foreign key (account) references identity.account (id),
    constraint notification_leads_inside check (link ~ '^/[^/\\]' or link = '/')
);
create index notification_by_account on identity.notification (account, id desc);
create index notification_unread on identity.notification (account) where read_at is null;
grant select, insert, update on identity.notification to qutb_application;
-- The kinds of acts the auditor can choose from are found by jumping through this index.
create index audit_entry_by_action on identity.audit_entry (action);
