package ma.qutb.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Draws templates: a view named {@code registry/people/show} is {@code src/main/jte/registry/people/show.jte}. */
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final PageServices services;

    JteViews(PageServices services, boolean reload) {
        this.services = services;
        this.templates = reload
                ? TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of("src/main/jte")),
                        Path.of("target/jte-reload"),
                        ContentType.Html,
                        getClass().getClassLoader())
                : TemplateEngine.createPrecompiled(
                        null, ContentType.Html, getClass().getClassLoader());
        templates.setTrimControlStructures(true);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith("redirect:") || name.startsWith("forward:") || !templates.hasTemplate(name + ".jte")
                ? null
                : new Drawn(name + ".jte");
    }

    static @Nullable Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private class Drawn implements View {

        private final String template;

        Drawn(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            parameters.put("page", new Page(services, request, Languages.of(request), actor()));
            // Drawn whole before the first byte leaves: a fault in a template becomes an error page, not half a page.
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType(getContentType());
            if (!KeptPages.keptNow(request, response, output)) {
                response.setContentLength(output.getContentLength());
                output.writeTo(response.getOutputStream());
            }
        }
    }
}
