package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.SignedInUsers;
import ma.qutb.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;

/** Turns a proof of who somebody is into a session. */
@Service
class OpeningSessions {

    private final JdbcClient database;
    private final SignedInUsers users;
    private final CsrfTokenRepository forms;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningSessions(
            JdbcClient database, SignedInUsers users, CsrfTokenRepository forms, AuditTrail audit, Clock clock) {
        this.database = database;
        this.users = users;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a session for the user of this account; whatever session the browser had before is gone with its id. */
    void open(Account account, Method method, HttpServletRequest request, HttpServletResponse response) {
        var signIn = note(account.id(), method, request);
        var before = request.getSession(false);
        if (before != null) {
            // A session somebody else planted in this browser must not become the user's.
            before.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(SessionContexts.SIGN_IN, signIn.toString());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
        forms.saveToken(null, request, response);
        var user = users.of(signIn).orElseThrow();
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInToken(user)));
        audit.record("sign-in", SigningIn.ACCOUNT, account.id().toString(), Map.of("method", method.name()));
    }

    private UUID note(UUID account, Method method, HttpServletRequest request) {
        var id = Ids.next();
        database.sql("""
                        insert into identity.sign_in (id, account, method, device, address, signed_in_at, last_used_at)
                        values (:id, :account, :method, :device, :address, :now, :now)""")
                .param("id", id)
                .param("account", account)
                .param("method", method.name())
                .param("device", Device.describe(request.getHeader("User-Agent")))
                .param("address", RequestOrigin.address(request))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }
}
