package ma.qutb.market.making;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Typed;

/** What a screen of the telephone sent: taps and numbers. */
record Taps(Map<String, String> sent) {

    String text(String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** A number in its smallest parts, or nothing. */
    OptionalLong number(String name, int decimals) {
        if (text(name).isEmpty()) {
            return OptionalLong.empty();
        }
        var number = Typed.parts(text(name), decimals);
        if (number.isEmpty()) {
            throw new Refusal("registry.form.refusal.quantity", text(name));
        }
        return number;
    }

    /** A number that must be there. */
    long needed(String name, int decimals, String refusal) {
        return number(name, decimals).orElseThrow(() -> new Refusal(refusal));
    }

    /** What the screen shows again after a refusal. */
    Map<String, String> again() {
        return new HashMap<>(sent);
    }
}
