package ma.qutb.market.store;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.market.finding.Card;
import ma.qutb.market.pricing.DepositShare;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.KeptPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The page of a product. A browser may keep it but asks each time whether it still holds, and is told so in a few bytes: the tag is made
 * of the row of the shelf, of those shown beside it, of the rate of the day, and of the program.
 */
@Controller
class PieceController {

    private final ReadingPieces pieces;
    private final WordsForReaders words;
    private final StructuredPiece structured;
    private final Seller seller;
    private final DepositShare share;
    private final KeptPages kept;
    private final Clock clock;

    PieceController(
            ReadingPieces pieces,
            WordsForReaders words,
            StructuredPiece structured,
            Seller seller,
            DepositShare share,
            KeptPages kept,
            Clock clock) {
        this.pieces = pieces;
        this.words = words;
        this.structured = structured;
        this.seller = seller;
        this.share = share;
        this.kept = kept;
        this.clock = clock;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/piece/{slug:\\d{1,15}(?:-.*)?}")
    @Nullable
    ModelAndView piece(
            @PathVariable String language,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var reader = Language.of(language).orElseThrow();
        var number = Long.parseLong(slug.replaceAll("-.*", ""));
        var now = clock.instant();
        if (actor == null
                && RequestContextUtils.getInputFlashMap(request) == null
                && knownBy(language, slug, number, now, request, response)) {
            return null;
        }
        var page = pieces.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!slug.equals(page.card().slug(reader))) {
            // A title was corrected, or typed by hand, or comes from another language: one page has one address.
            var moved = new RedirectView(page.card().path(reader));
            moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(moved);
        }
        var related = pieces.related(page);
        var offer = page.offer(now);
        var said = words.of(reader);
        return new ModelAndView("market/store/piece")
                .addObject("piece", page)
                .addObject("offer", offer)
                .addObject("related", related)
                .addObject("shares", Share.of(page.parts()))
                .addObject("facts", new Facts(page, said))
                .addObject("words", said)
                .addObject("seller", seller)
                .addObject("deposit", share.of(page.card().price()))
                .addObject("structured", structured.of(page, offer, said))
                .addObject("addresses", addresses(page.card()))
                .addObject(
                        "crumbs",
                        List.of(
                                new Crumb(said.texts().say(reader, "market.store.title"), "/" + language + "/shop"),
                                new Crumb(
                                        said.craft(page.family()),
                                        "/" + language + "/shop/"
                                                + page.family().value().toLowerCase(java.util.Locale.ROOT)),
                                new Crumb(page.title(reader), null)));
    }

    private static Map<Language, String> addresses(Card card) {
        return Stream.of(Language.values()).collect(Collectors.toMap(it -> it, card::path));
    }

    /** Whether the visitor has the page as it is now, or it is kept as it was drawn for somebody else. */
    private boolean knownBy(
            String language,
            String slug,
            long number,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Prices are also told by the rate of the day, which is not of the shelf.
        var print = pieces.print(number, now).map(it -> it + " " + words.rate()).orElse(null);
        if (print == null) {
            return false;
        }
        var digest = new CRC32();
        digest.update((slug + print).getBytes(StandardCharsets.UTF_8));
        var tag = language + "-" + print.split("[ h]", 2)[0] + "-"
                + HexFormat.of().toHexDigits((int) digest.getValue()) + "-" + Program.PRINT;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return new ServletWebRequest(request, response).checkNotModified(tag)
                || kept.answer("piece/" + language + "/" + slug, print, request, response);
    }
}
