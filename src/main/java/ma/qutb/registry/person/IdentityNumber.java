package ma.qutb.registry.person;

import java.util.Locale;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;

/**
 * The number of an identity document in full. Kept only under seal ({@link IdentityVault}); never logged: its text is
 * its mask.
 */
public record IdentityNumber(IdentityKind kind, String value) {

    /** One or two letters and digits; public checks disagree about how many, so be generous. */
    private static final Pattern CIN = Pattern.compile("[A-Z]{1,2}[0-9]{3,8}");

    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{5,15}");

    public IdentityNumber {
        value = Writing.western(value).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9\\p{L}]", "");
        if (!(kind == IdentityKind.CIN ? CIN : OTHER).matcher(value).matches()) {
            throw new Refusal("registry.person.refusal.identity-form." + (kind == IdentityKind.CIN ? "cin" : "other"));
        }
    }

    /** Enough to recognise a card in one's hand, not enough to use it: {@code J•••••12}. */
    public String mask() {
        int letters = 0;
        while (letters < 2 && Character.isLetter(value.charAt(letters))) {
            letters++;
        }
        return value.substring(0, letters) + "•••••" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return mask();
    }
}
