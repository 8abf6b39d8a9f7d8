package ma.qutb.market.passport;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.market.Catalogue;
import ma.qutb.market.store.WordsForReaders;
import ma.qutb.shell.ReaderLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the codes on tags lead, for ever: people to the page in their language, machines to what they ask for (GS1-conformant resolver,
 * linkType and linkset). A scan is counted here and nowhere else.
 */
@Controller
class TagController {

    private static final String SERIAL = "{serial:[Qq][0-9]{9}}";
    private static final MediaType LINKSET = MediaType.parseMediaType("application/linkset+json");
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final ReadingPassports passports;
    private final TagAddresses addresses;
    private final Catalogue catalogue;
    private final Described described;
    private final WordsForReaders words;
    private final Scans scans;

    TagController(
            ReadingPassports passports,
            TagAddresses addresses,
            Catalogue catalogue,
            Described described,
            WordsForReaders words,
            Scans scans) {
        this.passports = passports;
        this.addresses = addresses;
        this.catalogue = catalogue;
        this.described = described;
        this.words = words;
        this.scans = scans;
    }

    @GetMapping("/p/" + SERIAL)
    ResponseEntity<String> plain(
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String linkType,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        return answer(serial, linkType, accept, request);
    }

    /** The address in GS1's form, also with the lot that others may put between. It answers only under the number that was given. */
    @GetMapping({"/01/{gtin:[0-9]{14}}/21/" + SERIAL, "/01/{gtin:[0-9]{14}}/10/{lot}/21/" + SERIAL})
    ResponseEntity<String> digitalLink(
            @PathVariable String gtin,
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String linkType,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        var product = Gtin.read(gtin).flatMap(addresses::product);
        var piece = catalogue.bySerial(serial.toUpperCase(java.util.Locale.ROOT));
        if (product.isEmpty()
                || piece.filter(it -> it.product().equals(product.get())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(serial, linkType, accept, request);
    }

    /** The number alone is of the product. */
    @GetMapping("/01/{gtin:[0-9]{14}}")
    ResponseEntity<String> product(@PathVariable String gtin, HttpServletRequest request) {
        var product = Gtin.read(gtin)
                .flatMap(addresses::product)
                .flatMap(catalogue::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return to("/" + language(request).code() + "/piece/" + product.number());
    }

    private ResponseEntity<String> answer(
            String serial, String linkType, @Nullable String accept, HttpServletRequest request) {
        var language = language(request);
        var page = passports.page(serial);
        if (linkType.matches("all|linkset")
                || wanted(accept).filter(LINKSET::includes).isPresent()) {
            return data(LINKSET, page.map(described::linkset));
        }
        if (wanted(accept).filter(JSON_LD::includes).isPresent()) {
            return data(JSON_LD, page.map(it -> described.structured(it, words.of(language))));
        }
        page.ifPresent(it -> scans.record(it.passport().piece(), request.getRemoteAddr()));
        return page.isPresent() && linkType.endsWith("pip")
                ? to("/" + language.code() + "/piece/"
                        + page.get().about().card().number())
                : to(Described.path(serial.toUpperCase(java.util.Locale.ROOT), language));
    }

    /** What is asked for before all else; browsers ask for pages. */
    private static Optional<MediaType> wanted(@Nullable String accept) {
        try {
            return accept == null
                    ? Optional.empty()
                    : MediaType.parseMediaTypes(accept).stream()
                            .sorted(java.util.Comparator.comparing(MediaType::getQualityValue)
                                    .reversed())
                            .filter(it -> it.isConcrete())
                            .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> data(MediaType type, Optional<String> said) {
        return said.map(it -> ResponseEntity.ok()
                        .contentType(type)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .body(it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.LINK, "<?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"")
                .build();
    }

    private static Language language(HttpServletRequest request) {
        return ReaderLanguage.of(request, List.of(Language.AR, Language.FR, Language.EN, Language.ES)::contains);
    }
}
