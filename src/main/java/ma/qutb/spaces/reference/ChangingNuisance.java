package ma.qutb.spaces.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.spaces.Nuisance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what a craft brings with it, from a day on; what held before stays known. */
@Service
@Transactional
public class ChangingNuisance {

    private final JdbcClient database;
    private final Crafts crafts;
    private final Clock clock;

    ChangingNuisance(JdbcClient database, Crafts crafts, Clock clock) {
        this.database = database;
        this.crafts = crafts;
        this.clock = clock;
    }

    /**
     * What held, holds or will hold.
     *
     * @param until first day on which it holds no more
     * @param by who decided it; empty: it came with the program
     */
    public record Held(CraftCode craft, Nuisance nuisance, LocalDate from, Optional<LocalDate> until, String by) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }
    }

    /** By craft, the newest first. */
    @Transactional(readOnly = true)
    public List<Held> all() {
        return database.sql("""
                        select craft_code, noise, dust, fire, smell, lower(during) as f, upper(during) as t, changed_by_name
                          from spaces.craft_nuisance order by craft_code, f desc
                        """)
                .query((row, number) -> new Held(
                        new CraftCode(row.getString("craft_code")),
                        new Nuisance(row.getInt("noise"), row.getInt("dust"), row.getInt("fire"), row.getInt("smell")),
                        row.getObject("f", LocalDate.class),
                        Optional.ofNullable(row.getObject("t", LocalDate.class)),
                        row.getString("changed_by_name")))
                .list();
    }

    /** @throws Refusal when the day lies before today, a later change is known, or the craft is not */
    public void change(CraftCode craft, Nuisance nuisance, LocalDate from, String by) {
        if (crafts.find(craft).isEmpty()) {
            throw new Refusal("spaces.nuisance.refusal.craft");
        }
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refusal("spaces.nuisance.refusal.past");
        }
        boolean later = database.sql("""
                        select exists (select from spaces.craft_nuisance where craft_code = :craft and lower(during) >= :from)
                        """)
                .param("craft", craft.value())
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (later) {
            throw new Refusal("spaces.nuisance.refusal.known");
        }
        database.sql("""
                        update spaces.craft_nuisance set during = daterange(lower(during), :from)
                         where craft_code = :craft and during @> cast(:from as date)
                        """).param("from", from).param("craft", craft.value()).update();
        database.sql("""
                        insert into spaces.craft_nuisance (craft_code, during, noise, dust, fire, smell, changed_by_name)
                        values (:craft, daterange(:from, null), :noise, :dust, :fire, :smell, :by)
                        """)
                .param("craft", craft.value())
                .param("from", from)
                .param("noise", nuisance.noise())
                .param("dust", nuisance.dust())
                .param("fire", nuisance.fire())
                .param("smell", nuisance.smell())
                .param("by", by)
                .update();
    }
}
