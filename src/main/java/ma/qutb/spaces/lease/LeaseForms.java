package ma.qutb.spaces.lease;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.unit.Occupant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the forms about leases share, and the fields of a contract. */
@Component
class LeaseForms {

    private static final List<String> CHARGES = List.of("none", "meter", "area");

    /** Which field a refusal is about. */
    static final Map<String, String> FIELDS = Map.of(
            "spaces.lease.refusal.rent", "rent",
            "spaces.lease.refusal.term", "months",
            "spaces.lease.refusal.index", "index",
            "spaces.lease.refusal.craft", "craft",
            "spaces.lease.refusal.not-ready", "from",
            "spaces.unit.refusal.taken", "from",
            "spaces.unit.refusal.not-all-the-time", "from",
            "spaces.lease.refusal.tenant-gone", "tenant");

    private final Leases leases;
    private final Crafts crafts;
    private final Picking picking;
    private final FormPages pages;

    LeaseForms(Leases leases, Crafts crafts, Picking picking, FormPages pages) {
        this.leases = leases;
        this.crafts = crafts;
        this.picking = picking;
        this.pages = pages;
    }

    /** The lease, if this person manages its site. */
    Lease open(UUID id, Actor actor) {
        return leases.find(new LeaseId(id), actor, Code.LEASE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static ActForm form(String act, Lease lease, Map<String, String> typed) {
        return ActForm.of("spaces.lease." + act, lease.path() + "/" + act, lease.path(), typed);
    }

    ModelAndView page(Lease lease, ActForm form) {
        return pages.page(
                form,
                lease.tenant().demonstration(),
                new Crumb(pages.say("spaces.leases.title"), LeaseConfiguration.LIST),
                new Crumb(lease.said(), lease.path()));
    }

    /** Whom to lease to. */
    Part tenant(Map<String, String> typed, Actor actor) {
        return Part.pick(picking.read(
                        PickField.party("tenant"),
                        typed.getOrDefault("tenant", ""),
                        typed.getOrDefault("tenantTyped", ""),
                        actor))
                .called(pages.say("spaces.lease.tenant"))
                .must();
    }

    /** Who was picked; nothing beside an error. */
    Optional<Occupant> tenant(ActForm form) {
        var party = form.party("tenant");
        if (party.isEmpty()) {
            form.need("tenant");
        }
        return party.map(it -> Occupant.of(it, form.value("tenant").startsWith("organisation:") || organisation(form)));
    }

    /** Somebody may have typed a number instead of picking. */
    private static boolean organisation(ActForm form) {
        return form.parts().stream()
                .map(Part::pick)
                .filter(it -> it != null && it.chosen() != null)
                .anyMatch(it -> !java.util.Objects.requireNonNull(it.chosen()).person());
    }

    /** The fields of a contract. */
    ActForm terms(ActForm form, Unit unit) {
        return form.ask(Part.choice("craft", crafts(unit)).called(pages.say("spaces.lease.craft")))
                .ask(Part.typed("from", "date")
                        .called(pages.say("spaces.lease.from"))
                        .must())
                .ask(Part.typed("months", "number")
                        .called(pages.say("spaces.lease.months"))
                        .in(pages.say("spaces.lease.unit.months"))
                        .must())
                .ask(money("rent").must())
                .ask(money("deposit"))
                .ask(Part.typed("guarantor", "text").called(pages.say("spaces.lease.guarantor")))
                .ask(Part.typed("index", "decimal")
                        .called(pages.say("spaces.lease.index"))
                        .in("%"))
                .ask(Part.typed("indexMonths", "number")
                        .called(pages.say("spaces.lease.indexMonths"))
                        .in(pages.say("spaces.lease.unit.months")))
                .ask(Part.cards(
                                "charges",
                                CHARGES.stream()
                                        .map(it -> new Choice(it, pages.say("spaces.lease.charges." + it)))
                                        .toList())
                        .called(pages.say("spaces.lease.charges")));
    }

    /** What the form says of a contract. */
    NewLease read(ActForm form, Unit unit, Occupant who) {
        var charges = form.value("charges");
        return new NewLease(
                unit.id(),
                who,
                Optional.of(form.value("craft"))
                        .filter(it -> !it.isEmpty())
                        .map(CraftCode::new)
                        .filter(crafts::exists),
                form.neededDay("from"),
                whole(form, "months", true),
                form.neededMoney("rent"),
                form.money("deposit").orElse(0L),
                form.line("guarantor"),
                form.quantity("index", 2).map(Math::toIntExact).orElse(0),
                whole(form, "indexMonths", false),
                CHARGES.contains(charges) ? charges : "none",
                Optional.empty());
    }

    /** A contract as a form begins with it. */
    Map<String, String> start(Lease lease) {
        var start = new TreeMap<String, String>();
        lease.craft().ifPresent(it -> start.put("craft", it.value()));
        start.put("from", lease.terms().from().toString());
        start.put("months", String.valueOf(lease.months()));
        start.put("rent", dirhams(lease.terms().rentOn(lease.terms().from())));
        start.put("deposit", dirhams(lease.deposit()));
        start.put("guarantor", lease.guarantor());
        if (lease.terms().indexBasisPoints() > 0) {
            start.put("index", dirhams(lease.terms().indexBasisPoints()));
            start.put("indexMonths", String.valueOf(lease.terms().indexMonths()));
        }
        start.put("charges", lease.charges());
        return start;
    }

    static String dirhams(long centimes) {
        return Formats.exact(ma.qutb.kernel.Language.EN, centimes, 2).replace(",", "");
    }

    Part money(String field) {
        return Part.typed(field, "decimal")
                .called(pages.say("spaces.lease." + field))
                .in(pages.say("shell.unit.dirham"));
    }

    /** A small whole number; refused beside the field where it is none. */
    static int whole(ActForm form, String field, boolean needed) {
        if (needed && form.value(field).isBlank()) {
            form.need(field);
        }
        return form.read(
                field,
                () -> {
                    var typed = form.value(field).strip();
                    if (!typed.matches("[0-9]{0,4}")) {
                        throw new Refusal("registry.form.refusal.quantity", typed);
                    }
                    return typed.isEmpty() ? 0 : Integer.parseInt(typed);
                },
                0);
    }

    private List<Choice> crafts(Unit unit) {
        var allowed = unit.crafts().isEmpty()
                ? crafts.all().stream()
                : crafts.all().stream()
                        .filter(it -> unit.crafts().stream()
                                .anyMatch(code -> crafts.within(code).contains(it.code())));
        return allowed.map(it -> new Choice(it.code().value(), it.name().in(FormPages.language())))
                .toList();
    }
}
