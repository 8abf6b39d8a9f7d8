package ma.qutb.identity;

import java.util.Set;
import java.util.TreeSet;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages as any module would guard them. */
@RestController
class GuardedPages {

    private static final Logger log = LoggerFactory.getLogger(GuardedPages.class);

    /** Says where the reader's right to it holds. */
    @GetMapping("/app/test-guarded")
    @PreAuthorize("hasAuthority('identity.see-audit')")
    String page(@AuthenticationPrincipal Actor user) {
        log.info("guarded page read");
        return user.scopeOf("identity.see-audit") instanceof Scope.Within(Set<String> places)
                ? String.join(",", new TreeSet<>(places))
                : "everywhere";
    }

    @PostMapping("/app/test-form")
    String form() {
        return "saved";
    }
}
