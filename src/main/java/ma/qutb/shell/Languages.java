package ma.qutb.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;

/** Which language a request is answered in: public addresses carry it, elsewhere the reader's choice is in a cookie; Arabic otherwise. */
final class Languages {

    static final String COOKIE = "lang";

    private Languages() {}

    static Language of(HttpServletRequest request) {
        return inPath(asked(request)).or(() -> chosen(request)).orElse(Language.AR);
    }

    static Optional<Language> inPath(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? Optional.empty() : Language.of(end < 0 ? path.substring(1) : path.substring(1, end));
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(it -> Language.of(it).stream())
                .filter(Language::complete)
                .findFirst();
    }
}
