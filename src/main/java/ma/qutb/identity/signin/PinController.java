package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in with a PIN on a phone that knows who holds it. */
@Controller
class PinController {

    private final Devices devices;
    private final Pins pins;
    private final OpeningSessions sessions;
    private final ForgottenPins forgotten;

    PinController(Devices devices, Pins pins, OpeningSessions sessions, ForgottenPins forgotten) {
        this.devices = devices;
        this.pins = pins;
        this.sessions = sessions;
        this.forgotten = forgotten;
    }

    @PostMapping("/sign-in/pin")
    ModelAndView signIn(
            @RequestParam UUID person,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var device = devices.of(request);
        if (device.isEmpty()) {
            return new ModelAndView("redirect:" + SignInAddress.PAGE);
        }
        try {
            var account = pins.check(device.get(), person, pin);
            return sessions.open(account, Method.PIN, back, request, response);
        } catch (Refusal refusal) {
            return again(device.get(), person, back, refusal, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** "I forgot my code, call me": tells those who give accounts. */
    @PostMapping("/sign-in/call")
    ModelAndView call(@RequestParam UUID person, HttpServletRequest request) {
        var device = devices.of(request);
        if (device.isEmpty()
                || pins.people(device.get()).stream()
                        .noneMatch(it -> it.account().equals(person))) {
            return new ModelAndView("redirect:" + SignInAddress.PAGE);
        }
        forgotten.call(person);
        return again(device.get(), person, "", new Refusal("identity.pin.called"), HttpStatus.OK);
    }

    private ModelAndView again(UUID device, UUID person, String back, Refusal said, HttpStatus status) {
        var people = pins.people(device);
        var page = people.isEmpty()
                ? new ModelAndView("identity/signin/sign-in", "form", new SignInForm("", back, said))
                : new ModelAndView("identity/signin/who", "form", new WhoForm(people, person, back, said));
        page.setStatus(status);
        return page;
    }
}
