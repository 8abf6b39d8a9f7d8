package ma.qutb.market.passport;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.ReaderLanguage;
import ma.qutb.shell.Toast;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys that prove passports, for everybody to keep; those who keep them change them here. */
@Controller
class KeysController {

    private static final MediaType KEYS = MediaType.parseMediaType("application/jwk-set+json");

    private final SigningKeys keys;
    private final Checking checking;
    private final TagAddresses addresses;

    KeysController(SigningKeys keys, Checking checking, TagAddresses addresses) {
        this.keys = keys;
        this.checking = checking;
        this.addresses = addresses;
    }

    /** RFC 7517, where libraries look for it. */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> set() {
        return ResponseEntity.ok()
                .contentType(KEYS)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(Map.of("keys", keys.all().stream().map(PublicHalf::jwk).toList()));
    }

    /** What our addresses answer to (GS1-conformant resolver); there is nothing to say before GS1 knows the pole. */
    @GetMapping("/.well-known/gs1resolver")
    @ResponseBody
    Map<String, Object> resolver() {
        if (!addresses.known()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Map.of(
                "resolverRoot", addresses.absolute(""),
                "supportedPrimaryKeys", java.util.List.of("01"),
                "supportedContextValuesEnumerated", java.util.List.of("linkset"),
                "linkTypeDefaultCanBeLinkset", false);
    }

    @GetMapping("/passport/keys")
    String inTheReadersLanguage(HttpServletRequest request) {
        return "redirect:/"
                + ReaderLanguage.of(request, it -> it != Language.ZGH).code() + "/passport/keys";
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/passport/keys")
    ModelAndView page() {
        return new ModelAndView("market/passport/keys")
                .addObject("keys", keys.all())
                .addObject("address", addresses.absolute("/.well-known/jwks.json"));
    }

    /** For browsers without Ed25519. */
    @GetMapping("/passport/check")
    ResponseEntity<Map<String, Object>> check(@RequestParam(defaultValue = "") String jws) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(checking.check(jws)
                        .<Map<String, Object>>map(it -> Map.of("true", true, "says", it))
                        .orElseGet(() -> Map.of("true", false)));
    }

    @PostMapping("/app/passport/keys/rotation")
    @PreAuthorize("hasAuthority('" + Code.KEEP_KEYS + "')")
    String rotate(@AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        keys.rotate(Poster.of(actor));
        Toast.ok(redirect, "market.passport.keys.rotated");
        return "redirect:/passport/keys";
    }
}
