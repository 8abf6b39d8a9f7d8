package ma.qutb.identity.notification;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the bell, for staff and on the artisan's phone. */
@Controller
class NotificationController {

    private final NotificationTable notifications;

    NotificationController(NotificationTable notifications) {
        this.notifications = notifications;
    }

    @GetMapping({"/app/notifications", "/me/notifications"})
    ModelAndView list(@AuthenticationPrincipal Actor user, jakarta.servlet.http.HttpServletRequest request) {
        return new ModelAndView(
                        request.getRequestURI().startsWith("/me")
                                ? "identity/notification/touch"
                                : "identity/notification/list")
                .addObject("notices", notifications.of(user.id()));
    }

    /** Marks it read and leads to what it is about. */
    @PostMapping("/app/notifications/{id}/reading")
    String open(@PathVariable UUID id, @AuthenticationPrincipal Actor user) {
        return notifications
                .open(user.id(), id)
                .map(it -> "redirect:" + it)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/app/notifications/reading")
    String readAll(@AuthenticationPrincipal Actor user, jakarta.servlet.http.HttpServletRequest request) {
        notifications.readAll(user.id());
        var staff = user.roles().stream().anyMatch(ma.qutb.kernel.Role::staff);
        return "redirect:" + (staff ? "/app" : "/me") + "/notifications";
    }
}
