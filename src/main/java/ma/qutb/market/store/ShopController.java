package ma.qutb.market.store;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.market.collection.ReadingCollections;
import ma.qutb.market.earning.PaidToMakers;
import ma.qutb.market.finding.Asked;
import ma.qutb.market.finding.Facet;
import ma.qutb.market.finding.Finding;
import ma.qutb.market.finding.Found;
import ma.qutb.market.taxonomy.Article;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.registry.CraftCode;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.KeptPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The store's list, whole or of one family of crafts. What is found is asked of the database each time; where it is what somebody else was
 * shown a moment ago, the page is not drawn again.
 */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/shop")
class ShopController {

    private final Finding finding;
    private final Taxonomy taxonomy;
    private final WordsForReaders words;
    private final ReadingMakers makers;
    private final ReadingCollections collections;
    private final PaidToMakers paid;
    private final KeptPages kept;

    /** Nobody types so much; who makes up long questions is not to fill the memory. */
    private static final int LONGEST_KEPT = 200;

    ShopController(
            Finding finding,
            Taxonomy taxonomy,
            WordsForReaders words,
            ReadingMakers makers,
            ReadingCollections collections,
            PaidToMakers paid,
            KeptPages kept) {
        this.finding = finding;
        this.taxonomy = taxonomy;
        this.words = words;
        this.makers = makers;
        this.collections = collections;
        this.paid = paid;
        this.kept = kept;
    }

    @GetMapping
    @Nullable
    ModelAndView all(
            @PathVariable String language,
            @RequestParam MultiValueMap<String, String> query,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return list(Language.of(language).orElseThrow(), null, query, actor, request, response);
    }

    @GetMapping("/{craft:[a-zA-Z0-9-]{1,32}}")
    @Nullable
    ModelAndView family(
            @PathVariable String language,
            @PathVariable String craft,
            @RequestParam MultiValueMap<String, String> query,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var family = new CraftCode(craft.toUpperCase(Locale.ROOT));
        if (!families().contains(family)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return list(Language.of(language).orElseThrow(), family, query, actor, request, response);
    }

    private @Nullable ModelAndView list(
            Language reader,
            @Nullable CraftCode family,
            MultiValueMap<String, String> query,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shop = "/" + reader.code() + "/shop";
        var asked = Asked.of(
                family == null ? shop : shop + "/" + family.value().toLowerCase(Locale.ROOT),
                family == null ? null : family.value(),
                query);
        var said = words.of(reader);
        var found = finding.find(asked, reader);
        var front = front(family, asked);
        if (actor == null && isKept(found, front, request, response)) {
            return null;
        }
        return new ModelAndView("market/store/list")
                .addObject("asked", asked)
                .addObject("found", found)
                .addObject("words", said)
                .addObject("front", front)
                .addObject("addresses", addresses(family))
                .addObject("title", said.texts().say(reader, "market.store.title"))
                .addObject(
                        "heading", family == null ? said.texts().say(reader, "market.store.title") : said.craft(family))
                .addObject(
                        "facets",
                        List.of(Facet.values()).stream()
                                .filter(it -> it != Facet.CRAFT || family == null)
                                .toList())
                .addObject("crumbs", crumbs(said, shop, family));
    }

    private boolean isKept(
            Found found, @Nullable ShopFront front, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var address = request.getRequestURI() + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
        var flash = RequestContextUtils.getInputFlashMap(request);
        // Prices are also told by the rate of the day.
        var made = words.rate() + front + found;
        return address.length() <= LONGEST_KEPT
                && (flash == null || flash.isEmpty())
                && kept.answer(
                        address, DigestUtils.md5DigestAsHex(made.getBytes(StandardCharsets.UTF_8)), request, response);
    }

    /** Only where a visitor enters; whoever looks for something or reads on has seen it. */
    private @Nullable ShopFront front(@Nullable CraftCode family, Asked asked) {
        return family == null && asked.anything() && asked.page() == 1 && asked.order() == Asked.Order.NEWEST
                ? new ShopFront(
                        families(),
                        collections.shown(3),
                        makers.newest(4),
                        paid.now().paid())
                : null;
    }

    /** The same list, whole, in each language. */
    private static Map<Language, String> addresses(@Nullable CraftCode family) {
        return Stream.of(Language.values())
                .collect(Collectors.toMap(
                        it -> it,
                        it -> "/" + it.code() + "/shop"
                                + (family == null ? "" : "/" + family.value().toLowerCase(Locale.ROOT))));
    }

    private List<CraftCode> families() {
        return taxonomy.articles().stream().map(Article::family).distinct().toList();
    }

    private static List<Crumb> crumbs(StoreWords said, String shop, @Nullable CraftCode family) {
        var home = new Crumb(
                said.texts().say(said.language(), "shell.public.home"),
                "/" + said.language().code());
        var store = said.texts().say(said.language(), "market.store.title");
        return family == null
                ? List.of(home, new Crumb(store, null))
                : List.of(home, new Crumb(store, shop), new Crumb(said.craft(family), null));
    }
}
