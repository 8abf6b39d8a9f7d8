package ma.qutb.market.inspection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductPhotos;
import ma.qutb.market.product.ProductTable;
import ma.qutb.market.product.ProductTexts;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Products: the list, the record, and what is decided about what makers propose. */
@Controller
@RequestMapping("/app/products")
class ProductsController {

    private final HallReading hall;
    private final ReviewingProducts reviewing;
    private final ProductTable products;
    private final ProductPhotos photos;
    private final ProductTexts texts;
    private final People people;
    private final Organisations organisations;
    private final Lists lists;
    private final RecordList list;

    ProductsController(
            HallReading hall,
            ReviewingProducts reviewing,
            ProductTable products,
            ProductPhotos photos,
            ProductTexts texts,
            People people,
            Organisations organisations,
            Lists lists,
            @Qualifier("productRecordList") RecordList list) {
        this.hall = hall;
        this.reviewing = reviewing;
        this.products = products;
        this.photos = photos;
        this.texts = texts;
        this.people = people;
        this.organisations = organisations;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/inspection/products").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return record(hall.product(id, actor, Code.SEE), null);
    }

    @PostMapping("/{id}/acceptance")
    @PreAuthorize("hasAuthority('" + Code.REVIEW + "')")
    ModelAndView accept(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var draft = hall.product(id, actor, Code.REVIEW);
        return decide(
                draft,
                redirect,
                () -> reviewing.accept(draft.id(), Poster.of(actor)).toString());
    }

    @PostMapping("/{id}/sending-back")
    @PreAuthorize("hasAuthority('" + Code.REVIEW + "')")
    ModelAndView sendBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var draft = hall.product(id, actor, Code.REVIEW);
        return decide(draft, redirect, () -> {
            reviewing.sendBack(draft.id(), reason.strip(), Poster.of(actor));
            return id.toString();
        });
    }

    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasAuthority('" + Code.REVIEW + "')")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var draft = hall.product(id, actor, Code.REVIEW);
        return decide(draft, redirect, () -> {
            reviewing.withdraw(draft.id(), reason.strip(), Poster.of(actor));
            return id.toString();
        });
    }

    @PostMapping("/{id}/offer")
    @PreAuthorize("hasAuthority('" + Code.REVIEW + "')")
    ModelAndView offerAgain(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var draft = hall.product(id, actor, Code.REVIEW);
        return decide(draft, redirect, () -> {
            reviewing.offerAgain(draft.id(), Poster.of(actor));
            return id.toString();
        });
    }

    /** A story and how to care for it, in one language; shown in the shop once it is accepted. */
    @PostMapping("/{id}/texts/{language}")
    @PreAuthorize("hasAuthority('" + Code.REVIEW + "')")
    ModelAndView text(
            @PathVariable UUID id,
            @PathVariable String language,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "false") boolean accepted,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var draft = hall.product(id, actor, Code.REVIEW);
        return decide(draft, redirect, () -> {
            texts.write(
                    draft.id(),
                    language,
                    new ProductTexts.Said(
                            sent.getOrDefault("title-" + language, ""),
                            sent.getOrDefault("story-" + language, ""),
                            sent.getOrDefault("care-" + language, "")),
                    accepted,
                    Poster.of(actor));
            return id.toString();
        });
    }

    private ModelAndView decide(Draft draft, RedirectAttributes redirect, java.util.function.Supplier<String> act) {
        try {
            var shown = act.get();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/products/" + shown);
        } catch (Refusal refusal) {
            return record(draft, refusal);
        }
    }

    private ModelAndView record(Draft draft, @Nullable Refusal refusal) {
        var revises = draft.revises();
        return new ModelAndView(
                        "market/inspection/product", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("draft", draft)
                .addObject(
                        "before",
                        revises == null ? null : products.find(revises).orElse(null))
                .addObject("revision", products.openRevision(draft.id()).orElse(null))
                .addObject("photos", photos.of(draft.id()))
                .addObject("pieces", hall.pieces(draft.id()))
                .addObject("texts", hall.texts(draft.id()))
                .addObject(
                        "maker",
                        draft.maker().person()
                                ? people.find(new PersonId(draft.maker().value()))
                                        .map(People.Summary::name)
                                        .orElse(null)
                                : organisations
                                        .find(new OrganisationId(draft.maker().value()))
                                        .map(Organisations.Summary::name)
                                        .orElse(null))
                .addObject("refusal", refusal);
    }
}
