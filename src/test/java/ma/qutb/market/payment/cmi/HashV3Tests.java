package ma.qutb.market.payment.cmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashV3Tests {

    private static final String KEY = "TEST|1234";

    private static Map<String, String> vector() {
        var fields = new HashMap<String, String>();
        fields.put("amount", "1285.50");
        fields.put("BillToName", "زينب|x");
        fields.put("CallbackURL", "https://shop.example/cb");
        fields.put("clientid", "600000000");
        fields.put("currency", "504");
        fields.put("email", "a@b.ma");
        fields.put("failUrl", "https://shop.example/fail");
        fields.put("hashAlgorithm", "ver3");
        fields.put("lang", "ar");
        fields.put("oid", "QTB-2025-000001");
        fields.put("okUrl", "https://shop.example/ok");
        fields.put("rnd", "20251124");
        fields.put("storetype", "3D_PAY_HOSTING");
        fields.put("TranType", "PreAuth");
        fields.put("encoding", "UTF-8");
        return fields;
    }

    @Test
    void theTestVectorComesOut() {
        assertThat(HashV3.plainText(vector(), KEY))
                .isEqualTo(
                        "1285.50|زينب\\|x|https://shop.example/cb|600000000|504|a@b.ma|https://shop.example/fail|ver3|ar|"
                                + "QTB-2025-000001|https://shop.example/ok|20251124|3D_PAY_HOSTING|PreAuth|TEST\\|1234");
        assertThat(HashV3.of(vector(), KEY))
                .isEqualTo("G6HHV1fVCvg6nxup7Gq6Awa2FQiSwo94klKoeYidnaC5W6fdHEeah2ukDDobCiecpuciudcJkOswq6AXVECnKw==");
    }

    @Test
    void neitherTheOrderOfFieldsNorTheCaseOfNamesMatters() {
        var random = new Random(17);
        for (int n = 0; n < 500; n++) {
            var fields = made(random);
            var names = new ArrayList<>(fields.keySet());
            Collections.shuffle(names, random);
            var shuffled = new LinkedHashMap<String, String>();
            boolean upper = random.nextBoolean();
            names.forEach(it -> shuffled.put(upper ? it.toUpperCase(Locale.US) : it, " " + fields.get(it) + "\n"));

            assertThat(HashV3.of(shuffled, KEY)).isEqualTo(HashV3.of(fields, KEY));
        }
    }

    /** Whoever could move a bar from one value into the next would have signed another amount. */
    @Test
    void noTwoListsOfValuesReadTheSame() {
        var random = new Random(18);
        var read = new HashMap<String, List<String>>();
        for (int n = 0; n < 20_000; n++) {
            var values = List.of(nasty(random), nasty(random), nasty(random));
            var text = HashV3.plainText(Map.of("a", values.get(0), "b", values.get(1), "c", values.get(2)), KEY);

            assertThat(read.computeIfAbsent(text, _ -> values)).isEqualTo(values);
        }
        assertThat(read).hasSizeGreaterThan(1_000);
    }

    @Test
    void anyChangeBreaksTheSignature() {
        var random = new Random(19);
        for (int n = 0; n < 500; n++) {
            var fields = made(random);
            fields.put("HASH", HashV3.of(fields, KEY));
            assertThat(HashV3.holds(fields, KEY)).isTrue();
            assertThat(HashV3.holds(fields, KEY + " ")).isFalse();
            var name = fields.keySet().stream()
                    .filter(it -> !it.equals("HASH"))
                    .skip(random.nextInt(fields.size() - 1))
                    .findFirst()
                    .orElseThrow();
            fields.merge(name, "0", String::concat);
            assertThat(HashV3.holds(fields, KEY)).isFalse();
        }
    }

    @Test
    void theSignatureItselfAndTheEncodingAreNotSigned() {
        var fields = vector();
        var hash = HashV3.of(fields, KEY);
        fields.put("Hash", hash);
        fields.put("ENCODING", "windows-1256");

        assertThat(HashV3.holds(fields, KEY)).isTrue();
        assertThat(HashV3.holds(vector(), KEY)).as("without a signature").isFalse();
    }

    private static Map<String, String> made(Random random) {
        var fields = new HashMap<String, String>();
        for (int n = 0; n < 3 + random.nextInt(10); n++) {
            fields.put("f" + (char) ('a' + n) + (char) ('a' + random.nextInt(26)), nasty(random));
        }
        return fields;
    }

    private static String nasty(Random random) {
        var text = new StringBuilder();
        for (int n = 0; n < random.nextInt(4); n++) {
            text.append("\\|aزé".charAt(random.nextInt(5)));
        }
        return text.toString();
    }
}
