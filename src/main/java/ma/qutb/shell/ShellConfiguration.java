package ma.qutb.shell;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How pages are drawn and static files served. */
@Configuration
class ShellConfiguration {

    @Bean
    Assets assets(@Value("${qutb.templates.reload:false}") boolean reload) {
        return new Assets(reload);
    }

    @Bean
    Texts texts() throws IOException {
        return new Texts();
    }

    @Bean
    MessageSource messageSource(Texts texts) {
        return new TextMessages(texts);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLocale();
    }

    @Bean
    JteViews jteViews(
            Texts texts,
            MessageSource messages,
            List<MenuEntry> entries,
            ObjectProvider<Notices> notices,
            Clock clock,
            Assets assets,
            @Value("${qutb.public-address}") String publicAddress,
            @Value("${qutb.templates.reload:false}") boolean reload) {
        var services = new PageServices(
                texts,
                messages,
                new Menu(entries),
                actor -> {
                    var source = notices.getIfAvailable();
                    return source == null ? 0 : source.unread(actor);
                },
                assets,
                clock,
                publicAddress);
        return new JteViews(services, reload);
    }

    @Bean
    ma.qutb.kernel.Permission.Catalogue shellPermissions() {
        return () -> java.util.EnumSet.allOf(ShellPermission.class);
    }

    @Bean
    WebMvcRegistrations handlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new HandlersByPath();
            }
        };
    }

    /** The living style page, for those who make pages. */
    @Bean
    MenuEntry stylePage() {
        return new MenuEntry("menu.settings", 900, "menu.style", "layout-grid", "/app/style", "shell.see-style");
    }
}
