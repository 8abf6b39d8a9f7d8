package ma.qutb.documents.verification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.kernel.Language;
import ma.qutb.shell.ReaderLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * Tells anybody whether a paper in their hand is ours: by the QR code on it, or by its number and code typed into a form. Forms
 * are sent by GET, so that a phone that keeps no cookies can use them.
 */
@Controller
class VerificationController {

    private static final String LANGUAGE = "/{language:ar|fr|en|es|zgh}";

    private final Documents documents;
    private final Clock clock;

    VerificationController(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** The short address printed on papers. */
    @GetMapping("/v")
    String type(HttpServletRequest request) {
        return "redirect:/" + ReaderLanguage.of(request, Language::complete).code() + "/verify";
    }

    /** The address in QR codes. */
    @GetMapping("/v/{token}")
    String scan(@PathVariable String token, HttpServletRequest request) {
        return "redirect:/" + ReaderLanguage.of(request, Language::complete).code() + "/v/"
                + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8);
    }

    @GetMapping(LANGUAGE + "/v/{token}")
    ModelAndView show(@PathVariable String token, HttpServletResponse response) {
        notToBeKept(response);
        return answer(documents.byToken(token));
    }

    @GetMapping(LANGUAGE + "/verify")
    ModelAndView form(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        if (number.isBlank() && code.isBlank()) {
            return new ModelAndView("documents/verification/form");
        }
        notToBeKept(response);
        var found = documents.byNumber(number, code);
        return found.isPresent()
                ? answer(found)
                : new ModelAndView("documents/verification/form", HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("number", number)
                        .addObject("code", code)
                        .addObject("unknown", true);
    }

    private ModelAndView answer(Optional<IssuedDocument> found) {
        var status = found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        return new ModelAndView("documents/verification/answer", status)
                .addObject("verdict", Verdict.on(found.orElse(null), LocalDate.now(clock)));
    }

    /** No cache and no search engine may keep what a document says: it can be cancelled tomorrow. */
    private static void notToBeKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
