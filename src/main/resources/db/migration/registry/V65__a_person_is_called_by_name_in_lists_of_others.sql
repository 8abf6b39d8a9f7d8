-- What a person is called, for a list of another module that shows and sorts by it. The name in one writing stands for a missing other,
-- as everywhere.
create function registry.called(its_person uuid, in_arabic boolean) returns text
    language sql stable
    return (select case when in_arabic then coalesce(nullif(n.arabic, ''), n.latin) else coalesce(nullif(n.latin, ''), n.arabic) end
              from (select btrim(p.given_name_ar || ' ' || p.family_name_ar) as arabic,
                           btrim(p.given_name_latin || ' ' || p.family_name_latin) as latin
                      from registry.person p where p.id = its_person) n);
revoke execute on function registry.called from public;
grant execute on function registry.called to qutb_application;
