package ma.qutb.market.making;

import java.util.Map;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.Draft;
import ma.qutb.market.product.ProductPhotos;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.shell.Toast;
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

/** One screen after the other; what was said is kept before the next one is asked. */
@Controller
@RequestMapping("/app/my/pieces/{id}")
@PreAuthorize("hasAuthority('" + Code.OFFER + "')")
class MyStepController {

    private final MyPieces mine;
    private final TakingSteps steps;
    private final DescribingProducts describing;
    private final ReviewingProducts reviewing;
    private final ProductPhotos photos;
    private final PiecePhotos purpose;
    private final Files files;
    private final Taxonomy taxonomy;
    private final Offered offered;

    MyStepController(
            MyPieces mine,
            TakingSteps steps,
            DescribingProducts describing,
            ReviewingProducts reviewing,
            ProductPhotos photos,
            PiecePhotos purpose,
            Files files,
            Taxonomy taxonomy,
            Offered offered) {
        this.mine = mine;
        this.steps = steps;
        this.describing = describing;
        this.reviewing = reviewing;
        this.photos = photos;
        this.purpose = purpose;
        this.files = files;
        this.taxonomy = taxonomy;
        this.offered = offered;
    }

    @GetMapping("/{step}")
    ModelAndView ask(@PathVariable UUID id, @PathVariable String step, @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        var asked = step(step);
        if (!draft.state().open() && asked != Step.LOOK) {
            return new ModelAndView("redirect:/app/my/pieces/" + id + "/look");
        }
        return screen(asked, draft, Map.of(), null);
    }

    @PostMapping("/{step}")
    ModelAndView answer(
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        var asked = step(step);
        var by = Poster.of(actor);
        try {
            steps.take(asked, draft, new Taps(sent), by);
            var now = mine.find(id, actor);
            var next = asked.next(now);
            describing.at(now.id(), next.code(), by);
            return new ModelAndView("redirect:/app/my/pieces/" + id + "/" + next.code());
        } catch (Refusal refusal) {
            return screen(asked, draft, sent, refusal);
        }
    }

    /** A photo is kept as soon as it is there; the next one can follow. */
    @PostMapping("/photo")
    ModelAndView photo(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        try {
            open(draft);
            files.take(sent.getOrDefault("photo", ""), file, purpose, actor)
                    .ifPresent(it -> photos.add(draft.id(), it.id().value()));
            if (photos.of(draft.id()).isEmpty()) {
                throw new Refusal("market.product.refusal.no-photo");
            }
            var next = sent.containsKey("more") ? Step.PHOTO : Step.WHAT;
            describing.at(draft.id(), next.code(), Poster.of(actor));
            return new ModelAndView("redirect:/app/my/pieces/" + id + "/" + next.code());
        } catch (Refusal refusal) {
            return screen(Step.PHOTO, draft, sent, refusal);
        }
    }

    @PostMapping("/photos/{position}/removal")
    String removePhoto(@PathVariable UUID id, @PathVariable int position, @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        open(draft);
        photos.remove(draft.id(), position);
        return "redirect:/app/my/pieces/" + id + "/photo";
    }

    /** What a price would leave, while it is being chosen. */
    @PostMapping("/price/preview")
    ModelAndView preview(
            @PathVariable UUID id, @RequestParam Map<String, String> sent, @AuthenticationPrincipal Actor actor) {
        var draft = mine.find(id, actor);
        var taps = new Taps(sent);
        try {
            var parts = describing.wouldBe(
                    draft.id(),
                    taps.needed("price", 2, "market.price.refusal.needed"),
                    taps.number("material", 2).orElse(0));
            return new ModelAndView("market/making/_makeup")
                    .addObject("parts", parts)
                    .addObject("hours", (int) Math.min(taps.number("hours", 0).orElse(0), 5000));
        } catch (Refusal refusal) {
            return new ModelAndView("market/making/_refused").addObject("refusal", refusal);
        }
    }

    /** It goes to the hall. */
    @PostMapping("/proposal")
    ModelAndView propose(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        var draft = mine.find(id, actor);
        try {
            reviewing.propose(draft.id(), Poster.of(actor));
            Toast.ok(redirect, "market.my.sent");
            return new ModelAndView("redirect:/app/my/pieces");
        } catch (Refusal refusal) {
            return screen(Step.LOOK, draft, Map.of(), refusal);
        }
    }

    private ModelAndView screen(Step step, Draft draft, Map<String, String> sent, @Nullable Refusal refusal) {
        var screen = new ModelAndView(
                        "market/making/" + step.code(),
                        refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("step", step)
                .addObject("draft", draft)
                .addObject("refusal", refusal);
        switch (step) {
            case PHOTO -> screen.addObject("photos", photos.of(draft.id())).addObject("purpose", purpose);
            case WHAT ->
                screen.addObject("articles", offered.articles(draft)).addObject("others", offered.others(draft));
            case MATERIAL -> screen.addObject("materials", offered.materials(draft));
            case SILVER -> screen.addObject("bought", steps.bought(draft)).addObject("sent", sent);
            case MANY, SIZE -> screen.addObject("sent", sent);
            case PRICE ->
                screen.addObject("sent", sent)
                        .addObject("cost", steps.silverCost(draft).orElse(null));
            case LOOK -> screen.addObject("photos", photos.of(draft.id())).addObject("taxonomy", taxonomy);
        }
        return screen;
    }

    private static void open(Draft draft) {
        if (!draft.state().open()) {
            throw new Refusal("market.product.refusal.not-open");
        }
    }

    private static Step step(String code) {
        return Step.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
