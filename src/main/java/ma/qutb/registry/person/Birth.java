package ma.qutb.registry.person;

import java.time.LocalDate;
import java.time.Period;
import ma.qutb.kernel.Refusal;
import org.springframework.data.relational.core.mapping.Column;

/**
 * When a person was born; many older people know only the year, their card says so, and the day is then the first of
 * January by convention.
 */
public record Birth(
        @Column("birth_date") LocalDate date,
        @Column("birth_precision") Precision precision) {

    /** How much of the date is known. */
    public enum Precision {
        YEAR,
        DAY
    }

    public static Birth on(LocalDate day) {
        return new Birth(day, Precision.DAY);
    }

    public static Birth in(int year) {
        return new Birth(LocalDate.of(year, 1, 1), Precision.YEAR);
    }

    /** A person alive today was not born tomorrow, nor 120 years ago. */
    public Birth checked(LocalDate today) {
        if (date.isAfter(today)) {
            throw new Refusal("registry.person.refusal.birth-ahead", String.valueOf(date.getYear()));
        }
        if (date.isBefore(today.minusYears(120)) || date.getYear() < 1900) {
            throw new Refusal("registry.person.refusal.birth-too-long-ago", String.valueOf(date.getYear()));
        }
        return this;
    }

    /** Full years; of a year alone, the most they can be. */
    public int ageOn(LocalDate day) {
        return Period.between(date, day).getYears();
    }
}
