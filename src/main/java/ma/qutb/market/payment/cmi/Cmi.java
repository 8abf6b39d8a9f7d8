package ma.qutb.market.payment.cmi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.kernel.Language;
import ma.qutb.market.payment.Acquirer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The hosted page of CMI. Money is only reserved on the card there ({@code PreAuth}); it is taken when our answer to the callback says
 * {@code ACTION=POSTAUTH}, so what cannot be delivered costs the buyer nothing.
 */
@Component
@Order(10)
@EnableConfigurationProperties(CmiSettings.class)
class Cmi implements Acquirer {

    private static final String DIRHAM = "504";
    private static final String SUCCESS = "00";
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}([.,]\\d{1,2})?");

    private final CmiSettings settings;

    Cmi(CmiSettings settings) {
        this.settings = settings;
    }

    @Override
    public String code() {
        return "cmi";
    }

    @Override
    public boolean ready() {
        return settings.complete();
    }

    @Override
    public Form form(Asking asking) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("clientid", settings.client());
        fields.put("storetype", "3D_PAY_HOSTING");
        fields.put("TranType", "PreAuth");
        fields.put("amount", BigDecimal.valueOf(asking.amount(), 2).toPlainString());
        fields.put("currency", DIRHAM);
        fields.put("oid", asking.number());
        fields.put("okUrl", asking.ok().toString());
        fields.put("failUrl", asking.fail().toString());
        fields.put("CallbackURL", asking.callback().toString());
        fields.put("shopurl", asking.shop().toString());
        fields.put("lang", language(asking.language()));
        fields.put("email", asking.email());
        fields.put("BillToName", asking.name());
        fields.put("tel", asking.phone());
        fields.put("rnd", UUID.randomUUID().toString());
        fields.put("hashAlgorithm", "ver3");
        fields.put("encoding", "UTF-8");
        fields.put("refreshtime", "5");
        fields.put("AutoRedirect", "true");
        // What is trimmed for the signature is sent trimmed: then nobody has to agree on what white space is.
        fields.replaceAll((_, value) -> value.strip());
        fields.put("HASH", HashV3.of(fields, settings.storeKey()));
        return new Form(settings.address(), fields);
    }

    @Override
    public Told read(Map<String, String> sent) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach((name, value) -> fields.put(name, decoded(value)));
        boolean genuine = ready()
                && fields.size() == sent.size()
                && HashV3.holds(fields, settings.storeKey())
                && fields.getOrDefault("clientid", "").equals(settings.client());
        return new Told(
                genuine,
                fields.getOrDefault("oid", "").strip(),
                SUCCESS.equals(fields.get("ProcReturnCode")),
                centimes(fields.getOrDefault("amount", "")),
                DIRHAM.equals(fields.get("currency")),
                fields.getOrDefault("TransId", fields.getOrDefault("AuthCode", "")),
                fields.getOrDefault("ErrMsg", fields.getOrDefault("Response", "")));
    }

    @Override
    public String words(Answer answer) {
        return switch (answer) {
            case TAKE -> "ACTION=POSTAUTH";
            case NOTED -> "APPROVED";
            case AGAIN -> "FAILURE";
        };
    }

    /** Values come as they stood on the page that sent them, with a line's end at times. */
    private static String decoded(String value) {
        return HtmlUtils.htmlUnescape(value.endsWith("\n") ? value.substring(0, value.length() - 1) : value);
    }

    private static OptionalLong centimes(String amount) {
        var typed = amount.strip();
        return AMOUNT.matcher(typed).matches()
                ? OptionalLong.of(new BigDecimal(typed.replace(',', '.'))
                        .movePointRight(2)
                        .longValueExact())
                : OptionalLong.empty();
    }

    /** The page there knows three languages. */
    private static String language(Language language) {
        return switch (language) {
            case AR, ZGH -> "ar";
            case FR -> "fr";
            case EN, ES -> "en";
        };
    }
}
