package ma.qutb.registry.naming;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as registered; any part may be missing.
 *
 * @param givenArabic given name in Arabic letters
 * @param familyArabic family name in Arabic letters
 * @param givenLatin given name in Latin letters
 * @param familyLatin family name in Latin letters
 */
public record FullName(
        @Nullable String givenArabic,
        @Nullable String familyArabic,
        @Nullable String givenLatin,
        @Nullable String familyLatin) {}
