package ma.qutb.market.order;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.delivery.Zone;
import ma.qutb.registry.writing.Writing;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/** What a guest types at the checkout; it travels from page to page in the forms themselves and is kept nowhere before it is an order. */
public final class BuyerForm {

    static final String HOME = "home";
    static final String POLE = "pole";
    static final String ABROAD = "abroad";

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");

    private final Map<String, String> typed;
    private final Errors errors;

    BuyerForm(Map<String, String> sent) {
        typed = new TreeMap<>(sent);
        typed.putIfAbsent("way", HOME);
        typed.putIfAbsent("key", Ids.next().toString());
        errors = new MapBindingResult(typed, "form");
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public Errors errors() {
        return errors;
    }

    /** Names the order: sent twice, it is placed once. */
    public UUID key() {
        try {
            return UUID.fromString(value("key"));
        } catch (IllegalArgumentException e) {
            return Ids.next();
        }
    }

    /** Somebody who fills in what nobody sees is no buyer. */
    boolean byMachine() {
        return !value("website").isEmpty();
    }

    /** What was typed, read; whether it may be used is what {@link #errors} say. */
    Buyer read() {
        boolean pickUp = value("way").equals(POLE);
        boolean abroad = value("way").equals(ABROAD);
        var name = needed("name", 120);
        var phone = read("phone", () -> {
            if (value("phone").isBlank()) {
                throw new Refusal("market.checkout.refusal.phone");
            }
            return PhoneNumber.parse(value("phone")).value();
        });
        var email = read("email", () -> {
            var line = Writing.line(value("email"), 200);
            if (!line.isEmpty() && !EMAIL.matcher(line).matches()) {
                throw new Refusal("market.checkout.refusal.email");
            }
            return line;
        });
        var country = abroad ? read("country", this::country) : Zone.MOROCCO;
        var city = pickUp ? "" : needed("city", 120);
        var address = line("address", 300);
        var landmark = line("landmark", 300);
        if (!pickUp && address.isEmpty() && landmark.isEmpty() && !errors.hasFieldErrors("address")) {
            errors.rejectValue("address", "market.checkout.refusal.address", null, null);
        }
        var postcode = abroad ? needed("postcode", 20) : line("postcode", 20);
        return new Buyer(
                name,
                phone,
                email,
                pickUp,
                country,
                city,
                pickUp ? "" : address,
                pickUp ? "" : landmark,
                pickUp ? "" : postcode,
                line("note", 300));
    }

    private String country() {
        var code = value("country");
        if (!code.matches("[A-Z]{2}") || code.equals(Zone.MOROCCO)) {
            throw new Refusal("market.checkout.refusal.country");
        }
        return code;
    }

    private String needed(String field, int most) {
        var line = line(field, most);
        if (line.isEmpty() && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "market.checkout.refusal.needed", null, null);
        }
        return line;
    }

    private String line(String field, int most) {
        return read(field, () -> Writing.line(value(field), most));
    }

    private String read(String field, Supplier<String> how) {
        try {
            return how.get();
        } catch (Refusal refusal) {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
            return "";
        }
    }
}
