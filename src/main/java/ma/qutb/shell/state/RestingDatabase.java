package ma.qutb.shell.state;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is restarted or busy beyond measure the reader is told so, in their language, and may try again in a moment. It
 * stands before sessions and sign-in, which are in the database themselves: the ordinary error page could not be drawn.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RestingDatabase extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RestingDatabase.class);

    private final ComeBackLater later;

    RestingDatabase(ComeBackLater later) {
        this.later = later;
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
            later.answer("resting", request, response);
        }
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
