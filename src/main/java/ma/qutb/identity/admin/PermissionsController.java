package ma.qutb.identity.admin;

import ma.qutb.identity.account.Permissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What each role may do, in words. */
@Controller
@PreAuthorize("hasAuthority('identity.see-permissions')")
class PermissionsController {

    private final Permissions permissions;

    PermissionsController(Permissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping("/app/permissions")
    ModelAndView table() {
        return new ModelAndView("identity/admin/permissions", "permissions", permissions.all());
    }
}
