package ma.qutb.market.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.NamedMaker;
import ma.qutb.market.finding.ShelfRows;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads makers who agreed to be named and have something one can have. */
@Component
@Transactional(readOnly = true)
class ReadingMakers {

    /** For each maker one look into the index of their things. */
    private static final String NEWEST = """
            select k.kind, k.number, k.name_ar, k.name_latin, k.territory_code, k.demonstration, s.craft_code, s.photos, s.number as newest
              from market.maker k
              join lateral (
                  select s.craft_code, s.photos, s.number from market.shelf s
                   where s.maker_number = k.number and s.maker_kind = k.kind and s.offer > 0 order by s.number desc limit 1) s on true
             where k.number is not null
            """;

    private final JdbcClient database;
    private final ShelfRows rows;

    ReadingMakers(JdbcClient database, ShelfRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** One page of makers, with how many there are. */
    record Page(List<Crafter> makers, int last) {}

    /** Whoever brought something last. */
    List<Crafter> newest(int most) {
        return database.sql("select m.*, 0 as goods from (" + NEWEST + ") m order by m.newest desc limit :most")
                .param("most", most)
                .query(this::crafter)
                .list();
    }

    /** By how much they have in the shop. */
    Page page(int page) {
        var total = new long[1];
        var makers = database.sql("""
                        select m.*, g.goods, count(*) over () as total from (%s) m
                          join lateral (
                              select count(*) as goods from market.shelf s
                               where s.maker_number = m.number and s.maker_kind = m.kind and s.offer > 0) g on true
                         order by g.goods desc, m.kind, m.number limit :size offset :skipped
                        """.formatted(NEWEST))
                .param("size", Asked.SIZE)
                .param("skipped", (page - 1) * Asked.SIZE)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return crafter(row, number);
                })
                .list();
        return new Page(makers, (int) Math.max(1, (total[0] + Asked.SIZE - 1) / Asked.SIZE));
    }

    /** All of them, for the sitemap. */
    List<NamedMaker> named() {
        return newest(Integer.MAX_VALUE).stream().map(Crafter::maker).toList();
    }

    private Crafter crafter(ResultSet row, int number) throws SQLException {
        var latin = row.getString("name_latin");
        return new Crafter(
                new NamedMaker(
                        row.getString("kind"),
                        row.getLong("number"),
                        new LocalName(row.getString("name_ar"), latin, latin)),
                new CraftCode(row.getString("craft_code")),
                Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new),
                rows.photos(row.getString("photos")).stream().findFirst(),
                row.getLong("goods"),
                row.getBoolean("demonstration"));
    }
}
