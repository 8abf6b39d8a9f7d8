-- What an artisan bought at a point in the period that begins on a day and did not give back, whether or not a quota held at the time.
create function materials.bought(its_buyer uuid, its_point uuid, its_material text, its_period text, its_start date) returns bigint
    language sql stable
    return (select coalesce(sum(s.weight), 0)::bigint from materials.sale s
             where s.buyer = its_buyer and s.sale_point_id = its_point and s.material_code = its_material
               and s.sold_on >= its_start
               and s.sold_on < its_start + case its_period when 'month' then interval '1 month' when 'quarter' then interval '3 months'
                                                           else interval '1 year' end
               and not exists (select from materials.sale_reversal r where r.sale_id = s.id));
revoke execute on function materials.bought from public;
grant execute on function materials.bought to qutb_application;

-- From now on a row of a period says all that was bought in it: the first sale under a quota begins with what was bought before.
update materials.quota_use u set used = materials.bought(person_id, sale_point_id, material_code, period, starts_on);
