package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.identity.account.SignedIn;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page, and the way out. */
@Controller
class SignInController {

    private final SigningIn signingIn;
    private final OpeningSessions sessions;
    private final EndingSessions ending;

    SignInController(SigningIn signingIn, OpeningSessions sessions, EndingSessions ending) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.ending = ending;
    }

    @GetMapping(SignInAddress.PAGE)
    ModelAndView page(@RequestParam(defaultValue = "") String back, @AuthenticationPrincipal @Nullable SignedIn user) {
        return user == null
                ? form(new SignInForm("", back, null))
                : new ModelAndView("redirect:" + home(back, user.staff()));
    }

    @PostMapping(SignInAddress.PAGE)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = signingIn.withPassword(name, password, RequestOrigin.address(request));
            sessions.open(account, Method.PASSWORD, request, response);
            return new ModelAndView("redirect:" + SignInAddress.safe(back).orElse("/sign-in/home"));
        } catch (Refusal refusal) {
            var form = form(new SignInForm(name, back, refusal));
            form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return form;
        }
    }

    /** The first page after sign-in, by what the user is. */
    @GetMapping("/sign-in/home")
    String home(@AuthenticationPrincipal @Nullable SignedIn user) {
        return "redirect:" + (user == null ? SignInAddress.PAGE : home("", user.staff()));
    }

    @PostMapping("/sign-out")
    String signOut(@AuthenticationPrincipal @Nullable SignedIn user, HttpServletRequest request) {
        if (user != null) {
            ending.one(user.id(), user.signIn());
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return "redirect:/";
    }

    private static ModelAndView form(SignInForm form) {
        return new ModelAndView("identity/signin/sign-in", "form", form);
    }

    private static String home(String back, boolean staff) {
        return SignInAddress.safe(back).orElse(staff ? "/app" : "/me");
    }
}
