package ma.qutb.market.collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Collections, as the hall arranges them. */
@Controller
@RequestMapping("/app/collections")
@PreAuthorize("hasAuthority('" + Code.ARRANGE + "')")
class CollectionsController {

    private static final String HERE = "/app/collections";

    private final ReadingCollections collections;
    private final ArrangingCollections arranging;
    private final FormPages pages;
    private final Lists lists;
    private final RecordList list;

    CollectionsController(
            ReadingCollections collections,
            ArrangingCollections arranging,
            FormPages pages,
            Lists lists,
            @Qualifier("collectionRecordList") RecordList list) {
        this.collections = collections;
        this.arranging = arranging;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/collection/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    ModelAndView begin() {
        return page(form(Map.of("shown", "yes"), HERE + "/new", HERE));
    }

    @PostMapping("/new")
    ModelAndView begin(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var form = form(typed, HERE + "/new", HERE);
        var told = told(form);
        return form.does(Map.of(), () -> arranging.begin(form.key(), told, false, Poster.of(actor)))
                ? FormPages.done(HERE + "/" + form.key(), redirect)
                : page(form);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return record(found(id), null);
    }

    @GetMapping("/{id}/correction")
    ModelAndView correct(@PathVariable UUID id) {
        var it = found(id);
        var typed = new TreeMap<String, String>();
        typed.put("nameAr", it.name().arabic());
        typed.put("nameFr", it.name().french());
        typed.put("nameEn", it.name().english());
        typed.put("textAr", it.text().arabic());
        typed.put("textFr", it.text().french());
        typed.put("textEn", it.text().english());
        typed.put("shown", it.shown() ? "yes" : "no");
        return page(form(typed, HERE + "/" + id + "/correction", HERE + "/" + id));
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        found(id);
        var form = form(typed, HERE + "/" + id + "/correction", HERE + "/" + id);
        var told = told(form);
        return form.does(Map.of(), () -> arranging.correct(id, told, Poster.of(actor)))
                ? FormPages.done(HERE + "/" + id, redirect)
                : page(form);
    }

    @PostMapping("/{id}/products")
    ModelAndView put(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String number, RedirectAttributes redirect) {
        var collection = found(id);
        try {
            if (!number.strip().matches("\\d{1,15}")) {
                throw new Refusal("market.collection.refusal.product", number.strip());
            }
            arranging.put(id, Long.parseLong(number.strip()));
            return FormPages.done(HERE + "/" + id, redirect);
        } catch (Refusal refusal) {
            return record(collection, refusal);
        }
    }

    @PostMapping("/{id}/products/{product}/removal")
    String takeOut(@PathVariable UUID id, @PathVariable UUID product) {
        arranging.takeOut(found(id).id(), product);
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping("/{id}/products/{product}/forward")
    String forward(@PathVariable UUID id, @PathVariable UUID product) {
        arranging.forward(found(id).id(), product);
        return "redirect:" + HERE + "/" + id;
    }

    private ShopCollection found(UUID id) {
        return collections.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView record(ShopCollection collection, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/collection/record", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("collection", collection)
                .addObject("members", collections.members(collection.id()))
                .addObject("refusal", refusal);
    }

    private static ArrangingCollections.Told told(ActForm form) {
        return new ArrangingCollections.Told(
                new LocalName(form.needed("nameAr"), form.needed("nameFr"), form.needed("nameEn")),
                new LocalName(form.line("textAr"), form.line("textFr"), form.line("textEn")),
                form.value("shown").equals("yes"));
    }

    private ActForm form(Map<String, String> typed, String action, String back) {
        return ActForm.of("market.collection.form", action, back, typed)
                .ask(Part.typed("nameAr", "text").must())
                .ask(Part.typed("nameFr", "text").must())
                .ask(Part.typed("nameEn", "text").must())
                .ask(Part.typed("textAr", "text"))
                .ask(Part.typed("textFr", "text"))
                .ask(Part.typed("textEn", "text"))
                .ask(Part.cards(
                        "shown",
                        List.of(
                                new Choice("yes", pages.say("market.collection.state.shown")),
                                new Choice("no", pages.say("market.collection.state.hidden")))));
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.collections.title"), HERE));
    }
}
