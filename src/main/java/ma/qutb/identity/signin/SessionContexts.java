package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.account.SignedIn;
import ma.qutb.identity.account.SignedInUsers;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** A session remembers the id of a sign-in and nothing else about the user: what they may do is asked of the database each time. */
@Component
class SessionContexts implements SecurityContextRepository {

    static final String SIGN_IN = "qutb.sign-in";

    private final SignedInUsers users;

    SessionContexts(SignedInUsers users) {
        this.users = users;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; Spring calls it when the user is first needed
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return user(exchange.getRequest())
                .<SecurityContext>map(it -> new SecurityContextImpl(new SignedInToken(it)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private Optional<SignedIn> user(HttpServletRequest request) {
        var session = request.getSession(false);
        var signIn = signIn(session);
        if (session == null || signIn == null) {
            return Optional.empty();
        }
        var user = users.of(signIn);
        user.ifPresentOrElse(it -> MDC.put(UserInLog.KEY, it.id().toString()), session::invalidate);
        return user;
    }

    /** Nothing to keep: {@link OpeningSessions} writes the one attribute there is. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signIn(request.getSession(false)) != null;
    }

    static @Nullable UUID signIn(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SIGN_IN) instanceof String id ? UUID.fromString(id) : null;
    }
}
