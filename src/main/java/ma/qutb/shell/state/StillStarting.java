package ma.qutb.shell.state;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The port is open before the first start has loaded its data: who comes early is asked to wait instead of meeting half a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class StillStarting extends OncePerRequestFilter {

    private final ApplicationAvailability availability;
    private final ComeBackLater later;

    StillStarting(ApplicationAvailability availability, ComeBackLater later) {
        this.availability = availability;
        this.later = later;
    }

    /** What watches Qutb asks for its health in its own way, and the waiting page wants its pictures. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().matches("/(actuator|assets)/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            chain.doFilter(request, response);
        } else {
            later.answer("starting", request, response);
        }
    }
}
