package ma.qutb.registry.person;

import java.time.LocalDate;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/** Health insurance (AMO) and social security (CNSS): whether, under which number, and when it was last proved. */
public record Cover(
        @Column("health_cover") HealthCover health,
        @Nullable @Column("cnss_number") String cnssNumber,
        @Nullable @Column("cover_proved_on") LocalDate provedOn) {

    public static final Cover UNKNOWN = new Cover(HealthCover.UNKNOWN, null, null);

    public Cover {
        var digits = cnssNumber == null ? "" : Writing.digits(cnssNumber, 12);
        cnssNumber = digits.isEmpty() ? null : digits;
    }
}
