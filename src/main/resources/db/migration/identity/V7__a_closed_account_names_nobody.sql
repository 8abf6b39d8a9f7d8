-- Whoever is made anonymous (law 09-08) leaves no name, no telephone and no way in behind; what the account did stays in the trail.
alter table identity.account drop constraint account_state_known;
alter table identity.account add constraint account_state_known check (state in ('ACTIVE', 'LOCKED', 'CLOSED'));
alter table identity.account add constraint account_closed_names_nobody check (state <> 'CLOSED'
    or (num_nonnulls(phone, email, person, password_hash) = 0 and user_name like 'closed-%' and display_name = '•'));

-- The application may call it but could not do it by itself: it alters the trail.
create function identity.close_account(closed uuid, today date) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    update identity.role_held set to_day = greatest(from_day, today), version = version + 1
    where account = closed and (to_day is null or to_day > today);
    delete from identity.recovery_code where account = closed;
    delete from identity.second_factor where account = closed;
    delete from identity.device_user where account = closed;
    delete from identity.passkey where account = closed;
    delete from identity.one_time_link where account = closed;
    delete from identity.notification where account = closed;
    delete from identity.sign_in_attempt where account_key = closed::text;
    update identity.sign_in set ended_at = coalesce(ended_at, clock_timestamp()), device = '', address = '' where account = closed;
    update identity.account set user_name = 'closed-' || replace(closed::text, '-', ''), phone = null, email = null, display_name = '•',
        person = null, password_hash = null, state = 'CLOSED', version = version + 1
    where id = closed;
    update identity.audit_entry set
        before = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(before) as k),
        after = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(after) as k)
    where subject like 'identity.%' and subject_id = closed::text;
    update identity.audit_entry set address = '' where actor = closed::text;
end
$$;
revoke execute on function identity.close_account(uuid, date) from public;
grant execute on function identity.close_account(uuid, date) to qutb_application;
