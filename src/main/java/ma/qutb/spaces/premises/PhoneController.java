package ma.qutb.spaces.premises;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.documents.Upload;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.offline.ExactlyOnce;
import ma.qutb.shell.offline.OfflineAnswers;
import ma.qutb.spaces.SpacesPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the phone of a field worker and the server say to each other: the communes, then each premises and each photo, one by one. */
@Controller
@RequestMapping(PremisesList.PATH)
@PreAuthorize("hasAuthority('" + Code.RECORD_PREMISES + "')")
class PhoneController {

    private final RecordingPremises recording;
    private final PremisesTable premises;
    private final PremisesPapers papers;
    private final Communes communes;
    private final Files files;
    private final ExactlyOnce once;
    private final OfflineAnswers answers;
    private final Clock clock;

    PhoneController(
            RecordingPremises recording,
            PremisesTable premises,
            PremisesPapers papers,
            Communes communes,
            Files files,
            ExactlyOnce once,
            OfflineAnswers answers,
            Clock clock) {
        this.recording = recording;
        this.premises = premises;
        this.papers = papers;
        this.communes = communes;
        this.files = files;
        this.once = once;
        this.answers = answers;
        this.clock = clock;
    }

    /** What a phone keeps. */
    record Kept(List<Commune> communes, String csrfHeader, String csrf) {}

    record Commune(String code, String name) {}

    /**
     * A premises as the phone sends it.
     *
     * @param area whole square decimetres
     * @param latitude millionths of a degree, as {@code longitude}
     */
    record Sent(
            UUID key,
            @Nullable String name,
            @Nullable String commune,
            @Nullable String village,
            @Nullable String kind,
            @Nullable String owner,
            @Nullable String ownerName,
            @Nullable Integer area,
            @Nullable Map<String, String> answers,
            @Nullable Set<String> obstacles,
            @Nullable Integer latitude,
            @Nullable Integer longitude,
            @Nullable String landmark,
            @Nullable String note,
            @Nullable Instant recordedAt) {}

    record Taken(UUID id, String path, String number) {}

    /** The page that works without network; it names nobody, so that it can be kept. */
    @GetMapping("/offline")
    ModelAndView page() {
        return new ModelAndView("spaces/premises/phone");
    }

    @GetMapping("/phone")
    ResponseEntity<Kept> kept(CsrfToken csrf, @AuthenticationPrincipal Actor actor) {
        return ResponseEntity.ok(new Kept(
                communes.of(actor, Code.RECORD_PREMISES).stream()
                        .map(it -> new Commune(it.code().value(), it.name().in(FormPages.language())))
                        .toList(),
                csrf.getHeaderName(),
                csrf.getToken()));
    }

    @PostMapping("/phone")
    ResponseEntity<Object> take(@RequestBody Sent it, @AuthenticationPrincipal Actor actor) {
        return answers.of(() -> {
            var id = recording.record(seen(it, actor), by(actor));
            var taken = open(id.value(), actor);
            return new Taken(id.value(), taken.path(), String.valueOf(taken.number()));
        });
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/photos/{key}")
    ResponseEntity<Object> take(
            @PathVariable UUID id,
            @PathVariable UUID key,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Actor actor) {
        var it = open(id, actor);
        return answers.of(() -> {
            once.take(() -> recording.photo(key), () -> {
                var stored = files.store(Upload.of(file), papers, actor).id().value();
                recording.addPhoto(it.id(), key, stored, by(actor));
                return stored;
            });
            return new Taken(key, it.path(), String.valueOf(it.number()));
        });
    }

    private RecordingPremises.Seen seen(Sent it, Actor actor) {
        var commune = communes.of(actor, Code.RECORD_PREMISES).stream()
                .map(place -> place.code())
                .filter(code -> code.value().equals(it.commune()))
                .findFirst()
                .orElseThrow(() -> new Refusal("spaces.premises.refusal.commune"));
        var answered = Objects.requireNonNullElse(it.answers(), Map.<String, String>of());
        return new RecordingPremises.Seen(
                new PremisesId(it.key()),
                details(it, commune, answered),
                answered,
                Objects.requireNonNullElseGet(it.recordedAt(), clock::instant),
                true,
                false);
    }

    private static Details details(Sent it, TerritoryCode commune, Map<String, String> answered) {
        return new Details(
                text(it.name()),
                commune,
                text(it.village()),
                text(it.kind()),
                text(it.owner()),
                text(it.ownerName()),
                Optional.ofNullable(it.area()),
                // Walls and roof are looked at once: what is answered there is the condition.
                answered.getOrDefault(Question.STRUCTURE.code(), ""),
                Objects.requireNonNullElse(it.obstacles(), Set.of()),
                new Spot(it.latitude(), it.longitude(), text(it.landmark())),
                text(it.note()));
    }

    private Premises open(UUID id, Actor actor) {
        return premises.find(new PremisesId(id), actor, Code.RECORD_PREMISES)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private static RecordingPremises.By by(Actor actor) {
        return new RecordingPremises.By(actor.id(), actor.displayName());
    }
}
