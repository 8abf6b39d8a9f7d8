package ma.qutb.market.payment.cmi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The signature of CMI's messages, {@code ver3}: the values of all fields but {@code hash} and {@code encoding}, in the order of their names
 * whatever the case, each trimmed, escaped and followed by a bar; at the end the escaped store key; of that SHA-512 in Base64.
 */
public final class HashV3 {

    private static final Set<String> LEFT_OUT = Set.of("HASH", "ENCODING");

    /** As the samples of the vendor do it; two names that differ by case alone stay in a fixed order. */
    private static final Comparator<String> BY_NAME =
            Comparator.comparing(HashV3::folded).thenComparing(Comparator.naturalOrder());

    private HashV3() {}

    public static String of(Map<String, String> fields, String storeKey) {
        return Base64.getEncoder().encodeToString(sha512(plainText(fields, storeKey)));
    }

    /** Whether the fields carry their signature; takes as long for a wrong one as for the right one. */
    public static boolean holds(Map<String, String> fields, String storeKey) {
        var claimed = fields.entrySet().stream()
                .filter(it -> folded(it.getKey()).equals("HASH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return MessageDigest.isEqual(
                of(fields, storeKey).getBytes(StandardCharsets.UTF_8),
                claimed.strip().getBytes(StandardCharsets.UTF_8));
    }

    static String plainText(Map<String, String> fields, String storeKey) {
        return fields.keySet().stream()
                .filter(it -> !LEFT_OUT.contains(folded(it)))
                .sorted(BY_NAME)
                .map(it -> escaped(fields.getOrDefault(it, "").strip()) + "|")
                .collect(Collectors.joining("", "", escaped(storeKey)));
    }

    /** First what escapes, then what is escaped: the other way round a bar would end a value it is part of. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.US);
    }

    private static byte[] sha512(String text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
