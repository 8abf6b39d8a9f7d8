package ma.qutb.materials.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Material;
import ma.qutb.materials.MaterialCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which finenesses are dealt in, from a day until another. What was bought and sold before keeps its own. */
@Service
@Transactional
public class KeepingFinenesses {

    private final JdbcClient database;
    private final Clock clock;

    KeepingFinenesses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A fineness with its days.
     *
     * @param last day it is dealt in; null: no end is known
     */
    public record Dealt(
            MaterialCode material,
            Fineness fineness,
            LocalDate from,
            @Nullable LocalDate last) {}

    /** @throws Refusal when the material has no fineness, the day is over, or it is dealt in on some of these days already */
    public void add(Material material, Fineness fineness, LocalDate from) {
        if (!material.hasFineness()) {
            throw new Refusal("materials.fineness.refusal.material");
        }
        checkAhead(from);
        try {
            database.sql(
                            "insert into materials.fineness (material_code, tenths, valid_from) values (:material, :tenths, :from)")
                    .param("material", material.code().value())
                    .param("tenths", fineness.tenths())
                    .param("from", from)
                    .update();
        } catch (DataIntegrityViolationException e) {
            // The same first day is the same key; other days meet the exclusion.
            if (Refusal.when("fineness_pk", e, "materials.fineness.refusal.already") instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.when("fineness_once_at_a_time", e, "materials.fineness.refusal.already");
        }
    }

    /** @throws Refusal when the day is over or before it begins, or an end was set already */
    public void end(Dealt dealt, LocalDate last) {
        checkAhead(last);
        if (last.isBefore(dealt.from())) {
            throw new Refusal("materials.fineness.refusal.before");
        }
        int ended = database.sql("""
                        update materials.fineness set valid_to = :to
                         where material_code = :material and tenths = :tenths and valid_from = :from and valid_to is null
                        """)
                .param("to", last.plusDays(1))
                .param("material", dealt.material().value())
                .param("tenths", dealt.fineness().tenths())
                .param("from", dealt.from())
                .update();
        if (ended == 0) {
            throw new Refusal("materials.fineness.refusal.ended");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Dealt> find(String material, int tenths, LocalDate from) {
        return database.sql("""
                        select material_code, tenths, valid_from, valid_to - 1 as last from materials.fineness
                         where material_code = :material and tenths = :tenths and valid_from = :from
                        """)
                .param("material", material)
                .param("tenths", tenths)
                .param("from", from)
                .query((row, number) -> new Dealt(
                        new MaterialCode(row.getString(1)),
                        new Fineness(row.getInt(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .optional();
    }

    private void checkAhead(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw new Refusal("materials.fineness.refusal.past");
        }
    }
}
