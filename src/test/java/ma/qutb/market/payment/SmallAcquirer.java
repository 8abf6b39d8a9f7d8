package ma.qutb.market.payment;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;

/** Another acquirer is one class: this one signs by a word, and its answers are its own. */
@Order(20)
class SmallAcquirer implements Acquirer {

    static final String WORD = "open sesame";

    @Override
    public String code() {
        return "small";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Form form(Asking asking) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ref", asking.number());
        fields.put("centimes", String.valueOf(asking.amount()));
        return new Form(URI.create("https://small.example/pay"), fields);
    }

    @Override
    public Told read(Map<String, String> fields) {
        return new Told(
                WORD.equals(fields.get("word")),
                fields.getOrDefault("ref", ""),
                "yes".equals(fields.get("result")),
                OptionalLong.of(Long.parseLong(fields.getOrDefault("centimes", "0"))),
                true,
                fields.getOrDefault("transaction", ""),
                fields.getOrDefault("result", ""));
    }

    @Override
    public String words(Answer answer) {
        return answer.name().toLowerCase(java.util.Locale.ROOT);
    }
}
