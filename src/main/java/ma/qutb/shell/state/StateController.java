package ma.qutb.shell.state;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import ma.qutb.shell.RequestIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where errors become pages. A fault is logged under the number the reader sees, and nothing else of it is
 * shown; a record that may not be seen looks the same as one that does not exist.
 */
@Controller
class StateController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(StateController.class);

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request) {
        return switch (statusOf(request)) {
            case NOT_FOUND -> page("not-found", HttpStatus.NOT_FOUND);
            case UNAUTHORIZED -> page("expired", HttpStatus.UNAUTHORIZED);
            case FORBIDDEN ->
                // A form sent after the session ended fails on its token: that is not a lack of permission.
                page(sessionOver(request) ? "expired" : "no-access", HttpStatus.FORBIDDEN);
            case HttpStatus status when status.is4xxClientError() -> page("refused", status);
            case HttpStatus status -> fault(request, status);
        };
    }

    /** What the service worker shows when there is no network; it must hold nothing of anybody. */
    @GetMapping("/{language:ar|fr|en}/offline")
    String offline() {
        return "shell/state/offline";
    }

    @GetMapping("/app/menu")
    String menu() {
        return "shell/menu";
    }

    private static ModelAndView page(String name, HttpStatus status) {
        return new ModelAndView("shell/state/" + name, status);
    }

    private static ModelAndView fault(HttpServletRequest request, HttpStatus status) {
        var reference = RequestIds.of(request);
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        log.error(
                "fault {} at {}",
                reference,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                cause instanceof Throwable thrown ? thrown : null);
        return page("fault", status).addObject("reference", reference);
    }

    private static boolean sessionOver(HttpServletRequest request) {
        @Nullable Object denied = request.getAttribute(WebAttributes.ACCESS_DENIED_403);
        return denied instanceof CsrfException;
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Nobody asks for this address by itself.
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
