package ma.qutb.registry.naming;

import java.util.List;

/**
 * How a word sounds, in either script: its consonants by class, and after each the vowels that were written.
 * Classes: B, T (ت ث ط), J, H (ح ه), X (خ), D (د ذ ض ظ), R, Z, S (س ص), C (ش), G (غ), F, K (ق ك گ), L, M, N, W, Y, and A for a
 * word that begins with a vowel or ayn.
 *
 * @param consonants one letter a consonant
 * @param vowels one set of vowels (a sum of {@link #A} … {@link #UNWRITTEN}) for each consonant
 * @param arabic whether it was read from Arabic letters
 */
record Sound(String consonants, String vowels, boolean arabic) {

    static final int A = 1;
    static final int E = 2;
    static final int I = 4;
    static final int U = 8;
    /** Arabic does not write short vowels: any or none may be there. */
    static final int UNWRITTEN = 16;

    private static final int LETTERS = 128;

    /** Consonants that many confuse. */
    private static final boolean[] ALIKE = new boolean[LETTERS * LETTERS];

    static {
        for (var pair : List.of("SZ", "HX", "DT", "AH", "JK", "CS", "GK", "GR", "KX")) {
            ALIKE[pair.charAt(0) * LETTERS + pair.charAt(1)] = true;
            ALIKE[pair.charAt(1) * LETTERS + pair.charAt(0)] = true;
        }
    }

    /** Reads a notation of capital consonants and small vowels, as the readers of the two scripts produce it. */
    static Sound of(String notation, boolean arabic) {
        var consonants = new StringBuilder();
        var vowels = new StringBuilder();
        for (char sign : notation.toCharArray()) {
            int end = consonants.length() - 1;
            if (Character.isUpperCase(sign)) {
                boolean doubled = end >= 0 && consonants.charAt(end) == sign && vowels.charAt(end) == 0;
                if (!doubled) {
                    consonants.append(sign);
                    vowels.append((char) 0);
                }
            } else if (end >= 0) {
                vowels.setCharAt(end, (char) (vowels.charAt(end) | vowel(sign)));
            }
        }
        if (arabic) {
            for (int i = 0; i < vowels.length(); i++) {
                if (vowels.charAt(i) == 0) {
                    vowels.setCharAt(i, (char) UNWRITTEN);
                }
            }
        }
        return new Sound(consonants.toString(), vowels.toString(), arabic);
    }

    private static int vowel(char sign) {
        return switch (sign) {
            case 'a' -> A;
            case 'e' -> E;
            case 'i' -> I;
            case 'u' -> U;
            default -> UNWRITTEN;
        };
    }

    int length() {
        return consonants.length();
    }

    /** Between 0 (nothing in common) and 1 (sounds the same). */
    double likeness(Sound other) {
        int longest = Math.max(length(), other.length());
        if (longest == 0) {
            return 0;
        }
        return Math.max(0, 1 - distance(other) / Math.max(longest, 2.5));
    }

    private double distance(Sound other) {
        boolean strict = arabic && other.arabic;
        int columns = other.length() + 1;
        var before = new double[columns];
        var twoBefore = new double[columns];
        for (int j = 1; j < columns; j++) {
            before[j] = before[j - 1] + omission(other.consonants.charAt(j - 1), j - 1, strict);
        }
        for (int i = 1; i <= length(); i++) {
            var row = new double[columns];
            row[0] = before[0] + omission(consonants.charAt(i - 1), i - 1, strict);
            for (int j = 1; j < columns; j++) {
                double replaced = before[j - 1]
                        + consonant(consonants.charAt(i - 1), other.consonants.charAt(j - 1))
                        + vowels(vowels.charAt(i - 1), other.vowels.charAt(j - 1), strict)
                                // Endings vary freely: Mouna, Mounia; Zakaria, Zakariae; ليلى, ليلا.
                                * (i == length() && j == columns - 1 ? 0.4 : 1);
                double omitted = Math.min(
                        before[j] + omission(consonants.charAt(i - 1), i - 1, strict),
                        row[j - 1] + omission(other.consonants.charAt(j - 1), j - 1, strict));
                row[j] = Math.min(replaced, omitted);
                if (i > 1
                        && j > 1
                        && consonants.charAt(i - 1) == other.consonants.charAt(j - 2)
                        && consonants.charAt(i - 2) == other.consonants.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBefore[j - 2] + 0.8);
                }
            }
            twoBefore = before;
            before = row;
        }
        return before[columns - 1];
    }

    private static double omission(char consonant, int position, boolean strict) {
        return switch (consonant) {
            case 'A' -> 0.5;
            // French ears miss the haa; nobody leaves it out in Arabic.
            case 'H', 'W', 'Y' -> strict || position == 0 ? 1 : 0.7;
            default -> 1;
        };
    }

    private static double consonant(char one, char other) {
        if (one == other) {
            return 0;
        }
        return ALIKE[one * LETTERS + other] ? 0.6 : 1;
    }

    private static double vowels(int one, int other, boolean bothArabic) {
        if (one == other || (one & other) != 0) {
            return 0;
        }
        if (one == UNWRITTEN || other == UNWRITTEN) {
            int written = one == UNWRITTEN ? other : one;
            return !bothArabic ? 0 : written == A ? 0.15 : 0.5;
        }
        if (one == 0 || other == 0) {
            int written = one | other;
            return (written & E) != 0 ? 0.05 : (written & A) != 0 ? 0.15 : 0.3;
        }
        int both = one | other;
        boolean near = (both & E) != 0 && (both & U) == 0;
        return near ? 0.1 : 0.55;
    }
}
