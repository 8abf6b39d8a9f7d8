package ma.qutb.identity.signin;

import ma.qutb.identity.ContentPolicy;
import ma.qutb.identity.PostedFromOutside;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Which addresses need a signed-in user, and the headers every answer carries. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {

    /** The camera takes a photo of a piece, the place fills a landmark; everything else stays shut. */
    private static final String FEATURES = "camera=(self), geolocation=(self), publickey-credentials-get=(self), "
            + "publickey-credentials-create=(self), microphone=(), payment=(), usb=(), browsing-topics=()";

    private static final long A_YEAR = 31_536_000;

    private static final IpAddressMatcher LOOPBACK_4 = new IpAddressMatcher("127.0.0.0/8");
    private static final IpAddressMatcher LOOPBACK_6 = new IpAddressMatcher("::1");

    /** Each filter of each request would be counted and timed; a page as a whole is already. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Static files know nobody and touch no session. */
    @Bean
    @Order(1)
    SecurityFilterChain assetsSecurity(HttpSecurity http) throws Exception {
        return withHeaders(http.securityMatcher("/assets/**", "/favicon.ico", "/sw.js"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Kept for ever under a name that changes with the content.
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    @Bean
    SecurityFilterChain pagesSecurity(
            HttpSecurity http,
            SessionContexts contexts,
            CsrfTokenRepository tokens,
            WayToSignIn wayToSignIn,
            ObjectProvider<PostedFromOutside> fromOutside)
            throws Exception {
        return withHeaders(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/app/**", "/me", "/me/**")
                        .authenticated()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((user, request) ->
                                new AuthorizationDecision(onThisMachine(request) || maySeeMetrics(user.get())))
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(fromOutside.stream()
                                .flatMap(it -> it.patterns().stream())
                                .toArray(String[]::new)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(wayToSignIn).accessDeniedHandler(wayToSignIn))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new UserInLog(), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** In a cookie, not in the session: a form outlives the session it was opened in, and visitors need none. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    /** Out of reach of scripts and of other sites; only over TLS where the browser came over TLS. */
    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    private static HttpSecurity withHeaders(HttpSecurity http) throws Exception {
        return http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.PAGES))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(FEATURES))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.maxAgeInSeconds(A_YEAR).includeSubDomains(false)));
    }

    private static boolean onThisMachine(RequestAuthorizationContext request) {
        return LOOPBACK_4.matches(request.getRequest()) || LOOPBACK_6.matches(request.getRequest());
    }

    private static boolean maySeeMetrics(org.springframework.security.core.Authentication user) {
        return user.getAuthorities().stream().anyMatch(it -> "identity.see-metrics".equals(it.getAuthority()));
    }
}
