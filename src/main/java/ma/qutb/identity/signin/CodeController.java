package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Accounts;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of sign-in: the code of the phone, or setting one up where the role asks for it. */
@Controller
class CodeController {

    private static final String START = "redirect:" + SignInAddress.PAGE;

    private final HalfSignIn half;
    private final SecondFactor factor;
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Accounts accounts;
    private final OpeningSessions sessions;
    private final AuditTrail audit;

    CodeController(
            HalfSignIn half,
            SecondFactor factor,
            Enrolments enrolments,
            Attempts attempts,
            Accounts accounts,
            OpeningSessions sessions,
            AuditTrail audit) {
        this.half = half;
        this.factor = factor;
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    @GetMapping("/sign-in/code")
    ModelAndView ask(HttpServletRequest request) {
        return half.expected(request).map(it -> page(null)).orElseGet(() -> new ModelAndView(START));
    }

    @PostMapping("/sign-in/code")
    ModelAndView check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var expected = half.expected(request);
        if (expected.isEmpty()) {
            return new ModelAndView(START);
        }
        var account = expected.get().account();
        try {
            // Counted apart from passwords: whoever has the password must not get fresh tries by signing in again.
            attempts.begin(Attempts.keyOf(account) + " code", RequestOrigin.address(request));
            if (!factor.accepts(account, code)) {
                audit.record("sign-in-failed", SigningIn.ACCOUNT, account.toString(), Map.of("reason", "code"));
                throw new Refusal("identity.code.refusal.wrong");
            }
            attempts.forget(Attempts.keyOf(account) + " code");
            return sessions.open(
                    accounts.findById(account).orElseThrow(),
                    Method.PASSWORD_AND_CODE,
                    expected.get().back(),
                    request,
                    response);
        } catch (Refusal refusal) {
            var page = page(refusal);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/sign-in/enrolment")
    ModelAndView enrol(HttpServletRequest request) {
        return half.expected(request)
                .map(it -> enrolments.page(it.account(), "/sign-in/enrolment", null))
                .orElseGet(() -> new ModelAndView(START));
    }

    @PostMapping("/sign-in/enrolment")
    ModelAndView enrolled(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var expected = half.expected(request);
        if (expected.isEmpty()) {
            return new ModelAndView(START);
        }
        var account = expected.get().account();
        try {
            attempts.begin(Attempts.keyOf(account) + " code", RequestOrigin.address(request));
            var recovery = factor.confirm(account, code);
            attempts.forget(Attempts.keyOf(account) + " code");
            sessions.open(
                    accounts.findById(account).orElseThrow(),
                    Method.PASSWORD_AND_CODE,
                    expected.get().back(),
                    request,
                    response);
            return Enrolments.recovery(
                    recovery, OpeningSessions.landing(expected.get().back()));
        } catch (Refusal refusal) {
            return enrolments.page(account, "/sign-in/enrolment", refusal);
        }
    }

    private static ModelAndView page(@Nullable Refusal refusal) {
        return new ModelAndView("identity/signin/code").addObject("refusal", refusal);
    }
}
