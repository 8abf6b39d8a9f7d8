package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.identity.account.SignedIn;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What users do with their own account. Staff find it at {@code /app/account}, artisans at {@code /me/account}. */
@Controller
class MyAccountController {

    private final MyAccount mine;
    private final Enrolments enrolments;
    private final EndingSessions sessions;

    MyAccountController(MyAccount mine, Enrolments enrolments, EndingSessions sessions) {
        this.mine = mine;
        this.enrolments = enrolments;
        this.sessions = sessions;
    }

    @GetMapping({"/app/account", "/me/account"})
    ModelAndView show(@AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        return page(user, request, "", null);
    }

    @PostMapping("/me/account/language")
    String speak(@RequestParam String language, @AuthenticationPrincipal SignedIn user) {
        var chosen = Language.of(language).filter(Language::complete).orElse(Language.AR);
        mine.speak(user.id(), chosen);
        return "redirect:/language/" + chosen.code() + "?back=" + home(user);
    }

    @PostMapping("/me/account/password")
    ModelAndView password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return tried(
                user,
                request,
                redirect,
                "password",
                "identity.me.password.changed",
                () -> mine.changePassword(user, current, password, RequestOrigin.address(request)));
    }

    @GetMapping("/me/account/codes")
    ModelAndView codes(@AuthenticationPrincipal SignedIn user) {
        return mine.hasCodes(user.id())
                ? new ModelAndView("redirect:" + home(user))
                : enrolments.page(user.id(), "/me/account/codes", null);
    }

    @PostMapping("/me/account/codes")
    ModelAndView codesOn(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user) {
        try {
            return Enrolments.recovery(mine.confirmCodes(user.id(), code), home(user));
        } catch (Refusal refusal) {
            return enrolments.page(user.id(), "/me/account/codes", refusal);
        }
    }

    @PostMapping("/me/account/codes/off")
    ModelAndView codesOff(
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return tried(
                user,
                request,
                redirect,
                "codes",
                "identity.me.codes.off",
                () -> mine.codesOff(user, current, RequestOrigin.address(request)));
    }

    @PostMapping("/me/account/pin")
    ModelAndView pin(
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "1") int portrait,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return tried(
                user,
                request,
                redirect,
                "pin",
                "identity.me.pin.on",
                () -> mine.choosePin(user.id(), pin, portrait, request, response));
    }

    @PostMapping("/me/account/pin/off")
    String pinOff(@AuthenticationPrincipal SignedIn user, HttpServletRequest request, RedirectAttributes redirect) {
        mine.forgetPin(user.id(), request);
        Toast.ok(redirect, "identity.me.pin.off");
        return "redirect:" + home(user);
    }

    @PostMapping("/me/account/passkeys/{key}/removal")
    String removePasskey(
            @PathVariable String key, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        mine.removePasskey(user.id(), key);
        Toast.ok(redirect, "identity.me.passkey.removed");
        return "redirect:" + home(user);
    }

    @PostMapping("/me/account/sessions/{session}/end")
    String endOne(@PathVariable UUID session, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        sessions.one(user.id(), session);
        Toast.ok(redirect, "identity.me.session.ended");
        return "redirect:" + home(user);
    }

    /** Everywhere but here. */
    @PostMapping("/me/account/sessions/end")
    String endOthers(@AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        sessions.all(user.id(), user.signIn());
        Toast.ok(redirect, "identity.me.sessions.ended");
        return "redirect:" + home(user);
    }

    private ModelAndView tried(
            SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect,
            String section,
            String done,
            Runnable act) {
        try {
            act.run();
            Toast.ok(redirect, done);
            return new ModelAndView("redirect:" + home(user));
        } catch (Refusal refusal) {
            var page = page(user, request, section, refusal);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(
            SignedIn user,
            HttpServletRequest request,
            String section,
            @org.jspecify.annotations.Nullable Refusal refusal) {
        return new ModelAndView(user.staff() ? "identity/me/staff" : "identity/me/touch")
                .addObject("mine", mine.view(user, request))
                .addObject("section", section)
                .addObject("refusal", refusal);
    }

    private static String home(SignedIn user) {
        return user.staff() ? "/app/account" : "/me/account";
    }
}
