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
import org.springframework.web.servlet.ModelAndView;

/** Turns a proof of who somebody is into a session. */
@Service
class OpeningSessions {

    private final JdbcClient database;
    private final SignedInUsers users;
    private final SecondFactor factor;
    private final SecondFactorRule rule;
    private final HalfSignIn half;
    private final CsrfTokenRepository forms;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningSessions(
            JdbcClient database,
            SignedInUsers users,
            SecondFactor factor,
            SecondFactorRule rule,
            HalfSignIn half,
            CsrfTokenRepository forms,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.factor = factor;
        this.rule = rule;
        this.half = half;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** After a password or a link: opens the session, or asks for the code first. */
    ModelAndView openOrAskMore(
            Account account, Method method, String back, HttpServletRequest request, HttpServletResponse response) {
        var step = factor.on(account.id())
                ? "/sign-in/code"
                : rule.requires(users.rolesOf(account.id())) ? "/sign-in/enrolment" : "";
        if (step.isEmpty()) {
            return open(account, method, back, request, response);
        }
        half.remember(request, new HalfSignIn.Expected(account.id(), method, back));
        return new ModelAndView("redirect:" + step);
    }

    /** Opens the session and leads to the page the user came for. */
    ModelAndView open(
            Account account, Method method, String back, HttpServletRequest request, HttpServletResponse response) {
        open(account, method, request, response);
        return new ModelAndView("redirect:" + landing(back));
    }

    /** The page after sign-in. */
    static String landing(String back) {
        return SignInAddress.safe(back).orElse("/sign-in/home");
    }

    /** Whatever session the browser had before is gone with its id. */
    private void open(Account account, Method method, HttpServletRequest request, HttpServletResponse response) {
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
