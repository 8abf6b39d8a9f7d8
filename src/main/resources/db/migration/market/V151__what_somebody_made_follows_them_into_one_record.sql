-- Two records of the registry are found to be of one person, or the other way round: it moves what refers to them, and with the person goes
-- the maker, under whom the shop shows it.
create function market.follow_the_person() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into market.maker (id, kind, number, name_ar, name_latin, territory_code, territories, demonstration)
    select new.maker_person, k.kind, null, null, null, k.territory_code, k.territories, k.demonstration
    from market.maker k where k.id = old.maker_id
    on conflict on constraint maker_pk do nothing;
    new.maker_id := new.maker_person;
    new.version := new.version + 1;
    return new;
end
$$;
create trigger follow_the_person before update of maker_person on market.product for each row
    when (new.maker_person is distinct from old.maker_person and new.maker_person is not null)
    execute function market.follow_the_person();
