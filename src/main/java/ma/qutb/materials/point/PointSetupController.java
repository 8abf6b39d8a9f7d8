package ma.qutb.materials.point;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.form.ActForm;
import ma.qutb.materials.form.FormPages;
import ma.qutb.materials.form.Papers;
import ma.qutb.materials.form.Part;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Texts;
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

/** What a point needs before it opens: convention, scales, hours, clerks, tills. */
@Controller
@RequestMapping("/app/materials/points/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_POINTS + "')")
class PointSetupController {

    private static final int PARTIES = 4;
    private static final int REVIEWS = 3;
    private static final int DAYS = 7;

    private final SalePoints points;
    private final OpeningPoints opening;
    private final RunningPoints running;
    private final Conventions conventions;
    private final Equipment equipment;
    private final PartyFields parties;
    private final FormPages pages;
    private final Papers papers;
    private final Texts texts;
    private final Clock clock;

    PointSetupController(
            SalePoints points,
            OpeningPoints opening,
            RunningPoints running,
            Conventions conventions,
            Equipment equipment,
            PartyFields parties,
            FormPages pages,
            Papers papers,
            Texts texts,
            Clock clock) {
        this.points = points;
        this.opening = opening;
        this.running = running;
        this.conventions = conventions;
        this.equipment = equipment;
        this.parties = parties;
        this.pages = pages;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/convention")
    ModelAndView convention(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, conventionForm(point, Map.of(), actor));
    }

    @PostMapping("/convention")
    ModelAndView sign(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = conventionForm(point, typed, actor);
        var signed = new Conventions.Signed(
                form.key(),
                point.id(),
                form.line("reference"),
                form.neededDay("signed"),
                form.day("ends"),
                form.money("seed"),
                pages.file(form, "file", papers, actor),
                parties(form),
                Stream.of(1, 2, 3).flatMap(n -> form.day("review" + n).stream()).toList());
        if (form.does(
                Map.of(
                        "materials.convention.refusal.ahead", "signed",
                        "materials.convention.refusal.ends", "ends",
                        "materials.convention.refusal.seed", "seed",
                        "materials.convention.refusal.parties", "party2"),
                () -> conventions.sign(signed))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private static List<Conventions.Party> parties(ActForm form) {
        var parties = new ArrayList<Conventions.Party>();
        for (int n = 1; n <= PARTIES; n++) {
            var organisation = form.party("party" + n).map(OrganisationId::new);
            var name = form.line("name" + n);
            var duties = form.line("duties" + n);
            if (organisation.isPresent() || !name.isEmpty()) {
                parties.add(new Conventions.Party(organisation, name, duties));
            }
        }
        return parties;
    }

    private ActForm conventionForm(SalePoint point, Map<String, String> typed, Actor actor) {
        var form = ActForm.of("materials.convention.new", path(point, "convention"), path(point, ""), typed)
                .ask(Part.typed("reference", "text"))
                .ask(Part.typed("signed", "date").must())
                .ask(Part.typed("ends", "date"))
                .ask(Part.typed("seed", "decimal").in(say("shell.unit.dirham")));
        for (int n = 1; n <= PARTIES; n++) {
            form.ask(Part.pick(parties.organisation("party" + n, typed, actor))
                            .called(say("materials.convention.new.party", n)))
                    .ask(Part.typed("name" + n, "text").called(say("materials.convention.new.name", n)))
                    .ask(Part.typed("duties" + n, "text").called(say("materials.convention.new.duties", n)));
        }
        for (int n = 1; n <= REVIEWS; n++) {
            form.ask(Part.typed("review" + n, "date").called(say("materials.convention.new.review", n)));
        }
        return form.ask(Part.file("file", papers));
    }

    @GetMapping("/review")
    ModelAndView review(
            @PathVariable UUID id,
            @RequestParam UUID convention,
            @RequestParam String due,
            @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        var start = new TreeMap<>(Map.of("convention", convention.toString(), "due", due, "held", today()));
        return page(point, reviewForm(point, start));
    }

    @PostMapping("/review")
    ModelAndView hold(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = reviewForm(point, typed);
        var convention = form.id("convention")
                .filter(it -> conventions.of(point.id()).stream()
                        .anyMatch(one -> one.id().equals(it)))
                .orElseThrow(PointSetupController::notFound);
        var due = form.neededDay("due");
        var held = form.neededDay("held");
        var outcome = form.needed("outcome");
        if (form.does(
                Map.of("materials.convention.refusal.outcome", "outcome", "materials.convention.refusal.ahead", "held"),
                () -> conventions.hold(convention, due, held, outcome))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private ActForm reviewForm(SalePoint point, Map<String, String> typed) {
        var query =
                "review?convention=" + typed.getOrDefault("convention", "") + "&due=" + typed.getOrDefault("due", "");
        return ActForm.of("materials.convention.review", path(point, query), path(point, ""), typed)
                .ask(Part.typed("held", "date").must())
                .ask(Part.typed("outcome", "text").must());
    }

    @GetMapping("/scale")
    ModelAndView scale(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, scaleForm(point, Map.of()));
    }

    @PostMapping("/scale")
    ModelAndView addScale(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = scaleForm(point, typed);
        var name = form.needed("name");
        var serial = form.line("serial");
        var accuracy = form.value("class");
        if (!List.of("I", "II", "III", "IIII").contains(accuracy)) {
            form.need("class");
        }
        long interval = form.neededQuantity("interval", 3);
        long capacity = form.neededQuantity("capacity", 3);
        if (form.does(
                Map.of("materials.scale.refusal.capacity", "capacity"),
                () -> equipment.addScale(point.id(), name, serial, accuracy, interval, capacity))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private ActForm scaleForm(SalePoint point, Map<String, String> typed) {
        return ActForm.of("materials.scale.new", path(point, "scale"), path(point, ""), typed)
                .ask(Part.typed("name", "text").must())
                .ask(Part.typed("serial", "code"))
                .ask(Part.choice(
                                "class",
                                Stream.of("I", "II", "III", "IIII")
                                        .map(it -> new Choice(it, it))
                                        .toList())
                        .must())
                .ask(Part.typed("interval", "decimal").in(say("materials.gram")).must())
                .ask(Part.typed("capacity", "decimal").in(say("materials.gram")).must());
    }

    @GetMapping("/calibration")
    ModelAndView calibration(@PathVariable UUID id, @RequestParam UUID scale, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, calibrationForm(point, new TreeMap<>(Map.of("scale", scale.toString(), "on", today()))));
    }

    @PostMapping("/calibration")
    ModelAndView calibrate(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = calibrationForm(point, typed);
        var scale = form.id("scale")
                .filter(it -> equipment.hasScale(point.id(), it))
                .orElseThrow(PointSetupController::notFound);
        var on = form.neededDay("on");
        var until = form.neededDay("until");
        var certificate = pages.file(form, "certificate", papers, actor);
        if (form.does(
                Map.of("materials.scale.refusal.calibration", "until"),
                () -> equipment.calibrate(scale, on, until, certificate))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private ActForm calibrationForm(SalePoint point, Map<String, String> typed) {
        return ActForm.of(
                        "materials.scale.calibration",
                        path(point, "calibration?scale=" + typed.getOrDefault("scale", "")),
                        path(point, ""),
                        typed)
                .ask(Part.typed("on", "date").must())
                .ask(Part.typed("until", "date").must())
                .ask(Part.file("certificate", papers));
    }

    @GetMapping("/hours")
    ModelAndView hours(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        var start = new TreeMap<String, String>();
        running.hours(point.id()).forEach(it -> start.put("day" + it.day(), it.opens() + "-" + it.closes()));
        return page(point, hoursForm(point, start));
    }

    @PostMapping("/hours")
    ModelAndView setHours(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = hoursForm(point, typed);
        var hours = new ArrayList<RunningPoints.Hours>();
        for (int day = 1; day <= DAYS; day++) {
            int of = day;
            form.read("day" + day, () -> hours(of, form.value("day" + of)), Optional.<RunningPoints.Hours>empty())
                    .ifPresent(hours::add);
        }
        if (!form.refused()) {
            running.setHours(point.id(), hours);
            return done(point, redirect);
        }
        return page(point, form);
    }

    private static Optional<RunningPoints.Hours> hours(int day, String typed) {
        var text = ma.qutb.registry.writing.Writing.western(typed)
                .replaceAll("\\s", "")
                .replace('–', '-');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var form = java.util.regex.Pattern.compile("([0-9]{1,2})[:h]([0-9]{2})-([0-9]{1,2})[:h]([0-9]{2})")
                .matcher(text);
        try {
            if (form.matches()) {
                var opens = LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
                var closes = LocalTime.of(Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)));
                if (closes.isAfter(opens)) {
                    return Optional.of(new RunningPoints.Hours(day, opens, closes));
                }
            }
        } catch (java.time.DateTimeException e) {
            // No clock shows it: refused below, like all else that is no time.
        }
        throw new Refusal("materials.point.refusal.hours");
    }

    private ActForm hoursForm(SalePoint point, Map<String, String> typed) {
        var form = ActForm.of("materials.point.hours", path(point, "hours"), path(point, ""), typed);
        for (int day = 1; day <= DAYS; day++) {
            form.ask(Part.typed("day" + day, "code").called(say("materials.day." + day)));
        }
        return form;
    }

    @GetMapping("/clerk")
    ModelAndView clerk(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, clerkForm(point, new TreeMap<>(Map.of("since", today())), actor));
    }

    @PostMapping("/clerk")
    ModelAndView addClerk(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = clerkForm(point, typed, actor);
        var person = form.party("person");
        if (person.isEmpty()) {
            form.need("person");
        }
        var since = form.neededDay("since");
        if (form.does(
                Map.of("materials.point.refusal.clerk", "person"),
                () -> running.addClerk(point.id(), new PersonId(person.orElseThrow()), since))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private ActForm clerkForm(SalePoint point, Map<String, String> typed, Actor actor) {
        return ActForm.of("materials.clerk.new", path(point, "clerk"), path(point, ""), typed)
                .ask(Part.pick(parties.person("person", typed, actor)).must())
                .ask(Part.typed("since", "date").must());
    }

    @PostMapping("/clerk/{clerk}/end")
    ModelAndView endClerk(
            @PathVariable UUID id,
            @PathVariable UUID clerk,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        running.endClerk(point.id(), clerk);
        return done(point, redirect);
    }

    @GetMapping("/till")
    ModelAndView till(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var point = open(id, actor);
        return page(point, tillForm(point, Map.of()));
    }

    @PostMapping("/till")
    ModelAndView addTill(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var point = open(id, actor);
        var form = tillForm(point, typed);
        var name = form.needed("name");
        if (form.does(Map.of("materials.point.refusal.till-taken", "name"), () -> opening.setUpTill(point, name))) {
            return done(point, redirect);
        }
        return page(point, form);
    }

    private static ActForm tillForm(SalePoint point, Map<String, String> typed) {
        return ActForm.of("materials.till.new", path(point, "till"), path(point, ""), typed)
                .ask(Part.typed("name", "text").must());
    }

    private static ModelAndView done(SalePoint point, RedirectAttributes redirect) {
        return FormPages.done(path(point, ""), redirect);
    }

    private ModelAndView page(SalePoint point, ActForm form) {
        var language = FormPages.language();
        return pages.page(
                form,
                point.demonstration(),
                new Crumb(texts.say(language, "materials.points.title"), "/app/materials/points"),
                new Crumb(point.name().in(language), path(point, "")));
    }

    private SalePoint open(UUID id, Actor actor) {
        return points.find(new SalePointId(id), actor, Code.MANAGE_POINTS).orElseThrow(PointSetupController::notFound);
    }

    private String say(String key, Object... arguments) {
        return texts.say(FormPages.language(), key, arguments);
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String path(SalePoint point, String act) {
        return PointFormController.path(point) + (act.isEmpty() ? "" : "/" + act);
    }
}
