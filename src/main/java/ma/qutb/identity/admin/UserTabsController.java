package ma.qutb.identity.admin;

import java.util.UUID;
import ma.qutb.identity.signin.OpenSessions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a user: who they are, their open sessions, what was changed. */
@Controller
@RequestMapping("/app/users/{id}")
@PreAuthorize("hasAuthority('identity.see-accounts')")
class UserTabsController {

    private final UserPages pages;
    private final OpenSessions sessions;

    UserTabsController(UserPages pages, OpenSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        return page("show", id).addObject("roles", pages.roles(id));
    }

    @GetMapping("/sessions")
    ModelAndView sessions(@PathVariable UUID id) {
        return page("sessions", id).addObject("sessions", sessions.of(id));
    }

    @GetMapping("/changes")
    ModelAndView changes(@PathVariable UUID id) {
        return page("changes", id).addObject("entries", pages.changes(id));
    }

    private ModelAndView page(String view, UUID id) {
        return new ModelAndView("identity/admin/" + view, "account", pages.account(id));
    }
}
