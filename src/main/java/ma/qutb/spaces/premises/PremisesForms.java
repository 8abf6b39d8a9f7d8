package ma.qutb.spaces.premises;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.stereotype.Component;

/** What the forms of the desk ask about a premises, and how it is read. */
@Component
class PremisesForms {

    private static final String TEXTS = "spaces.premises.";

    private final FormPages pages;
    private final Communes communes;

    PremisesForms(FormPages pages, Communes communes) {
        this.pages = pages;
        this.communes = communes;
    }

    /** What the form of a known premises begins with. */
    static Map<String, String> start(Details it) {
        var start = new TreeMap<String, String>();
        start.put("name", it.name());
        start.put("commune", it.commune().value());
        start.put("village", it.village());
        start.put("kind", it.kind());
        start.put("owner", it.owner());
        start.put("ownerName", it.ownerName());
        it.area().ifPresent(area -> start.put("area", String.valueOf(area / 100.0)));
        start.put("condition", it.condition());
        it.obstacles().forEach(one -> start.put("obstacle-" + one, "true"));
        start.put("coordinates", it.spot().coordinates());
        start.put("landmark", it.spot().landmark());
        start.put("note", it.note());
        return start;
    }

    ActForm asking(ActForm form, Actor actor) {
        form.ask(Part.typed("name", "text").called(say("name")).must())
                .ask(Part.choice("commune", places(actor))
                        .called(say("commune"))
                        .must())
                .ask(Part.typed("village", "text").called(say("village")))
                .ask(select("kind", Details.KINDS))
                .ask(select("owner", Details.OWNERS))
                .ask(Part.typed("ownerName", "text").called(say("ownerName")))
                .ask(select("condition", Details.CONDITIONS))
                .ask(Part.typed("area", "decimal").called(say("area")).in(say("square-metre")))
                .ask(Part.typed("coordinates", "code").called(say("coordinates")))
                .ask(Part.typed("landmark", "text").called(say("landmark")))
                .ask(Part.typed("note", "text").called(say("note")));
        Details.OBSTACLES.forEach(
                it -> form.ask(Part.check("obstacle-" + it).called(pages.say(TEXTS + "obstacle." + it))));
        return form;
    }

    /** What was typed; empty where something is wrong, which the form then says. */
    Optional<Details> read(ActForm form, Actor actor) {
        var commune = Optional.of(form.value("commune"))
                .filter(it -> places(actor).stream().anyMatch(one -> one.value().equals(it)));
        if (commune.isEmpty()) {
            form.need("commune");
        }
        form.needed("name");
        for (var choice : Map.of("kind", Details.KINDS, "owner", Details.OWNERS, "condition", Details.CONDITIONS)
                .entrySet()) {
            if (!choice.getValue().contains(form.value(choice.getKey()))) {
                form.need(choice.getKey());
            }
        }
        var area = form.quantity("area", 2).map(it -> (int) Math.min(it, Integer.MAX_VALUE));
        var spot = form.read(
                "landmark",
                () -> Optional.of(Spot.of(form.value("coordinates"), form.value("landmark"))),
                Optional.<Spot>empty());
        if (form.refused()) {
            return Optional.empty();
        }
        return form.attempt(
                Map.of("spaces.premises.refusal.area", "area"),
                () -> new Details(
                        form.value("name"),
                        new TerritoryCode(commune.orElseThrow()),
                        form.value("village"),
                        form.value("kind"),
                        form.value("owner"),
                        form.value("ownerName"),
                        area,
                        form.value("condition"),
                        Details.OBSTACLES.stream()
                                .filter(it -> !form.value("obstacle-" + it).isEmpty())
                                .collect(Collectors.toSet()),
                        spot.orElseThrow(),
                        form.value("note")));
    }

    /** One of a few answers to each question. */
    ActForm asking(ActForm form) {
        for (var question : Question.values()) {
            form.ask(Part.cards(
                            question.code(),
                            question.answers().stream()
                                    .map(it ->
                                            new Choice(it, pages.say(TEXTS + "answer." + question.code() + "." + it)))
                                    .toList())
                    .called(pages.say(TEXTS + "question." + question.code()))
                    .must());
        }
        return form;
    }

    static Map<String, String> answers(ActForm form) {
        var answers = new TreeMap<String, String>();
        for (var question : Question.values()) {
            if (question.answers().contains(form.value(question.code()))) {
                answers.put(question.code(), form.value(question.code()));
            } else {
                form.need(question.code());
            }
        }
        return answers;
    }

    private Part select(String name, List<String> codes) {
        return Part.choice(
                        name,
                        codes.stream()
                                .map(it -> new Choice(it, pages.say(TEXTS + name + "." + it)))
                                .toList())
                .called(say(name))
                .must();
    }

    private List<Choice> places(Actor actor) {
        return communes.of(actor, Code.RECORD_PREMISES).stream()
                .map(it -> new Choice(it.code().value(), it.name().in(FormPages.language())))
                .toList();
    }

    private String say(String field) {
        return pages.say(TEXTS + "field." + field);
    }
}
