package ma.qutb.registry.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories.Place;
import ma.qutb.registry.Territories.Point;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the whole tree. */
@Component
class TerritoryTable {

    private final JdbcClient database;

    TerritoryTable(JdbcClient database) {
        this.database = database;
    }

    TerritoryTree read() {
        var places = database.sql("""
                        select t.*, p.parent_code
                        from registry.territory t
                        left join registry.territory_parent p on p.code = t.code and p.valid_to is null
                        order by array_position(array['country', 'zone', 'region', 'province', 'prefecture', 'cercle', 'city', 'town',
                            'rural_commune'], t.type) nulls last, t.name_ar collate "ar-x-icu", t.code
                        """).query(TerritoryTable::place).list();
        var belongings = database.sql("select code, parent_code, valid_from, valid_to from registry.territory_parent")
                .query((row, number) -> new TerritoryTree.Belonging(
                        new TerritoryCode(row.getString("code")),
                        new TerritoryCode(row.getString("parent_code")),
                        row.getObject("valid_from", Integer.class),
                        row.getObject("valid_to", Integer.class)))
                .list();
        return new TerritoryTree(places, belongings);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        var latitude = row.getBigDecimal("latitude");
        return new Place(
                new TerritoryCode(row.getString("code")),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getString("type"),
                Optional.ofNullable(row.getObject("valid_from", Integer.class)),
                Optional.ofNullable(row.getObject("valid_to", Integer.class)),
                latitude == null
                        ? Optional.empty()
                        : Optional.of(new Point(latitude.doubleValue(), row.getDouble("longitude"))),
                parent(row.getString("parent_code")));
    }

    private static Optional<TerritoryCode> parent(@Nullable String code) {
        return Optional.ofNullable(code).map(TerritoryCode::new);
    }
}
