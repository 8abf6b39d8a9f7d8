package ma.qutb.shell.state;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.qutb.shell.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * While the database is restarted or busy beyond measure the reader is told so, in their language, and may try again in a moment. It
 * stands before sessions and sign-in, which are in the database themselves: the ordinary error page could not be drawn.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RestingDatabase extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RestingDatabase.class);
    private static final String SECONDS = "5";

    private final ViewResolver views;

    RestingDatabase(@Qualifier("jteViews") ViewResolver views) {
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !databaseAway(failure)) {
                throw failure;
            }
            log.warn("the database does not answer: {} {}", request.getMethod(), request.getRequestURI());
            // The number of the request and what protects the page stay.
            response.resetBuffer();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            draw(request, response);
        }
    }

    private void draw(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            Objects.requireNonNull(views.resolveViewName("shell/state/resting", Locale.ROOT))
                    .render(Map.of("reference", RequestIds.of(request), "again", again(request)), request, response);
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

    /** Classes 08 (no connection), 57P (the server stops or starts) and 53 (no room for another connection) of SQL's states. */
    static boolean databaseAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(30)
                .anyMatch(it -> it instanceof SQLTransientConnectionException
                        // What went wrong first, when the rollback found no connection either.
                        || it instanceof TransactionSystemException both
                                && both.getApplicationException() != null
                                && databaseAway(both.getApplicationException())
                        || it instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().matches("08.*|57P.*|53.*"));
    }
}
