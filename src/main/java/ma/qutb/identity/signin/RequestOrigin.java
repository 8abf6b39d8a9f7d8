package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import ma.qutb.kernel.Actor;
import ma.qutb.platform.ChangeOrigin;
import ma.qutb.shell.RequestIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The signed-in user and the request that is being answered; for a job, the name it put in the log context as {@code job}. */
@Component
class RequestOrigin implements ChangeOrigin {

    /** Reading the session to find out who acts is itself a transaction, which asks who acts. */
    private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

    /** The user of this request, found out now if nobody asked before. */
    static @Nullable Authentication user() {
        ASKING.set(true);
        try {
            return SecurityContextHolder.getContext().getAuthentication();
        } finally {
            ASKING.remove();
        }
    }

    @Override
    public String actor() {
        if (ASKING.get()) {
            return "";
        }
        var authentication = user();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor.id().toString();
        }
        var job = MDC.get("job");
        return job == null ? "" : job;
    }

    @Override
    public String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? address(attributes.getRequest())
                : "";
    }

    static String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return address == null ? "" : address;
    }

    @Override
    public String request() {
        return RequestIds.current();
    }
}
