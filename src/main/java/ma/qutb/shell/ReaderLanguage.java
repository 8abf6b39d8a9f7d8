package ma.qutb.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import org.springframework.http.HttpHeaders;

/** In which language somebody reads who comes from a printed code: its address carries none. */
public final class ReaderLanguage {

    private ReaderLanguage() {}

    /**
     * What the reader chose here before, else what their phone speaks, else Arabic.
     *
     * @param there whether the page they go to exists in a language
     */
    public static Language of(HttpServletRequest request, Predicate<Language> there) {
        return chosen(request)
                .or(() -> request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? Optional.empty()
                        : Language.of(request.getLocale().getLanguage()))
                .filter(there)
                .orElse(Language.AR);
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(Languages.COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
    }
}
