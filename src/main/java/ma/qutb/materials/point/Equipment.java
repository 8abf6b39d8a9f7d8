package ma.qutb.materials.point;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.SalePointId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scales of sale points and their calibration. */
@Service
@Transactional
public class Equipment {

    private final JdbcClient database;
    private final Clock clock;

    Equipment(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A scale.
     *
     * @param accuracy class as engraved on it: I the finest, then II, III, IIII
     * @param interval its verification interval e, in milligrams
     * @param capacity in milligrams
     */
    public record Scale(
            UUID id,
            SalePointId point,
            String name,
            String serialNumber,
            String accuracy,
            long interval,
            long capacity,
            @Nullable LocalDate calibratedOn,
            @Nullable LocalDate expiresOn,
            @Nullable UUID certificate,
            @Nullable LocalDate retiredOn) {

        /** Whether what it shows cannot be relied on this day. */
        public boolean expired(LocalDate day) {
            return retiredOn == null && (expiresOn == null || !day.isBefore(expiresOn));
        }

        /** Whether it must go to calibration within a month. */
        public boolean expiresSoon(LocalDate day) {
            return retiredOn == null
                    && !expired(day)
                    && expiresOn != null
                    && !day.plusMonths(1).isBefore(expiresOn);
        }
    }

    /** @throws Refusal when the capacity is not above the interval */
    public UUID addScale(
            SalePointId point, String name, String serialNumber, String accuracy, long interval, long capacity) {
        if (interval <= 0 || capacity <= interval) {
            throw new Refusal("materials.scale.refusal.capacity");
        }
        var id = Ids.next();
        database.sql("""
                        insert into materials.scale (id, sale_point_id, name, serial_number, class, interval_mg, capacity_mg, version)
                        values (:id, :point, :name, :serial, :class, :interval, :capacity, 1)
                        """)
                .param("id", id)
                .param("point", point.value())
                .param("name", name)
                .param("serial", serialNumber)
                .param("class", accuracy)
                .param("interval", interval)
                .param("capacity", capacity)
                .update();
        return id;
    }

    /** @throws Refusal when it would have ended before it began, or the day is ahead */
    public void calibrate(UUID scale, LocalDate on, LocalDate until, Optional<UUID> certificate) {
        if (on.isAfter(LocalDate.now(clock)) || !until.isAfter(on)) {
            throw new Refusal("materials.scale.refusal.calibration");
        }
        database.sql("""
                        update materials.scale set calibrated_on = :on, calibration_expires_on = :until, certificate = :certificate,
                            version = version + 1 where id = :id
                        """)
                .param("on", on)
                .param("until", until)
                .param("certificate", certificate.orElse(null), Types.OTHER)
                .param("id", scale)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Scale> scales(SalePointId point) {
        return database.sql(
                        "select * from materials.scale where sale_point_id = :point order by retired_on is not null, name, id")
                .param("point", point.value())
                .query(Equipment::scale)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean hasScale(SalePointId point, UUID scale) {
        return scales(point).stream().anyMatch(it -> it.id().equals(scale));
    }

    private static Scale scale(ResultSet row, int number) throws SQLException {
        return new Scale(
                row.getObject("id", UUID.class),
                new SalePointId(row.getObject("sale_point_id", UUID.class)),
                row.getString("name"),
                row.getString("serial_number"),
                row.getString("class"),
                row.getLong("interval_mg"),
                row.getLong("capacity_mg"),
                row.getObject("calibrated_on", LocalDate.class),
                row.getObject("calibration_expires_on", LocalDate.class),
                row.getObject("certificate", UUID.class),
                row.getObject("retired_on", LocalDate.class));
    }
}
