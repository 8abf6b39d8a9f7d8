package ma.qutb.market.till;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The drawers there are, within the scope of who asks. */
@Repository
public class HallTills {

    private static final String READ = """
            select t.id, t.name, t.place_id, p.name_ar, p.name_fr, p.name_en, p.territory_code
              from market.till t join market.place p on p.id = t.place_id
            """;

    private final JdbcClient database;
    private final Territories territories;
    private final Clock clock;

    HallTills(JdbcClient database, Territories territories, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.clock = clock;
    }

    List<HallTill> of(Actor actor, String permission) {
        return database.sql(READ + " order by t.name").query(HallTills::till).list().stream()
                .filter(it -> within(it, actor, permission))
                .toList();
    }

    /** The drawer, for whoever may act at its place; for others there is none. */
    HallTill open(UUID id, Actor actor, String permission) {
        return find(id).filter(it -> within(it, actor, permission))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public Optional<HallTill> find(UUID id) {
        return database.sql(READ + " where t.id = :id")
                .param("id", id)
                .query(HallTills::till)
                .optional();
    }

    /**
     * Adds one; under an id that is there, nothing happens.
     *
     * @throws Refusal when another has the name
     */
    @Transactional
    public UUID add(UUID id, String name, UUID place, Poster by) {
        try {
            database.sql("""
                insert into market.till (id, name, place_id, added_at, added_by_name) values (:id, :name, :place, :now, :by)
                on conflict on constraint till_pk do nothing
                """)
                    .param("id", id)
                    .param("name", name.strip())
                    .param("place", place)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.name())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("till_name_once", e, "market.till.refusal.name");
        }
        return id;
    }

    /** Adds one at the hall. */
    @Transactional
    public UUID add(String name, UUID place, Poster by) {
        return add(Ids.next(), name, place, by);
    }

    private boolean within(HallTill till, Actor actor, String permission) {
        return territories.covers(
                actor.scopeOf(permission),
                till.territory().isEmpty() ? Optional.empty() : Optional.of(new TerritoryCode(till.territory())));
    }

    private static HallTill till(ResultSet row, int number) throws SQLException {
        return new HallTill(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("place_id", UUID.class),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                Objects.requireNonNullElse(row.getString("territory_code"), ""));
    }
}
