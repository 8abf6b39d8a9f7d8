package ma.qutb.registry.importing;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.Likeness.Reason;
import ma.qutb.registry.naming.PersonComparison;
import ma.qutb.registry.naming.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a record and shares a number with a row of a list.
 *
 * @param identityHash of their identity card
 * @param gaps what the record does not know
 */
record KnownPerson(
        PersonId id,
        long number,
        FullName name,
        @Nullable String identityHash,
        @Nullable String registerNumber,
        @Nullable String phone,
        boolean phoneShared,
        @Nullable TerritoryCode place,
        Set<Gap> gaps) {

    /** What a list can complete. */
    enum Gap {
        ARABIC_NAME,
        LATIN_NAME,
        SEX,
        BIRTH,
        IDENTITY,
        PHONE,
        PLACE,
        LANDMARK,
        LANGUAGES,
        WORK,
        SINCE,
        REGISTER_NUMBER,
        CARD
    }

    /** Whether both can be names of one person. */
    boolean isCalled(ImportedPerson row) {
        var reasons = PersonComparison.compare(only(name), only(row.fullName())).reasons();
        return !reasons.contains(Reason.OTHER_GIVEN_NAME) && !reasons.contains(Reason.OTHER_FAMILY_NAME);
    }

    /** Whether a card or register number says that they are two. */
    boolean isSomebodyElse(ImportedPerson row) {
        return differ(identityHash, row.identityHash()) || differ(registerNumber, row.registerNumber());
    }

    /** Which of the gaps the row fills. */
    Set<Gap> filledBy(ImportedPerson row) {
        var filled = EnumSet.noneOf(Gap.class);
        gaps.stream().filter(gap -> fills(row, gap)).forEach(filled::add);
        return filled;
    }

    private static boolean fills(ImportedPerson row, Gap gap) {
        var work = row.work();
        return switch (gap) {
            case ARABIC_NAME -> !row.name().arabic().isEmpty();
            case LATIN_NAME -> !row.name().latin().isEmpty();
            case SEX -> row.sex() != null;
            case BIRTH -> row.birth() != null;
            case IDENTITY -> row.identity() != null;
            case PHONE -> row.phone() != null;
            case PLACE -> row.place() != null;
            case LANDMARK -> !row.landmark().isEmpty();
            case LANGUAGES -> !row.languages().isEmpty();
            case WORK -> work != null;
            case SINCE -> work != null && work.practisingSince() != null;
            case REGISTER_NUMBER -> row.registerNumber() != null;
            case CARD -> work != null && work.registration().cardNumber() != null;
        };
    }

    private static PersonFacts only(FullName name) {
        return new PersonFacts(name, null, null, null, null, null);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Objects.equals(one, other);
    }
}
