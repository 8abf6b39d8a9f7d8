package ma.qutb.registry.directory;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import ma.qutb.kernel.Language;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Browsers may keep directory pages but ask each time whether they still hold: an unchanged page costs a slow network a
 * few bytes, and a withdrawal is seen at once.
 */
@Configuration
class DirectoryCaching {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> directoryEtags() {
        var registration = new FilterRegistrationBean<ShallowEtagHeaderFilter>(new AskingAgain());
        Arrays.stream(Language.values())
                .map(it -> "/" + it.code() + "/directory/*")
                .forEach(registration::addUrlPatterns);
        registration.setName("directoryEtags");
        return registration;
    }

    private static class AskingAgain extends ShallowEtagHeaderFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            super.doFilterInternal(request, response, chain);
        }
    }
}
