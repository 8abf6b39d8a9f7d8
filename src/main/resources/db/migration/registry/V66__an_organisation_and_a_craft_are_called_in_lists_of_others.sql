-- What an organisation and a craft are called, for a list of another module that shows and sorts by it.
create function registry.organisation_called(its_organisation uuid, in_arabic boolean) returns text
    language sql stable
    return (select case when in_arabic then o.sort_name_ar else o.sort_name_latin end
              from registry.organisation o where o.id = its_organisation);
create function registry.craft_called(its_code text, its_language text) returns text
    language sql stable
    return (select case its_language when 'ar' then c.name_ar when 'fr' then c.name_fr else c.name_en end
              from registry.craft c where c.code = its_code);
revoke execute on function registry.organisation_called, registry.craft_called from public;
grant execute on function registry.organisation_called, registry.craft_called to qutb_application;
