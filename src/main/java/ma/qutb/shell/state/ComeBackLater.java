package ma.qutb.shell.state;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ma.qutb.shell.RequestIds;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that asks for a moment's patience, drawn without asking the database anything. */
@Component
class ComeBackLater {

    private static final String SECONDS = "5";

    private final ViewResolver views;

    ComeBackLater(@Qualifier("jteViews") ViewResolver views) {
        this.views = views;
    }

    /** @param why end of the texts' keys, {@code shell.state.<why>} */
    void answer(String why, HttpServletRequest request, HttpServletResponse response) throws ServletException {
        // The number of the request and what protects the page stay.
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            Objects.requireNonNull(views.resolveViewName("shell/state/later", Locale.ROOT))
                    .render(
                            Map.of("why", why, "reference", RequestIds.of(request), "again", again(request)),
                            request,
                            response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The page that was asked for; after a form was sent, the page it stood on, where the draft comes back. */
    private static String again(HttpServletRequest request) {
        var query = request.getQueryString();
        var here = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        if (request.getMethod().equals("GET")) {
            return here;
        }
        var from = UriComponentsBuilder.fromUriString(Objects.requireNonNullElse(request.getHeader("Referer"), "/"))
                .build();
        var path = request.getServerName().equals(from.getHost()) ? from.getPath() : null;
        return path == null ? "/" : from.getQuery() == null ? path : path + "?" + from.getQuery();
    }
}
