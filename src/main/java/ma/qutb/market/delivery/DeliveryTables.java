package ma.qutb.market.delivery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.market.Wording;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads carriers, zones, rates and terms. */
@Repository
class DeliveryTables {

    private final JdbcClient database;

    DeliveryTables(JdbcClient database) {
        this.database = database;
    }

    List<Carrier> carriers() {
        return database.sql("select * from market.carrier order by abroad, code")
                .query((row, number) -> new Carrier(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                        row.getBoolean("abroad"),
                        row.getBoolean("cash"),
                        row.getString("tracking"),
                        row.getBoolean("open")))
                .list();
    }

    List<Zone> zones() {
        return database.sql("select * from market.zone order by position, code")
                .query((row, number) -> new Zone(
                        row.getString("code"),
                        new Wording(
                                row.getString("name_ar"),
                                row.getString("name_fr"),
                                row.getString("name_en"),
                                row.getString("name_es"),
                                ""),
                        strings(row, "countries")))
                .list();
    }

    List<Rate> rates() {
        return database.sql("select * from market.delivery_rate order by valid_from, up_to_g")
                .query((row, number) -> new Rate(
                        row.getObject("carrier_id", UUID.class),
                        row.getString("zone_code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getInt("up_to_g"),
                        row.getLong("fee"),
                        row.getInt("days_min"),
                        row.getInt("days_max")))
                .list();
    }

    List<DeliveryTerms> terms() {
        return database.sql("select * from market.delivery_terms order by valid_from")
                .query((row, number) -> new DeliveryTerms(
                        row.getObject("valid_from", LocalDate.class),
                        row.getLong("cash_cap"),
                        row.getInt("confirm_days"),
                        row.getInt("packing_g")))
                .list();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
