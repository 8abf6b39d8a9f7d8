package ma.qutb.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template is drawn with: the reader's language and its texts, numbers and dates as Morocco writes them, who
 * is signed in and what they may see. One per drawn page; never kept.
 */
public final class Page {

    private final PageServices services;
    private final HttpServletRequest request;
    private final Language language;
    private final @Nullable Actor actor;

    Page(PageServices services, HttpServletRequest request, Language language, @Nullable Actor actor) {
        this.services = services;
        this.request = request;
        this.language = language;
        this.actor = actor;
    }

    /** The text of a key. */
    public String t(String key, Object... arguments) {
        return services.texts().say(language, key, arguments);
    }

    /** The text of a refusal or a validation error. */
    public String t(MessageSourceResolvable message) {
        return services.messages().getMessage(message, language.locale());
    }

    /** Whether the base text has this key. */
    public boolean hasText(String key) {
        return services.texts().has(key);
    }

    public Language language() {
        return language;
    }

    /** ISO code for {@code lang} attributes. */
    public String lang() {
        return language.code();
    }

    /** {@code rtl} or {@code ltr}. */
    public String dir() {
        return language.direction();
    }

    public boolean rtl() {
        return language.rightToLeft();
    }

    public String number(long value) {
        return Formats.number(language, value);
    }

    public String decimal(double value, int decimals) {
        return Formats.decimal(language, value, decimals);
    }

    /** Smallest parts in whole units, to the last decimal, without the unit. */
    public String exact(long smallestParts, int decimals) {
        return Formats.exact(language, smallestParts, decimals);
    }

    /** Centimes as an amount, without the unit. */
    public String amount(long centimes) {
        return Formats.amount(language, centimes);
    }

    /** A day in words. */
    public String date(LocalDate day) {
        return Formats.date(language, day);
    }

    /** A day in figures. */
    public String shortDate(LocalDate day) {
        return Formats.shortDate(day);
    }

    /** A moment in figures, at the pole's time. */
    public String when(Instant instant) {
        return Formats.shortDateTime(instant);
    }

    /** Today at the pole. */
    public LocalDate today() {
        return LocalDate.ofInstant(services.clock().instant(), Formats.ZONE);
    }

    /** The signed-in user, if any. */
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor);
    }

    /** Whether the signed-in user holds this permission. */
    public boolean may(String permission) {
        return actor != null && actor.may(permission);
    }

    /** Where this permission holds for the signed-in user. */
    public Scope scopeOf(String permission) {
        return actor == null ? Scope.NOWHERE : actor.scopeOf(permission);
    }

    /** The menu of the signed-in user, group by group. */
    public List<MenuGroup> menu() {
        return services.menu().of(actor, path());
    }

    /** Unread notifications of the signed-in user. */
    public int unread() {
        return actor == null ? 0 : services.notices().unread(actor);
    }

    /** Address of the page, without the context. */
    public String path() {
        // An error is drawn under another address than the reader asked for.
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String address ? address : request.getRequestURI();
    }

    /** Address with its query, to come back to. */
    public String here() {
        var query = request.getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    /** The same public page in another language, or the address that changes the language of a staff page. */
    public String in(Language other) {
        return Languages.inPath(path())
                .map(it -> "/" + other.code() + path().substring(it.code().length() + 1)
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString()))
                .orElseGet(() -> "/language/" + other.code() + "?back="
                        + java.net.URLEncoder.encode(here(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Whether the address itself carries the language. */
    public boolean isPublic() {
        return Languages.inPath(path()).isPresent();
    }

    /** Address of a static file, under a name that changes with its content. */
    public String asset(String file) {
        return services.assets().address(file);
    }

    /** The widths there are of a square picture of the program, for {@code srcset}: beside {@code rug.webp} lies {@code rug-360.webp}. */
    public String widths(String file) {
        var narrow = file.replace(".webp", "-360.webp");
        return services.assets().find(narrow).isPresent()
                ? asset(narrow) + " 360w, " + asset(file) + " 720w"
                : asset(file);
    }

    /** Changes when any static file does. */
    String assetVersion() {
        return services.assets().version();
    }

    /** Absolute address of a path, as others on the network see it. */
    public String absolute(String path) {
        return services.publicAddress() + path;
    }

    public String csrfToken() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    public String csrfParameter() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getParameterName()
                : "_csrf";
    }

    public String csrfHeader() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getHeaderName()
                : "X-CSRF-TOKEN";
    }

    /** Whether htmx asks for a part of the page. */
    public boolean partial() {
        return "true".equals(request.getHeader("HX-Request")) && request.getHeader("HX-Boosted") == null;
    }

    /** A message to show once after a redirect, with its kind ({@code ok}, {@code warn}, {@code bad}). */
    public Optional<Toast> toast() {
        return Toast.taken(request);
    }

    /** Number of this request, the same as in the log. */
    public String requestId() {
        return String.valueOf(request.getAttribute(RequestIds.ATTRIBUTE));
    }
}
