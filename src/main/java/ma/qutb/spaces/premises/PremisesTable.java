package ma.qutb.spaces.premises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Premises as they are kept. */
@Repository
@Transactional(readOnly = true)
public class PremisesTable {

    private final JdbcClient database;
    private final Territories territories;

    PremisesTable(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    public Optional<Premises> find(PremisesId id) {
        return database.sql("select * from spaces.premises where id = :id")
                .param("id", id.value())
                .query(PremisesTable::premises)
                .optional();
    }

    /** The premises, if it lies where this user may do this. */
    public Optional<Premises> find(PremisesId id, Actor actor, String permission) {
        return find(id).filter(it -> actor.may(permission)
                && territories.covers(
                        actor.scopeOf(permission), Optional.of(it.details().commune())));
    }

    /** Those this user may see, made up or real, by number. */
    public List<Premises> all(Actor actor, String permission, boolean demonstration) {
        var covered = territories
                .covered(actor.scopeOf(permission))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new));
        return database.sql("""
                        select * from spaces.premises
                         where demonstration = :demonstration and (:everywhere or territory_code = any(:places)) order by number
                        """)
                .param("demonstration", demonstration)
                .param("everywhere", covered.isEmpty())
                .param("places", covered.orElse(new String[0]))
                .query(PremisesTable::premises)
                .list();
    }

    /** Its photos, the first one first. */
    List<UUID> photos(PremisesId id) {
        return database.sql("select file from spaces.premises_photo where premises_id = :id order by added_at, id")
                .param("id", id.value())
                .query(UUID.class)
                .list();
    }

    static Premises premises(ResultSet row, int number) throws SQLException {
        return new Premises(
                new PremisesId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                details(row),
                new LocalName(row.getString("place_ar"), row.getString("place_fr"), row.getString("place_en")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("arrived_at").toInstant(),
                row.getString("recorded_by_name"),
                row.getBoolean("device"),
                Optional.ofNullable(row.getObject("unit_id", UUID.class)).map(UnitId::new),
                row.getBoolean("demonstration"));
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("name"),
                new TerritoryCode(row.getString("territory_code")),
                row.getString("village"),
                row.getString("kind"),
                row.getString("owner_kind"),
                row.getString("owner_name"),
                Optional.ofNullable(row.getObject("area_dm2", Integer.class)),
                row.getString("condition"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("obstacles").getArray())),
                new Spot(
                        row.getObject("latitude", Integer.class),
                        row.getObject("longitude", Integer.class),
                        row.getString("landmark")),
                row.getString("note"));
    }
}
