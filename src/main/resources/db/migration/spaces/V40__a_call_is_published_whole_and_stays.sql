-- A call for applications: units of one site that are offered together, who may apply, what is counted and how much, the papers asked for,
-- shares that are kept for groups, and the calendar. What was published stays; a deadline may only be put off, and a call be cancelled,
-- each with its reason. A unit is offered by one call at a time.
create table spaces.call_series (
    year int constraint call_series_pk primary key,
    last int not null
);

create table spaces.call (
    id               uuid        constraint call_pk primary key,
    number           text        constraint call_number_once unique constraint call_number_form check (number ~ '^[0-9]{4}-[0-9]{2,4}$'),
    site_id          uuid        not null constraint call_of_site references spaces.site,
    opens_at         timestamptz not null,
    closes_at        timestamptz not null,
    -- When the draw is held in public, and where its seed will come from.
    draw_at          timestamptz not null,
    seed_ar          text        not null,
    seed_fr          text        not null,
    seed_en          text        not null,
    results_on       date        not null,
    objections_until date        not null,
    starts_on        date        not null,
    waiting_until    date        not null,
    offer_days       smallint    not null constraint call_offer_days_plausible check (offer_days between 1 and 60),
    parties          text[]      not null constraint call_parties_known
                                     check (parties <@ array['artisan', 'cooperative', 'enterprise'] and cardinality(parties) > 0),
    published_at     timestamptz,
    cancelled_at     timestamptz,
    -- Since when nothing of it is open any more: its units may be offered again.
    settled_at       timestamptz,
    demonstration    boolean     not null,
    version          bigint      not null,
    constraint call_open_for_a_time check (opens_at < closes_at),
    constraint call_drawn_after_it_closed check (closes_at < draw_at),
    constraint call_results_after_the_draw check (draw_at < (results_on + 1)::timestamp at time zone 'Africa/Casablanca'),
    constraint call_objections_after_results check (objections_until > results_on),
    constraint call_starts_after_objections check (starts_on > objections_until),
    constraint call_waiting_list_lasts check (waiting_until > starts_on),
    constraint call_published_before_it_closes check (published_at < closes_at),
    constraint call_numbered_when_published check ((number is null) = (published_at is null)),
    constraint call_cancelled_was_published check (cancelled_at is null or published_at is not null),
    constraint call_settled_was_published check (settled_at is null or published_at is not null)
);
create index call_by_site on spaces.call (site_id);

-- live: offered now, neither cancelled nor settled; kept by call_units_live.
create table spaces.call_unit (
    call_id  uuid     constraint call_unit_of_call references spaces.call,
    unit_id  uuid     constraint call_unit_unit references spaces.unit,
    position smallint not null,
    live     boolean  not null default false,
    constraint call_unit_pk primary key (call_id, unit_id)
);
create unique index call_unit_in_one_call on spaces.call_unit (unit_id) where live;

-- Weights are basis points of the whole.
create table spaces.call_criterion (
    call_id   uuid     constraint call_criterion_of_call references spaces.call,
    code      text     constraint call_criterion_known check (code in ('project', 'experience', 'jobs', 'need', 'training', 'heritage')),
    position  smallint not null,
    weight_bp int      not null constraint call_criterion_counts check (weight_bp between 1 and 10000),
    constraint call_criterion_pk primary key (call_id, code)
);

create table spaces.call_document (
    call_id  uuid     constraint call_document_of_call references spaces.call,
    code     text     constraint call_document_known
                          check (code in ('identity', 'artisan_card', 'project', 'statutes', 'members', 'trade_register', 'diploma')),
    position smallint not null,
    constraint call_document_pk primary key (call_id, code)
);

-- At least so many units for a group, or as many as its eligible applicants can fill; who belongs to two counts for the first.
create table spaces.call_quota (
    call_id    uuid     constraint call_quota_of_call references spaces.call,
    group_code text     constraint call_quota_group_known check (group_code in ('women_cooperative', 'young_graduate')),
    position   smallint not null,
    units      smallint not null constraint call_quota_counts check (units between 1 and 5000),
    constraint call_quota_pk primary key (call_id, group_code),
    constraint call_quota_in_order unique (call_id, position)
);

-- What was changed after publishing.
create table spaces.call_change (
    id           uuid        constraint call_change_pk primary key,
    call_id      uuid        not null constraint call_change_of_call references spaces.call,
    kind         text        not null constraint call_change_kind_known check (kind in ('extended', 'cancelled')),
    reason       text        not null constraint call_change_reasoned check (btrim(reason) <> ''),
    closed_at    timestamptz not null,
    closes_at    timestamptz,
    made_at      timestamptz not null,
    made_by_name text        not null,
    constraint call_change_extends_forward check ((kind = 'extended') = (closes_at is not null) and closes_at > closed_at),
    constraint call_change_before_the_deadline check (kind <> 'extended' or made_at < closed_at)
);
create index call_change_by_call on spaces.call_change (call_id, made_at);

create function spaces.broken(its_constraint text) returns void
    language plpgsql
as $$
begin
    raise exception 'what is written violates "%"', its_constraint
        using errcode = 'integrity_constraint_violation', constraint = its_constraint;
end
$$;

create function spaces.call_is_whole() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if new.published_at is null then
        return null;
    end if;
    if not exists (select from spaces.call_unit where call_id = new.id) then
        perform spaces.broken('call_offers_a_unit');
    elsif coalesce((select sum(weight_bp) from spaces.call_criterion where call_id = new.id), 0) <> 10000 then
        perform spaces.broken('call_weights_sum');
    elsif not exists (select from spaces.call_document where call_id = new.id) then
        perform spaces.broken('call_asks_for_a_document');
    elsif exists (select from spaces.call_unit o join spaces.unit u on u.id = o.unit_id
                   where o.call_id = new.id and (u.site_id <> new.site_id or not u.during @> new.starts_on)) then
        perform spaces.broken('call_units_of_its_site');
    elsif coalesce((select sum(units) from spaces.call_quota where call_id = new.id), 0)
            > (select count(*) from spaces.call_unit where call_id = new.id) then
        perform spaces.broken('call_quotas_fit');
    end if;
    update spaces.call_unit set live = new.cancelled_at is null and new.settled_at is null
     where call_id = new.id and live <> (new.cancelled_at is null and new.settled_at is null);
    return null;
end
$$;
create trigger call_whole after insert or update on spaces.call for each row execute function spaces.call_is_whole();

create function spaces.published_stays() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if tg_table_name = 'call' then
        if old.published_at is null then
            return new;
        end if;
        if (old.number, old.site_id, old.opens_at, old.seed_ar, old.seed_fr, old.seed_en, old.offer_days, old.parties, old.published_at)
                is distinct from
                (new.number, new.site_id, new.opens_at, new.seed_ar, new.seed_fr, new.seed_en, new.offer_days, new.parties, new.published_at)
            or old.cancelled_at is not null and new.cancelled_at is distinct from old.cancelled_at
            or old.settled_at is not null and new.settled_at is distinct from old.settled_at then
            perform spaces.broken('call_published_stays');
        end if;
        -- The whole calendar moves by as much as the deadline, and only as an extension that says why.
        if (old.closes_at, old.draw_at, old.results_on, old.objections_until, old.starts_on, old.waiting_until)
                is distinct from (new.closes_at, new.draw_at, new.results_on, new.objections_until, new.starts_on, new.waiting_until)
            and (new.closes_at <= old.closes_at or new.draw_at < old.draw_at or new.results_on < old.results_on
                or new.objections_until < old.objections_until or new.starts_on < old.starts_on or new.waiting_until < old.waiting_until
                or old.cancelled_at is not null
                or not exists (select from spaces.call_change c
                                where c.call_id = new.id and c.closed_at = old.closes_at and c.closes_at = new.closes_at)) then
            perform spaces.broken('call_published_stays');
        end if;
        if old.cancelled_at is null and new.cancelled_at is not null
            and not exists (select from spaces.call_change c where c.call_id = new.id and c.kind = 'cancelled') then
            perform spaces.broken('call_cancelled_with_a_reason');
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'call_unit' then
        if (new.call_id, new.unit_id, new.position) = (old.call_id, old.unit_id, old.position) then
            return new;
        end if;
    end if;
    -- The call is held, so that nothing slips in while it is being published.
    perform from spaces.call c where c.id = case when tg_op = 'DELETE' then old.call_id else new.call_id end and c.published_at is null
        for share;
    if not found then
        perform spaces.broken('call_published_stays');
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger call_published_stays before update on spaces.call for each row execute function spaces.published_stays();
create trigger call_unit_published_stays before insert or update or delete on spaces.call_unit
    for each row execute function spaces.published_stays();
create trigger call_criterion_published_stays before insert or update or delete on spaces.call_criterion
    for each row execute function spaces.published_stays();
create trigger call_document_published_stays before insert or update or delete on spaces.call_document
    for each row execute function spaces.published_stays();
create trigger call_quota_published_stays before insert or update or delete on spaces.call_quota
    for each row execute function spaces.published_stays();

grant select, insert, update on spaces.call_series, spaces.call to qutb_application;
grant select, insert, delete on spaces.call_unit, spaces.call_criterion, spaces.call_document, spaces.call_quota to qutb_application;
grant select, insert on spaces.call_change to qutb_application;

select identity.audit_table('spaces.call', 'id');
select identity.audit_table('spaces.call_unit', 'call_id');
select identity.audit_table('spaces.call_criterion', 'call_id');
select identity.audit_table('spaces.call_document', 'call_id');
select identity.audit_table('spaces.call_quota', 'call_id');
select identity.audit_table('spaces.call_change', 'call_id');
