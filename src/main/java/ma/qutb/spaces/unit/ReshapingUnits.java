package ma.qutb.spaces.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.Shape;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Splits a unit and merges several: from a day on they exist no more and others do, each knowing what it was before. What is let, or
 * promised to somebody, from that day on stays as it is: it ends first.
 */
@Service
@Transactional
class ReshapingUnits {

    private final KeepingUnits keeping;
    private final Units units;
    private final JdbcClient database;

    ReshapingUnits(KeepingUnits keeping, Units units, JdbcClient database) {
        this.keeping = keeping;
        this.units = units;
        this.database = database;
    }

    /** One of the units something becomes; its area in whole square decimetres, where it is known. */
    record Piece(String number, Optional<Integer> area) {}

    /** @throws Refusal when it is let or promised then, is no more, or the pieces are more than the whole */
    List<UnitId> split(UnitId unit, LocalDate day, List<Piece> pieces, String reason) {
        var whole = standing(unit, day);
        if (pieces.size() < 2) {
            throw new Refusal("spaces.unit.refusal.two-pieces");
        }
        if (pieces.stream().map(Piece::number).distinct().count() < pieces.size()) {
            throw new Refusal("spaces.unit.refusal.same-number");
        }
        int sum = pieces.stream().mapToInt(it -> it.area().orElse(0)).sum();
        if (whole.area().filter(it -> sum > it).isPresent()) {
            throw new Refusal(
                    "spaces.unit.refusal.too-much-area",
                    sum / 100.0,
                    whole.area().orElseThrow() / 100.0);
        }
        var state = state(unit, day);
        end(whole, day);
        var outlines =
                Outlines.split(whole.shape(), pieces.stream().map(Piece::area).toList());
        var made = new ArrayList<UnitId>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            made.add(begin(
                    whole, piece.number(), piece.area(), outlines.get(i), List.of(unit), "split", day, state, reason));
        }
        return made;
    }

    /** @throws Refusal when one is let or promised then, or is no more, or they do not stand wall to wall */
    UnitId merge(Collection<UnitId> several, LocalDate day, String number, String reason) {
        var parts = several.stream().distinct().map(it -> standing(it, day)).toList();
        if (parts.size() < 2) {
            throw new Refusal("spaces.unit.refusal.two-pieces");
        }
        var first = parts.getFirst();
        if (parts.stream().anyMatch(it -> !it.site().equals(first.site())) || !together(parts)) {
            throw new Refusal("spaces.unit.refusal.apart");
        }
        var state = state(first.id(), day);
        parts.forEach(it -> end(it, day));
        var areas = parts.stream().flatMap(it -> it.area().stream()).toList();
        var area = areas.size() == parts.size()
                ? Optional.of(areas.stream().mapToInt(Integer::intValue).sum())
                : Optional.<Integer>empty();
        var outline = Outlines.merge(parts.stream().map(Unit::shape).toList());
        var before = parts.stream().map(Unit::id).toList();
        return begin(first, number, area, outline, before, "merge", day, state, reason);
    }

    /** Whether one gets from any of them to any other without leaving them; those not drawn are believed to. */
    private boolean together(List<Unit> parts) {
        if (parts.stream().anyMatch(it -> it.shape().isEmpty())) {
            return true;
        }
        var beside = units.neighbours(parts);
        var reached = new HashSet<UnitId>();
        var ahead = new ArrayList<>(List.of(parts.getFirst().id()));
        while (!ahead.isEmpty()) {
            var next = ahead.removeLast();
            if (reached.add(next)) {
                ahead.addAll(beside.getOrDefault(next, java.util.Set.of()));
            }
        }
        return reached.size() == parts.size();
    }

    /** The unit, kept from others who would change or let it meanwhile. */
    private Unit standing(UnitId id, LocalDate day) {
        database.sql("select id from spaces.unit where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        var unit = units.find(id).orElseThrow(() -> new Refusal("spaces.unit.refusal.unknown"));
        if (unit.until().isPresent() || !unit.existsOn(day) || day.equals(unit.from())) {
            throw new Refusal("spaces.unit.refusal.not-there", unit.number(), day);
        }
        var held = database.sql("""
                        select exists (select from spaces.occupancy where unit_id = :id and during && daterange(:day, null))
                        """)
                .param("id", id.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
        if (held) {
            throw new Refusal("spaces.unit.refusal.let", unit.number());
        }
        return unit;
    }

    private String state(UnitId unit, LocalDate day) {
        return database.sql("select state from spaces.unit_state where unit_id = :unit and during @> :day")
                .param("unit", unit.value())
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse("ready");
    }

    private void end(Unit unit, LocalDate day) {
        keeping.cut(unit.id(), day);
        try {
            database.sql("""
                            update spaces.unit set during = daterange(lower(during), :day), version = version + 1 where id = :id
                            """).param("day", day).param("id", unit.id().value()).update();
        } catch (DataIntegrityViolationException e) {
            // Somebody let it between the look and the act: the database has the last word.
            throw Refusal.when("occupancy_while_unit_exists", e, "spaces.unit.refusal.let", unit.number());
        }
    }

    private UnitId begin(
            Unit like,
            String number,
            Optional<Integer> area,
            @Nullable Shape outline,
            List<UnitId> before,
            String kind,
            LocalDate day,
            String state,
            String reason) {
        var offers = new NewUnit.Offers(
                like.water(),
                like.power(),
                like.threePhase(),
                like.gas(),
                like.drainage(),
                like.accessible(),
                like.ownUse(),
                like.bears());
        var said = new NewUnit(
                number,
                like.kind(),
                area,
                offers,
                Stream.of(like).flatMap(it -> it.crafts().stream()).toList(),
                like.level(),
                like.building(),
                Optional.ofNullable(outline));
        var id = keeping.enter(like.site(), said, day, state);
        for (var earlier : before) {
            database.sql("""
                            insert into spaces.unit_lineage (earlier_id, later_id, kind, changed_on, reason)
                            values (:earlier, :later, :kind, :day, :reason)
                            """)
                    .param("earlier", earlier.value())
                    .param("later", id.value())
                    .param("kind", kind)
                    .param("day", day)
                    .param("reason", reason)
                    .update();
        }
        return id;
    }
}
