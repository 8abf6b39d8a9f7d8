package ma.qutb.market.payment.fake;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.market.payment.cmi.HashV3;

/** What the bank says, signed: what it was asked, and what became of it. */
public final class Outcome {

    private Outcome() {}

    public static Map<String, String> accepted(Map<String, String> asked, String storeKey) {
        return said(asked, storeKey, Map.of("ProcReturnCode", "00", "Response", "Approved", "mdStatus", "1"));
    }

    public static Map<String, String> refused(Map<String, String> asked, String storeKey) {
        return said(
                asked,
                storeKey,
                Map.of("ProcReturnCode", "05", "Response", "Declined", "ErrMsg", "Do not honour", "mdStatus", "1"));
    }

    /**
     * Signs something.
     *
     * @param more replaces what was asked, where names are the same
     */
    public static Map<String, String> said(Map<String, String> asked, String storeKey, Map<String, String> more) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(asked);
        fields.remove("HASH");
        var transaction = UUID.randomUUID().toString();
        fields.put("TransId", "FAKE-" + transaction.substring(0, 13));
        fields.put("AuthCode", transaction.substring(0, 6));
        fields.put("MaskedPan", "4000 00** **** 0001");
        fields.put("EXTRA.CARDBRAND", "VISA");
        fields.putAll(more);
        fields.put("HASH", HashV3.of(fields, storeKey));
        return fields;
    }
}
