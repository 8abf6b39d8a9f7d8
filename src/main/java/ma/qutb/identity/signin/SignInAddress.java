package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses to sign-in and back; never out of Qutb. */
final class SignInAddress {

    static final String PAGE = "/sign-in";

    private SignInAddress() {}

    /** The sign-in page that leads back to this one. */
    static String backTo(String page) {
        return page.equals("/") ? PAGE : PAGE + "?back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** Path and query of an absolute address on this very server. */
    static Optional<String> local(String address, HttpServletRequest request) {
        try {
            var uri = new URI(address);
            if (!request.getServerName().equalsIgnoreCase(uri.getHost())) {
                return Optional.empty();
            }
            var query = uri.getRawQuery();
            return safe(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The page to return to, if it is one of ours and not sign-in itself. */
    static Optional<String> safe(String page) {
        // Browsers read "//elsewhere" and "/\elsewhere" as another server.
        boolean ours = page.startsWith("/")
                && !page.startsWith("//")
                && page.indexOf('\\') < 0
                && page.chars().noneMatch(Character::isISOControl);
        return ours && !page.startsWith(PAGE) && !page.startsWith("/sign-out") ? Optional.of(page) : Optional.empty();
    }
}
