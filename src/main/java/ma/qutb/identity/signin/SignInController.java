package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
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
    private final Devices devices;
    private final Pins pins;

    SignInController(SigningIn signingIn, OpeningSessions sessions, EndingSessions ending, Devices devices, Pins pins) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.ending = ending;
        this.devices = devices;
        this.pins = pins;
    }

    @GetMapping(SignInAddress.PAGE)
    ModelAndView page(
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(required = false) @Nullable UUID person,
            @AuthenticationPrincipal @Nullable SignedIn user,
            HttpServletRequest request) {
        if (user != null) {
            return new ModelAndView("redirect:" + home(back, user.staff()));
        }
        var people = as.equals("other") ? List.<Pins.Person>of() : known(request);
        return people.isEmpty()
                ? form(new SignInForm("", back, null))
                : new ModelAndView(
                        "identity/signin/who", "form", new WhoForm(people, chosen(people, person), back, null));
    }

    private List<Pins.Person> known(HttpServletRequest request) {
        return devices.of(request).map(pins::people).orElseGet(List::of);
    }

    private static UUID chosen(List<Pins.Person> people, @Nullable UUID person) {
        return people.stream()
                .map(Pins.Person::account)
                .filter(it -> it.equals(person))
                .findFirst()
                .orElseGet(() -> people.getFirst().account());
    }

    @PostMapping(SignInAddress.PAGE)
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = signingIn.withPassword(username, password, RequestOrigin.address(request));
            devices.of(request).ifPresent(it -> pins.freshTries(it, account.id()));
            return sessions.openOrAskMore(account, Method.PASSWORD, back, request, response);
        } catch (Refusal refusal) {
            var form = form(new SignInForm(username, back, refusal));
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
