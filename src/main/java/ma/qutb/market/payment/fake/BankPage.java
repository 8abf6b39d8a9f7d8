package ma.qutb.market.payment.fake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The pages of the bank that is none, in the three languages such pages have. */
final class BankPage {

    private static final String FOLDER = "/fake-acquirer/";

    private final String frame = text("page.html");
    private final Properties words = new Properties();

    BankPage() {
        try (var reader = new InputStreamReader(
                BankPage.class.getResourceAsStream(FOLDER + "words.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String asking(String language, String token, Map<String, String> asked, boolean declined) {
        var facts = "<dl><dt>" + say(language, "order") + "</dt><dd dir=\"ltr\">" + safe(asked, "oid") + "</dd><dt>"
                + say(language, "amount") + "</dt><dd dir=\"ltr\">" + safe(asked, "amount") + " MAD</dd></dl>";
        return framed(
                language,
                "title",
                (declined
                                ? "<p role=\"alert\">" + say(language, "declined") + "</p>"
                                : "<p>" + say(language, "lead") + "</p>")
                        + facts
                        + form(
                                "/fim/choice",
                                Map.of("token", token),
                                choice(language, "pay")
                                        + choice(language, "refuse")
                                        + choice(language, "back")
                                        + choice(language, "close")));
    }

    String back(String language, String address, Map<String, String> said) {
        return framed(language, "back.title", form(address, said, "<button>" + say(language, "back.go") + "</button>"));
    }

    String closed(String language) {
        return framed(language, "closed", "");
    }

    String refused(String language) {
        return framed(language, "refused", "");
    }

    private String choice(String language, String which) {
        return "<button name=\"choice\" value=\"" + which + "\">" + say(language, which) + "</button>";
    }

    private static String form(String address, Map<String, String> fields, String buttons) {
        return "<form method=\"post\" action=\"" + HtmlUtils.htmlEscape(address) + "\">"
                + fields.keySet().stream()
                        .map(it -> "<input type=\"hidden\" name=\"" + HtmlUtils.htmlEscape(it) + "\" value=\""
                                + safe(fields, it) + "\">")
                        .collect(Collectors.joining())
                + buttons + "</form>";
    }

    private String framed(String language, String title, String body) {
        return frame.replace("{{lang}}", known(language))
                .replace("{{dir}}", known(language).equals("ar") ? "rtl" : "ltr")
                .replace("{{title}}", say(language, title))
                .replace("{{fake}}", say(language, "fake"))
                .replace("{{body}}", body);
    }

    private String say(String language, String key) {
        return HtmlUtils.htmlEscape(words.getProperty(key + "." + known(language)));
    }

    private static String known(String language) {
        return language.equals("fr") || language.equals("en") ? language : "ar";
    }

    private static String safe(Map<String, String> fields, String name) {
        return HtmlUtils.htmlEscape(fields.getOrDefault(name, ""));
    }

    private static String text(String name) {
        try (var in = BankPage.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
