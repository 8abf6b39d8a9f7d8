package ma.qutb.market.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where pieces can be. */
@Component
public class PiecePlaces {

    public static final String WORKSHOPS = "WORKSHOPS";
    public static final String HALL = "HALL-GUE";
    public static final String SOLD = "SOLD";

    private static final String READ = "select id, code, kind, name_ar, name_fr, name_en from market.place";

    private final JdbcClient database;

    PiecePlaces(JdbcClient database) {
        this.database = database;
    }

    /** @param kind {@code hall}, {@code workshop}, {@code fair}, {@code in_transit} or {@code sold} */
    public record Place(UUID id, String code, String kind, LocalName name) {}

    /** All of them that are open, the halls first. */
    public List<Place> all() {
        return database.sql(READ + " where closed_on is null order by kind <> 'hall', kind, code")
                .query(PiecePlaces::place)
                .list();
    }

    /** Where the hall can put a piece. */
    public List<Place> ofOurs() {
        return all().stream().filter(it -> !it.kind().equals("sold")).toList();
    }

    public Optional<Place> find(UUID id) {
        return database.sql(READ + " where id = :id")
                .param("id", id)
                .query(PiecePlaces::place)
                .optional();
    }

    public UUID called(String code) {
        return database.sql("select id from market.place where code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Refusal("market.piece.refusal.place"));
    }

    private static Place place(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Place(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("kind"),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")));
    }
}
