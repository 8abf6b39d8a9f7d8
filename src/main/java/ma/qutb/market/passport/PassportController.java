package ma.qutb.market.passport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.store.Facts;
import ma.qutb.market.store.Share;
import ma.qutb.market.store.WordsForReaders;
import ma.qutb.shell.QrSquares;
import ma.qutb.shell.ReaderLanguage;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a passport, and the one that finds it by what is printed on a tag. */
@Controller
class PassportController {

    private static final String LANGUAGE = "/{language:ar|fr|en|es|zgh}";

    private final ReadingPassports passports;
    private final Scans scans;
    private final WordsForReaders words;
    private final Described described;
    private final WordsForCodes codes;

    PassportController(
            ReadingPassports passports, Scans scans, WordsForReaders words, Described described, WordsForCodes codes) {
        this.passports = passports;
        this.scans = scans;
        this.words = words;
        this.described = described;
        this.codes = codes;
    }

    @GetMapping("/passport")
    String find(HttpServletRequest request) {
        return "redirect:/"
                + ReaderLanguage.of(request, it -> it != Language.ZGH).code() + "/passport";
    }

    /** Asks for the code, and checks by itself what a code carries where there is no network. */
    @GetMapping(LANGUAGE + "/passport")
    ModelAndView find(@PathVariable String language, @RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) {
            return asking(language, "", null);
        }
        try {
            return passports
                    .typed(code)
                    .map(it -> new ModelAndView(
                            "redirect:/" + language + "/p/" + it.piece().serial()))
                    .orElseGet(() -> asking(language, code, new Refusal("market.passport.refusal.unknown")));
        } catch (Refusal refusal) {
            return asking(language, code, refusal);
        }
    }

    @GetMapping(LANGUAGE + "/p/{serial:Q[0-9]{9}}")
    ModelAndView show(@PathVariable String language, @PathVariable String serial, HttpServletResponse response) {
        var reader = Language.of(language).orElseThrow();
        // What is sold tomorrow must not be said to be on sale by somebody's copy of the page.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("X-Robots-Tag", "noindex");
        var found = passports.page(serial);
        if (found.isEmpty()) {
            return new ModelAndView("market/passport/unknown", HttpStatus.NOT_FOUND).addObject("serial", serial);
        }
        var page = found.get();
        var said = words.of(reader);
        return new ModelAndView("market/passport/passport")
                .addObject("it", page)
                .addObject("words", said)
                .addObject("facts", new Facts(page.about(), said))
                .addObject("shares", Share.of(page.parts()))
                .addObject("care", care(page, said))
                .addObject("qr", QrSquares.onScreen(page.passport().content()))
                .addObject("codes", codes.in(reader))
                .addObject("structured", described.structured(page, said));
    }

    /** Somebody was offered a piece that is sold. */
    @PostMapping(LANGUAGE + "/p/{serial:Q[0-9]{9}}/offered-again")
    String offeredAgain(
            @PathVariable String language,
            @PathVariable String serial,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var passport = passports.bySerial(serial).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        scans.offeredAgain(passport.piece(), request.getRemoteAddr());
        Toast.ok(redirect, "market.passport.offered.thanks");
        return "redirect:/" + language + "/p/" + serial;
    }

    /** How the main material is looked after, where nobody said more of this piece. */
    private static Optional<String> care(PassportPage page, ma.qutb.market.store.StoreWords said) {
        return page.about().texts().care(said.language()).isPresent()
                ? Optional.empty()
                : Optional.of("market.passport.care." + page.about().materials().getFirst())
                        .filter(said.texts()::has);
    }

    private ModelAndView asking(String language, String code, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/passport/find", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("code", code)
                .addObject("refusal", refusal)
                .addObject("codes", codes.in(Language.of(language).orElseThrow()));
    }
}
