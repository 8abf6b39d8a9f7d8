package ma.qutb.registry.naming;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person when looking for another record of the same one.
 *
 * @param name in either or both scripts
 * @param birthDate the first of January also stands for "that year" on old papers
 * @param sex any code, compared as it is
 * @param phone in E.164
 * @param commune code of the territory
 * @param identity keyed hash of the CIN, compared as it is
 */
public record PersonFacts(
        FullName name,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String commune,
        @Nullable String identity) {}
