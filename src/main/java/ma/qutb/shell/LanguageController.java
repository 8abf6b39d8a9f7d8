package ma.qutb.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import ma.qutb.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language a reader chooses for pages whose address carries none. */
@Controller
class LanguageController {

    @GetMapping("/language/{code}")
    ResponseEntity<Void> choose(
            @PathVariable String code, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        var language = Language.of(code).orElse(Language.AR);
        var cookie = ResponseCookie.from(Languages.COOKIE, language.code())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        // Only back into Qutb: "//elsewhere" would leave it.
        var safe = back.startsWith("/") && !back.startsWith("//") && !back.startsWith("/\\") ? back : "/";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, safe)
                .build();
    }

    /** The bare address leads home in the reader's language. */
    @GetMapping("/")
    String home(HttpServletRequest request) {
        return "redirect:/" + Languages.of(request).code();
    }
}
