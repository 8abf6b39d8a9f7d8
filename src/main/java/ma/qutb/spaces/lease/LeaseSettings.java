package ma.qutb.spaces.lease;

import ma.qutb.spaces.UnitId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is proposed for a new contract.
 *
 * @param rentPerMetre centimes a month for a square metre
 * @param leastRent centimes a month, also for a unit whose area nobody knows
 * @param depositMonths rents
 */
@ConfigurationProperties("qutb.spaces.lease")
record LeaseSettings(
        @DefaultValue("3000") long rentPerMetre,
        @DefaultValue("20000") long leastRent,
        @DefaultValue("36") int months,
        @DefaultValue("2") int depositMonths) {

    /** Centimes a month, in whole dirhams. */
    long rentFor(UnitId unit, JdbcClient database) {
        long area = database.sql("select coalesce(area_dm2, 0) from spaces.unit where id = :id")
                .param("id", unit.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Math.max(leastRent, area * rentPerMetre / 10_000 * 100);
    }
}
