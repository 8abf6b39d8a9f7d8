-- A count of what lies at a point. Each lot is weighed as of a place in the journal, so that a sale meanwhile changes nothing; what
-- the books said there is written down only after the weight. A second person approves, then the differences are posted.
create table materials.stocktake (
    id               uuid        constraint stocktake_pk primary key,
    key              uuid        not null constraint stocktake_key_once unique,
    sale_point_id    uuid        not null constraint stocktake_of_point references materials.sale_point,
    scale_id         uuid        not null constraint stocktake_scale_fk references materials.scale,
    begun_at         timestamptz not null,
    begun_by         text        not null,
    begun_by_name    text        not null,
    finished_at      timestamptz,
    finished_by      text,
    finished_by_name text,
    decision         text        constraint stocktake_decision_known check (decision in ('approved', 'rejected')),
    decided_at       timestamptz,
    decided_by       text        constraint stocktake_second_person check (decided_by <> finished_by),
    decided_by_name  text,
    constraint stocktake_finished_whole check ((finished_at is null) = (finished_by is null)),
    constraint stocktake_decided_whole check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
    constraint stocktake_finished_before_decided check (decision is null or finished_at is not null)
);
create unique index stocktake_one_at_a_time on materials.stocktake (sale_point_id) where decision is null;

-- as_of: number of the last entry of the fund's book when the lot was put on the scale. book, counted, tolerance: smallest parts.
create table materials.stocktake_line (
    stocktake_id    uuid        not null constraint stocktake_line_of_stocktake references materials.stocktake,
    lot_id          uuid        not null constraint stocktake_line_of_lot references materials.lot,
    as_of           bigint      not null,
    weighed_at      timestamptz not null,
    counted         bigint      constraint stocktake_line_count_not_negative check (counted >= 0),
    book            bigint,
    tolerance       bigint,
    counted_at      timestamptz,
    counted_by      text,
    counted_by_name text,
    cause           text        constraint stocktake_line_cause_known check (cause in ('theft', 'loss', 'error', 'assay', 'melt')),
    reason          text,
    entry_key       uuid        constraint stocktake_line_entry_key_once unique,
    constraint stocktake_line_pk primary key (stocktake_id, lot_id),
    constraint stocktake_line_counted_whole check ((counted is null) = (book is null) and (counted is null) = (tolerance is null)
        and (counted is null) = (counted_by is null)),
    constraint stocktake_line_reason_whole check ((cause is null) = (reason is null) and btrim(reason) <> ''),
    constraint stocktake_line_reason_for_what_was_counted check (cause is null or counted is not null)
);

-- What was counted stays as it was counted, and nothing changes once somebody has decided.
create function materials.keep_count() returns trigger
    language plpgsql
as $$
begin
    if old.counted is not null and (old.as_of, old.counted, old.book, old.tolerance, old.counted_at, old.counted_by)
        is distinct from (new.as_of, new.counted, new.book, new.tolerance, new.counted_at, new.counted_by) then
        raise exception 'the count violates "stocktake_line_counted_once"'
            using errcode = 'integrity_constraint_violation', constraint = 'stocktake_line_counted_once';
    end if;
    if exists (select from materials.stocktake s where s.id = old.stocktake_id and s.decision is not null) then
        raise exception 'the count violates "stocktake_decided_once"'
            using errcode = 'integrity_constraint_violation', constraint = 'stocktake_decided_once';
    end if;
    return new;
end
$$;
create trigger stocktake_line_counted_once before update on materials.stocktake_line
    for each row execute function materials.keep_count();

select identity.audit_table('materials.stocktake', 'id');
select identity.audit_table('materials.stocktake_line', 'stocktake_id');
grant select, insert, update on materials.stocktake, materials.stocktake_line to qutb_application;
