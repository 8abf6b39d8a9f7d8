package ma.qutb.identity.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them: {@code 0661-23-45-67}, {@code 00212 661 234567}, {@code +212661234567}, in any digits. */
public final class PhoneNumbers {

    private static final Pattern MOROCCAN = Pattern.compile("(?:\\+212|00212|212|0)0?([5-8]\\d{8})");
    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9]\\d{7,14})");

    private PhoneNumbers() {}

    /** In E.164 form, if it is a phone number at all. */
    public static Optional<String> e164(String written) {
        var bare = new StringBuilder();
        for (int c : written.codePoints().toArray()) {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                bare.append(digit);
            } else if (c == '+' && bare.isEmpty()) {
                bare.append('+');
            } else if (!Character.isSpaceChar(c)
                    && "-./()–\t".indexOf(c) < 0
                    && Character.getType(c) != Character.FORMAT) {
                return Optional.empty();
            }
        }
        var moroccan = MOROCCAN.matcher(bare);
        if (moroccan.matches()) {
            return Optional.of("+212" + moroccan.group(1));
        }
        var foreign = FOREIGN.matcher(bare);
        return foreign.matches() && !foreign.group(1).startsWith("212")
                ? Optional.of("+" + foreign.group(1))
                : Optional.empty();
    }
}
