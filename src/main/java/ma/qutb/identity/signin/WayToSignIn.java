package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.qutb.identity.account.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Where those go who may not pass: to the sign-in page and from there back to the page they were on, or to the page that
 * says no.
 */
@Component
class WayToSignIn implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        send(request, response, SignInAddress.backTo(pageOf(request)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (!(refused instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!signedIn()) {
            commenceAgain(request, response);
        } else {
            // A form opened before the last sign-in: its page again, where the browser still has what was typed.
            var page = pageOf(request);
            if (page.equals("/")) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                send(request, response, page);
            }
        }
    }

    private static void commenceAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, SignInAddress.backTo(pageOf(request)));
    }

    private static boolean signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    /** The page the reader looks at: the address itself, or where the form stands that was sent. */
    private static String pageOf(HttpServletRequest request) {
        var current = request.getHeader("HX-Current-URL");
        if (current != null) {
            return SignInAddress.local(current, request).orElse("/");
        }
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            var query = request.getQueryString();
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        var from = request.getHeader("Referer");
        return from == null ? "/" : SignInAddress.local(from, request).orElse("/");
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            // A redirect would be followed silently and the sign-in page drawn into a part of the page.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", address);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }
}
