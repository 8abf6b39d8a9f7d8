package ma.qutb.registry.me;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.photo.PersonPhotos;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
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

/** "Something is wrong in my record": one thing a screen. */
@Controller
@RequestMapping("/me/corrections")
class MyCorrectionController {

    private static final List<String> PLACES = List.of("city", "town", "rural_commune", "douar");

    private final KnowingMe knowing;
    private final ProposingCorrections corrections;
    private final Files files;
    private final PersonPhotos photos;
    private final Crafts crafts;
    private final Territories territories;

    MyCorrectionController(
            KnowingMe knowing,
            ProposingCorrections corrections,
            Files files,
            PersonPhotos photos,
            Crafts crafts,
            Territories territories) {
        this.knowing = knowing;
        this.corrections = corrections;
        this.files = files;
        this.photos = photos;
        this.crafts = crafts;
        this.territories = territories;
    }

    @GetMapping
    ModelAndView choose(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/me/corrections")
                .addObject("corrections", corrections.of(knowing.of(actor).id()));
    }

    @GetMapping("/{field}")
    ModelAndView form(@PathVariable String field, @AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        return page(me, field(field), me.parts(), null);
    }

    @PostMapping("/{field}")
    ModelAndView propose(
            @PathVariable String field,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> keep,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photo,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var me = knowing.of(actor);
        var asked = field(field);
        try {
            corrections.propose(me.id(), asked, parts(asked, typed, keep, photo, actor), actor);
            Toast.ok(redirect, "registry.me.proposed");
            return new ModelAndView("redirect:/me/corrections");
        } catch (Refusal refusal) {
            var stays = new LinkedHashMap<>(me.parts());
            stays.putAll(typed);
            var page = page(me, asked, stays, refusal);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private Map<String, String> parts(
            Correction.Field field,
            Map<String, String> typed,
            List<String> keep,
            @Nullable MultipartFile photo,
            Actor actor) {
        return switch (field) {
            case PHONE -> only(typed, "phone");
            case ADDRESS -> only(typed, "territory", "landmark");
            case NAME -> only(typed, "given-ar", "family-ar", "given-latin", "family-latin");
            case CRAFT ->
                Map.of(
                        "crafts",
                        Stream.concat(keep.stream(), Stream.of(typed.getOrDefault("add", "")))
                                .filter(it -> !it.isBlank())
                                .distinct()
                                .collect(Collectors.joining(" ")));
            case PHOTO ->
                Map.of(
                        "photo",
                        files.take(typed.getOrDefault("photo", ""), photo, photos, actor)
                                .orElseThrow(() -> new Refusal("registry.me.refusal.no-photo"))
                                .id()
                                .value()
                                .toString());
        };
    }

    private static Map<String, String> only(Map<String, String> typed, String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(it -> it, it -> typed.getOrDefault(it, "")));
    }

    private ModelAndView page(Me me, Correction.Field field, Map<String, String> typed, @Nullable Refusal refusal) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        return new ModelAndView("registry/me/correct")
                .addObject("me", me)
                .addObject("field", field)
                .addObject("typed", typed)
                .addObject("refusal", refusal)
                .addObject("photos", photos)
                .addObject(
                        "choices",
                        switch (field) {
                            case CRAFT ->
                                crafts.all().stream()
                                        .map(it -> new Choice(
                                                it.code().value(), it.name().in(language)))
                                        .toList();
                            case ADDRESS ->
                                territories.all().stream()
                                        .filter(it -> PLACES.contains(it.type()))
                                        .map(it -> new Choice(
                                                it.code().value(), it.name().in(language)))
                                        .toList();
                            default -> List.<Choice>of();
                        });
    }

    private static Correction.Field field(String code) {
        return Arrays.stream(Correction.Field.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
