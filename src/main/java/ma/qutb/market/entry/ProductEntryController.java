package ma.qutb.market.entry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.making.PiecePhotos;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** First whose it is, then what it is. */
@Controller
@RequestMapping("/app/products/new")
@PreAuthorize("hasAuthority('" + Code.ENTER + "')")
class ProductEntryController {

    private static final String PRODUCTS = "/app/products";
    private static final String HERE = PRODUCTS + "/new";
    private static final Map<String, String> FIELDS = Map.of(
            "market.product.refusal.article", "article",
            "market.product.refusal.weight", "weight",
            "market.product.refusal.size", "width",
            "market.product.refusal.quantity", "quantity",
            "market.product.refusal.lead", "days",
            "market.product.refusal.work", "hours",
            "market.product.refusal.no-photo", "photo",
            "market.price.refusal.nothing-left", "price",
            "market.price.refusal.needed", "price");

    private final EnteringProducts entering;
    private final ProductEntryForm forms;
    private final PiecePhotos photos;
    private final Files files;
    private final Picking picking;
    private final People people;
    private final Organisations organisations;
    private final Territories territories;
    private final FormPages pages;

    ProductEntryController(
            EnteringProducts entering,
            ProductEntryForm forms,
            PiecePhotos photos,
            Files files,
            Picking picking,
            People people,
            Organisations organisations,
            Territories territories,
            FormPages pages) {
        this.entering = entering;
        this.forms = forms;
        this.photos = photos;
        this.files = files;
        this.picking = picking;
        this.people = people;
        this.organisations = organisations;
        this.territories = territories;
        this.pages = pages;
    }

    private record Maker(MakerId id, LocalName name, boolean demonstration) {}

    @GetMapping
    ModelAndView whose(@AuthenticationPrincipal Actor actor) {
        return page(asking(Map.of(), actor));
    }

    @PostMapping
    ModelAndView whose(@RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor) {
        var form = asking(typed, actor);
        if (form.party("maker").isEmpty()) {
            form.need("maker");
        }
        return form.refused()
                ? page(form)
                : new ModelAndView(
                        "redirect:" + HERE + "/" + form.value("maker").replace(':', '/'));
    }

    @GetMapping("/{kind:person|organisation}/{id}")
    ModelAndView what(@PathVariable String kind, @PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var maker = maker(kind, id, actor);
        return page(form(maker, Map.of("kind", "unique", "quantity", "1")), maker);
    }

    @PostMapping("/{kind:person|organisation}/{id}")
    ModelAndView what(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var maker = maker(kind, id, actor);
        var form = form(maker, typed);
        var photo = form.read(
                "photo", () -> files.take(form.value("photo"), file, photos, actor), Optional.<StoredFile>empty());
        var entered = forms.read(
                form,
                maker.id(),
                maker.demonstration(),
                photo.map(it -> it.id().value()).orElse(null));
        return form.does(FIELDS, () -> entering.enter(entered, Poster.of(actor)))
                ? FormPages.done(PRODUCTS + "/" + form.key(), redirect)
                : page(form, maker);
    }

    /** Within the places of whoever types; others are not found. */
    private Maker maker(String kind, UUID id, Actor actor) {
        var found = kind.equals("person")
                ? people.find(new PersonId(id))
                        .filter(it -> covers(actor, it.territory()))
                        .map(it -> new Maker(MakerId.of(it.id()), it.name(), it.demonstration()))
                : organisations
                        .find(new OrganisationId(id))
                        .filter(it -> covers(actor, it.territory()))
                        .map(it -> new Maker(MakerId.of(it.id()), it.name(), it.demonstration()));
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean covers(Actor actor, Optional<TerritoryCode> place) {
        return territories.covers(actor.scopeOf(Code.ENTER), place);
    }

    private ActForm asking(Map<String, String> typed, Actor actor) {
        var field = picking.read(
                PickField.party("maker"), typed.getOrDefault("maker", ""), typed.getOrDefault("makerTyped", ""), actor);
        return ActForm.of("market.entry.whose", HERE, PRODUCTS, typed)
                .ask(Part.pick(field).must());
    }

    private ActForm form(Maker maker, Map<String, String> typed) {
        return forms.of(maker.id(), HERE + "/" + maker.id().kind() + "/" + maker.id(), PRODUCTS, typed);
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.products.title"), PRODUCTS));
    }

    private ModelAndView page(ActForm form, Maker maker) {
        return pages.page(
                form,
                maker.demonstration(),
                new Crumb(pages.say("market.products.title"), PRODUCTS),
                new Crumb(maker.name().in(FormPages.language()), HERE));
    }
}
