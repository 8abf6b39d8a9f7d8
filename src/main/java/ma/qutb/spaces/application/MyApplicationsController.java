package ma.qutb.spaces.application;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Toast;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.call.CallId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the telephone: the open calls, what I and those I lead applied for, and the screens of an application. */
@Controller
@RequestMapping("/app/my/applications")
@PreAuthorize("hasAuthority('" + Code.APPLY + "')")
class MyApplicationsController extends FillingIn {

    private final MyApplications mine;
    private final Applying applying;

    MyApplicationsController(Tools tools, MyApplications mine, Applying applying) {
        super(Desk.TELEPHONE, tools);
        this.mine = mine;
        this.applying = applying;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("spaces/application/mine")
                .addObject("offers", mine.offers(me(actor)))
                .addObject("earlier", mine.earlier(me(actor)))
                .addObject("fresh", ApplicationId.next());
    }

    /** The address carries the id, so that an impatient second tap begins nothing twice. */
    @PostMapping
    String begin(
            @RequestParam UUID id,
            @RequestParam UUID call,
            @RequestParam UUID party,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var applicant = mine.behind(me(actor)).stream()
                .filter(it -> it.id().equals(party))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            return "redirect:"
                    + Desk.TELEPHONE.path(
                            applying.begin(new ApplicationId(id), new CallId(call), applicant, taker(actor)));
        } catch (Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
            return "redirect:" + Desk.TELEPHONE.base();
        }
    }

    @Override
    ApplicationId open(UUID id, Actor actor) {
        return mine.find(new ApplicationId(id), me(actor))
                .filter(it -> actor.may(Code.APPLY))
                .map(Application::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Override
    Taker taker(Actor actor) {
        return Taker.self(actor, me(actor));
    }

    private static PersonId me(Actor actor) {
        return actor.person().map(PersonId::new).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
