package ma.qutb.spaces.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a plan from a file: first it is only tried, then taken over whole or not at all. Units that are known by their number are drawn
 * anew, others begin to exist; those the file does not name stay as they are.
 */
@Service
@Transactional
public class ImportingPlan {

    private static final int MOST = 4_000_000;

    private final DrawingPlan drawing;
    private final Units units;
    private final JdbcClient database;
    private final Clock clock;

    ImportingPlan(DrawingPlan drawing, Units units, JdbcClient database, Clock clock) {
        this.drawing = drawing;
        this.units = units;
        this.database = database;
        this.clock = clock;
    }

    /** What would come of it. */
    public record Trial(
            UUID id,
            String name,
            PlanFile file,
            List<String> anew,
            List<String> redrawn,
            List<String> untouched,
            boolean taken) {

        /** Whether it can be taken over. */
        public boolean good() {
            return file.problems().isEmpty() && !taken;
        }
    }

    /**
     * Keeps the file, to be looked at.
     *
     * @throws Refusal when it is empty, too big, or no plan at all
     */
    public UUID keep(SiteId site, String name, String content, UUID by) {
        if (content.isBlank()) {
            throw new Refusal("spaces.import.refusal.empty");
        }
        if (content.length() > MOST) {
            throw new Refusal("spaces.import.refusal.too-big");
        }
        parse(content);
        var id = Ids.next();
        database.sql("""
                        insert into spaces.plan_import (id, site_id, name, content, uploaded_by, uploaded_at)
                        values (:id, :site, :name, :content, :by, :now)
                        """)
                .param("id", id)
                .param("site", site.value())
                .param("name", name)
                .param("content", content)
                .param("by", by)
                .param("now", now())
                .update();
        return id;
    }

    /** What would come of a file that was kept for this site. */
    @Transactional(readOnly = true)
    public Optional<Trial> trial(SiteId site, UUID id) {
        return database.sql(
                        "select name, content, taken_at is not null as taken from spaces.plan_import where id = :id and site_id = :site")
                .param("id", id)
                .param("site", site.value())
                .query((row, number) -> trial(
                        site, id, row.getString("name"), parse(row.getString("content")), row.getBoolean("taken")))
                .optional();
    }

    private Trial trial(SiteId site, UUID id, String name, PlanFile file, boolean taken) {
        var known = known(site, LocalDate.now(clock));
        var named = file.units().stream().map(PlanFile.Row::number).toList();
        return new Trial(
                id,
                name,
                file,
                named.stream().filter(it -> !known.containsKey(it)).toList(),
                named.stream().filter(known::containsKey).toList(),
                known.keySet().stream()
                        .filter(it -> !named.contains(it))
                        .sorted()
                        .toList(),
                taken);
    }

    /**
     * Takes it over; what is new exists from this day on.
     *
     * @throws Refusal when something is wrong in it, or it was taken over before
     */
    public void take(SiteId site, UUID id, LocalDate from) {
        int first = database.sql(
                        "update spaces.plan_import set taken_at = :now where id = :id and site_id = :site and taken_at is null")
                .param("now", now())
                .param("id", id)
                .param("site", site.value())
                .update();
        var content = database.sql("select content from spaces.plan_import where id = :id and site_id = :site")
                .param("id", id)
                .param("site", site.value())
                .query(String.class)
                .optional();
        if (first == 0 || content.isEmpty()) {
            throw new Refusal("spaces.import.refusal.taken");
        }
        var file = parse(content.get());
        if (!file.problems().isEmpty()) {
            throw new Refusal("spaces.import.refusal.faulty", file.problems().size());
        }
        drawing.draw(site, file, from, known(site, from));
    }

    private Map<String, Unit> known(SiteId site, LocalDate day) {
        var known = new HashMap<String, Unit>();
        units.of(site, day).forEach(it -> known.put(it.number(), it));
        return known;
    }

    /** @throws Refusal when it is neither GeoJSON nor SVG */
    static PlanFile parse(String content) {
        var text = content.startsWith("\ufeff") ? content.substring(1) : content;
        var start = text.stripLeading();
        var file = start.startsWith("{") ? GeoJsonPlan.read(text) : start.startsWith("<") ? SvgPlan.read(text) : null;
        if (file == null) {
            throw new Refusal("spaces.import.refusal.no-plan");
        }
        if (file.units().isEmpty() && file.problems().isEmpty()) {
            file.problem(1, "no-units");
        }
        return file;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
