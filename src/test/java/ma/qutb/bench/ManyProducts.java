package ma.qutb.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/** Products of the demonstration, each many times over: with its row of the shelf and one piece on sale. */
final class ManyProducts {

    private ManyProducts() {}

    /** Waits until a Qutb that runs has told its demonstration shop. */
    static void awaitCatalogue(JdbcTemplate database) throws InterruptedException {
        while (!Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from market.demonstration where part = 'catalogue')", Boolean.class))) {
            Thread.sleep(200);
        }
    }

    /** Until there are this many on the shelf. */
    static void fill(JdbcTemplate database, int products) {
        Bench.say("filling in %,d products", products);
        // One string is one session: the triggers, which keep trail and shelf, are off in it alone.
        database.execute("""
                set session_replication_role = replica;
                create temporary table made as
                    select p.product_id as model, uuidv7() as id,
                           (select max(number) from market.product) + row_number() over (order by copy, p.number) as number
                      from (select * from market.shelf where kind <> 'to_order' order by number limit 60) p, generate_series(1, %1$d / 40) as copy
                     order by copy, p.number limit greatest(%1$d - (select count(*) from market.shelf), 0);
                do $$
                declare
                    one record;
                begin
                    for one in
                        select * from (values ('product', 'id'), ('shelf', 'product_id')) as t (name, key)
                    loop
                        execute (
                            select format('insert into market.%%I (%%s) overriding system value select %%s from made m join market.%%I p on p.%%I = m.model', one.name,
                                       string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                                       string_agg(case column_name when one.key then 'm.id' when 'number' then 'm.number'
                                           when 'on_sale_since' then 'now() - m.number * interval ''1 minute'''
                                           when 'available' then '1' when 'held' then '0' when 'sold' then '0'
                                           else 'p.' || quote_ident(column_name) end, ', ' order by ordinal_position), one.name, one.key)
                              from information_schema.columns
                             where table_schema = 'market' and table_name = one.name and is_generated = 'NEVER');
                    end loop;
                end
                $$;
                insert into market.piece (id, serial, product_id, place_id, state, reason, on_sale_since, changed_at, changed_by,
                    changed_by_name, demonstration)
                select uuidv7(), 'Q99' || lpad(m.number::text, 7, '0'), m.id, p.id, 'on_sale', '', now(), now(), 'bench', 'bench', true
                  from made m, (select id from market.place where kind = 'hall' order by code limit 1) p;
                """.formatted(products));
        database.execute("vacuum analyze");
    }
}
