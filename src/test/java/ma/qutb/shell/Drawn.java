package ma.qutb.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;

/** Draws a template without a server, as one reader would see it. */
final class Drawn {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Texts TEXTS = texts();

    private Drawn() {}

    static Page page(Language language, String path, @Nullable Actor actor) {
        var services = new PageServices(
                TEXTS,
                new TextMessages(TEXTS),
                new Menu(List.of(new MenuEntry("menu.settings", 1, "menu.style", "layout-grid", "/app/style", null))),
                reader -> 2,
                new Assets(false),
                Clock.fixed(Instant.parse("2025-11-24T10:00:00Z"), Formats.ZONE),
                "https://qutb.example");
        return new Page(services, new MockHttpServletRequest("GET", path), language, actor);
    }

    static String template(String name, Page page, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("page", page);
        var out = new StringOutput();
        TEMPLATES.render(name + ".jte", all, out);
        return out.toString();
    }

    private static Texts texts() {
        try {
            return new Texts();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
