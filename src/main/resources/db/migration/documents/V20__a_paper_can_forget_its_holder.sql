-- Numbers are never erased, people may be (law 09-08): the paper keeps its number and is void, its holder and its files go.
-- Only the owner's functions below write on a cancelled paper; the application still cannot.
create or replace function documents.keep_cancellation() returns trigger
    language plpgsql
as $$
begin
    if current_user <> 'qutb_application' then
        return new;
    end if;
    raise exception 'document % violates "issued_document_cancelled_once"', old.number
        using errcode = 'integrity_constraint_violation', constraint = 'issued_document_cancelled_once';
end
$$;

create function documents.drop_values(ids text[]) returns void
    language sql security definer set search_path = pg_catalog
as $$
    update identity.audit_entry set
        before = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(before) as k),
        after = (select jsonb_object_agg(k, '•'::text) from jsonb_object_keys(after) as k)
    where subject like 'documents.%' and subject_id = any (ids);
$$;

-- Which of these contents nothing refers to any more.
create function documents.unused(digests text[]) returns setof text
    language sql stable security definer set search_path = pg_catalog
as $$
    select distinct d from unnest(digests) as d
    where not exists (select from documents.issued_print p where p.sha256 = d)
      and not exists (select from documents.stored_file f where f.sha256 = d)
      and not exists (select from documents.stored_thumbnail t where t.sha256 = d)
$$;

-- All papers about something; answers with the contents to throw away.
create function documents.forget_holder(about text, about_id uuid, why text) returns setof text
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    papers  uuid[] := array(select id from documents.issued_document where subject = about and subject_id = about_id);
    digests text[] := array(select sha256 from documents.issued_print where document = any (papers));
begin
    delete from documents.issued_print where document = any (papers);
    update documents.issued_document set
        holder_arabic = '', holder_latin = '', printed = '[]',
        cancelled_at = coalesce(cancelled_at, clock_timestamp()), cancelled_by = coalesce(cancelled_by, issued_by),
        cancelled_by_name = coalesce(cancelled_by_name, ''), cancellation_reason = coalesce(cancellation_reason, why)
    where id = any (papers);
    perform documents.drop_values(papers::text[]);
    return query select documents.unused(digests);
end
$$;

create function documents.forget_file(forgotten uuid) returns setof text
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    digests text[] := array(select sha256 from documents.stored_file where id = forgotten
                            union select sha256 from documents.stored_thumbnail where file = forgotten);
begin
    delete from documents.stored_thumbnail where file = forgotten;
    delete from documents.stored_file where id = forgotten;
    perform documents.drop_values(array[forgotten::text]);
    return query select documents.unused(digests);
end
$$;

revoke execute on function documents.drop_values(text[]), documents.unused(text[]), documents.forget_holder(text, uuid, text),
    documents.forget_file(uuid) from public;
grant execute on function documents.forget_holder(text, uuid, text), documents.forget_file(uuid) to qutb_application;
