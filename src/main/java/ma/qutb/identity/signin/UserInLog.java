package ma.qutb.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who the user is before anything else happens, and keeps the user id that {@link SessionContexts} puts beside each line of the log from staying for the next request. */
class UserInLog extends OncePerRequestFilter {

    static final String KEY = "user";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Asked now, so that no transaction has to ask in its middle for a second connection.
        RequestOrigin.user();
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
