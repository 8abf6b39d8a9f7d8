package ma.qutb.shell;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages are drawn and static files served. */
@Configuration
class ShellConfiguration implements WebMvcConfigurer {

    private final Assets assets = new Assets();

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

    /** The living style page, for those who make pages. */
    @Bean
    MenuEntry stylePage() {
        return new MenuEntry("menu.settings", 900, "menu.style", "palette", "/app/style", "shell.see-style");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**"));
    }
}
