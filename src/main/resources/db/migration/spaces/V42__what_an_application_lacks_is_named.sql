-- The papers an application must bring and has not, or that will not do: the same rule by which pages name them.
create function spaces.missing_papers(its_application uuid) returns text[]
    language sql stable
    return array(
        select d.code
          from spaces.application a join spaces.call_document d on d.call_id = a.call_id
         where a.id = its_application
           and case d.code when 'artisan_card' then a.party_kind = 'artisan'
                           when 'statutes' then a.party_kind <> 'artisan'
                           when 'members' then a.party_kind = 'cooperative'
                           when 'trade_register' then a.party_kind = 'enterprise'
                           when 'diploma' then 'young_graduate' = any (a.groups)
                           else true end
           and not exists (select from spaces.application_document p
                            where p.application_id = a.id and p.code = d.code and p.refused_why = '')
         order by d.position);
