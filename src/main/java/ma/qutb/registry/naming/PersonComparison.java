package ma.qutb.registry.naming;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.qutb.registry.naming.Likeness.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what two descriptions of a person share, in the manner of Fellegi and Sunter: each agreement adds evidence (the rarer, the
 * more), each contradiction takes away, and the sum is turned into a probability. Brothers, cousins and father and son share
 * the family name, the commune and often the phone, so without a like given name none of these suffices.
 */
public final class PersonComparison {

    private static final double BEFORE_ANYTHING = -8;

    /** The most that one part of a name, which hardly anybody bears, can say for two being one. */
    private static final double MOST_OF_A_NAME = 6.5 * 0.75;

    /** From here the score is {@link Likeness#SUGGESTED}; a little less, so that rounding excludes nobody. */
    private static final double EVIDENCE_SUGGESTED = -0.001;

    private final List<Reason> reasons = new ArrayList<>();
    private double evidence = BEFORE_ANYTHING;

    private PersonComparison() {}

    /** Compares two descriptions; the order does not matter. */
    public static Likeness compare(PersonFacts one, PersonFacts other) {
        var comparison = new PersonComparison();
        comparison.identity(one.identity(), other.identity());
        comparison.names(NameComparison.of(one.name(), other.name()));
        comparison.birth(one.birthDate(), other.birthDate());
        comparison.phone(one.phone(), other.phone());
        comparison.place(one, other);
        double score = 1 / (1 + Math.exp(-comparison.evidence));
        return new Likeness(score, List.copyOf(comparison.reasons));
    }

    /** What {@link #compare} says of two who are to be suggested. Of others, who are most, the names are seldom looked at. */
    public static Optional<Likeness> suggestion(PersonFacts one, PersonFacts other) {
        var beside = new PersonComparison();
        beside.identity(one.identity(), other.identity());
        beside.birth(one.birthDate(), other.birthDate());
        beside.phone(one.phone(), other.phone());
        beside.place(one, other);
        return beside.evidence + 2 * MOST_OF_A_NAME < EVIDENCE_SUGGESTED
                ? Optional.empty()
                : Optional.of(compare(one, other)).filter(Likeness::suggested);
    }

    private void identity(@Nullable String one, @Nullable String other) {
        if (one != null && other != null) {
            boolean same = one.equals(other);
            add(same ? 9 : -3.5, same ? Reason.SAME_IDENTITY : Reason.OTHER_IDENTITY);
        }
    }

    private void names(NameComparison names) {
        evidence += part(names.given(), names.givenShare()) + part(names.family(), names.familyShare());
        if (names.given() < 0.6) {
            reasons.add(Reason.OTHER_GIVEN_NAME);
        }
        if (names.family() < 0.6) {
            reasons.add(Reason.OTHER_FAMILY_NAME);
        }
        double weakest = Math.min(names.given(), names.family());
        if (weakest >= 0.6) {
            reasons.add(weakest > 0.95 ? Reason.SAME_NAME : Reason.SIMILAR_NAME);
        }
        if (names.swapped()) {
            add(-0.3, Reason.NAMES_SWAPPED);
        }
    }

    /** Evidence of one part of the name: up to the surprise of two strangers sharing it, down to a contradiction. */
    private static double part(double likeness, double sharePerThousand) {
        double surprise = Math.min(Math.log(1000 / sharePerThousand) * 0.75, MOST_OF_A_NAME);
        if (likeness >= 0.95) {
            return surprise;
        }
        if (likeness >= 0.6) {
            return surprise * (likeness - 0.6) / 0.35 - 2 * (0.95 - likeness) / 0.35;
        }
        return -3 - 7 * (0.6 - likeness);
    }

    private void birth(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return;
        }
        if (one.equals(other)) {
            add(isYearOnly(one) ? 3 : 4.2, Reason.SAME_BIRTH_DATE);
        } else if (one.getYear() == other.getYear() && (isYearOnly(one) || isYearOnly(other))) {
            add(2.2, Reason.CLOSE_BIRTH_DATE);
        } else if (mistyped(one, other)) {
            add(1.3, Reason.CLOSE_BIRTH_DATE);
        } else {
            long years = Math.abs(ChronoUnit.YEARS.between(one, other));
            add(years > 15 ? -6.5 : years > 1 ? -5 : -3.2, Reason.OTHER_BIRTH_DATE);
        }
    }

    private static boolean isYearOnly(LocalDate date) {
        return date.getDayOfYear() == 1;
    }

    /** One part wrong or day and month exchanged: what a hurried hand does. */
    private static boolean mistyped(LocalDate one, LocalDate other) {
        boolean exchanged = one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
        boolean sameDay = one.getDayOfMonth() == other.getDayOfMonth();
        boolean sameMonth = one.getMonthValue() == other.getMonthValue();
        boolean sameYear = one.getYear() == other.getYear();
        return exchanged
                || sameYear && sameDay
                || sameYear
                        && sameMonth
                        && oneDigit("%02d".formatted(one.getDayOfMonth()), "%02d".formatted(other.getDayOfMonth()))
                || sameDay && sameMonth && oneDigit("" + one.getYear(), "" + other.getYear());
    }

    private void phone(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return;
        }
        if (one.equals(other)) {
            add(2.6, Reason.SAME_PHONE);
        } else if (oneDigit(one, other)) {
            add(1.2, Reason.CLOSE_PHONE);
        } else {
            add(-0.6, Reason.OTHER_PHONE);
        }
    }

    private void place(PersonFacts one, PersonFacts other) {
        if (one.commune() != null && other.commune() != null) {
            if (one.commune().equals(other.commune())) {
                add(0.8, Reason.SAME_COMMUNE);
            } else {
                evidence -= 0.6;
            }
        }
        if (one.sex() != null && other.sex() != null && !one.sex().equals(other.sex())) {
            add(-3, Reason.OTHER_SEX);
        }
    }

    /** Same length, and one digit differs or two neighbours are exchanged. */
    private static boolean oneDigit(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = -1;
        int last = -1;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first == last
                || last == first + 1
                        && one.charAt(first) == other.charAt(last)
                        && one.charAt(last) == other.charAt(first);
    }

    private void add(double weight, Reason reason) {
        evidence += weight;
        reasons.add(reason);
    }
}
