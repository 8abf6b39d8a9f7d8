package ma.qutb.programmes.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.shell.Formats;
import ma.qutb.shell.HomeFacts;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the public home page tells of the pole and the region, each figure leading to its fact. */
@Component
class HomeFigures implements HomeFacts {

    private static final long MILLION = 100_000_000;
    private static final String OPENED = "events:EVT-01@004_903b7f0a23dd6a6d.txt";
    private static final List<String> TELLING = List.of("AWD-02", "AWD-04", "AWD-01");

    private final Facts facts;
    private final PartContents contents;
    private final Texts texts;

    HomeFigures(Facts facts, PartContents contents, Texts texts) {
        this.facts = facts;
        this.contents = contents;
        this.texts = texts;
    }

    @Override
    public Optional<Figure> of(Part part, Language language) {
        return switch (part) {
            case INSTITUTE -> facts.find("indicators:IND-27").map(it -> counted(it, "school", language));
            case ZONE -> facts.find("indicators:IND-26").map(it -> counted(it, "map-2", language));
            // The publications name the centre and the hall without any number.
            case CENTRE, HALL -> Optional.empty();
        };
    }

    /** The count, its unit as the text: "100 shops". */
    private Figure counted(Fact fact, String icon, Language language) {
        var figure = Objects.requireNonNull(fact.figure());
        return figure(
                fact,
                icon,
                value(fact, language),
                texts.say(language, "programmes.unit." + figure.unit(), figure.value()),
                language);
    }

    @Override
    public List<Figure> opening(Language language) {
        return Stream.concat(
                        facts.find(OPENED).stream()
                                .map(it -> figure(
                                        it,
                                        "calendar-event",
                                        Formats.date(language, LocalDate.parse(it.text("date"))),
                                        texts.say(language, "programmes.home.opened"),
                                        language)),
                        facts.find("indicators:IND-28").stream()
                                .map(it -> figure(
                                        it,
                                        "coins",
                                        value(it, language),
                                        texts.say(language, "programmes.home.cost"),
                                        language)))
                .toList();
    }

    @Override
    public List<Award> awards(Language language) {
        var medals = facts.find("indicators:IND-32").stream()
                .map(it -> new Award(
                        "medal", value(it, language), texts.say(language, "programmes.home.medals"), it.path()));
        var prizes = TELLING.stream()
                .flatMap(it -> facts.find("awards:" + it).stream())
                .map(it -> new Award("trophy", String.valueOf(it.year()), prize(it, language), it.path()));
        return Stream.concat(prizes, medals).toList();
    }

    private String prize(Fact award, Language language) {
        return texts.say(
                language,
                "programmes.home.award",
                facts.nameOf(award.text("person_code")).in(language),
                award.title().in(language));
    }

    @Override
    public List<Figure> region(Language language) {
        return contents.main().stream()
                .map(it -> figure(it, icon(it), number(it, language), label(it, language), language))
                .toList();
    }

    /** A card has room for a short number only: millions are said in its label. */
    private String number(Fact fact, Language language) {
        return millions(fact)
                ? Formats.number(language, fact.centimes().orElseThrow() / MILLION)
                : value(fact, language);
    }

    private String label(Fact fact, Language language) {
        var title = fact.title().in(language);
        return millions(fact) ? title + " (" + texts.say(language, "programmes.unit.million") + ")" : title;
    }

    private static boolean millions(Fact fact) {
        return fact.centimes().filter(it -> it % MILLION == 0).isPresent();
    }

    private static String icon(Fact fact) {
        return switch (fact.text("indicator_code")) {
            case "pole_cost" -> "coins";
            case "apprentices_trained", "continuing_trained" -> "school";
            case "indh_projects_total" -> "plant-2";
            case "medals" -> "medal";
            default -> "building-store";
        };
    }

    private String value(Fact fact, Language language) {
        var figure = Objects.requireNonNull(fact.figure());
        var before = figure.rough() ? texts.say(language, "programmes.word." + figure.hedge()) + " " : "";
        if (!figure.money()) {
            return before + Formats.number(language, figure.value());
        }
        return figure.value() % MILLION == 0
                ? before + Formats.number(language, figure.value() / MILLION) + " "
                        + texts.say(language, "programmes.unit.million")
                : before + Formats.amount(language, figure.value()) + " " + texts.say(language, "programmes.unit.MAD");
    }

    private Figure figure(Fact fact, String icon, String value, String text, Language language) {
        return new Figure(icon, value, text, source(fact, language), fact.path(), caution(fact, language));
    }

    private String source(Fact fact, Language language) {
        return facts.publication(fact.source())
                .map(it -> texts.has("programmes.source." + it.number())
                        ? texts.say(language, "programmes.source." + it.number())
                        : it.title().in(language))
                .orElse("");
    }

    /** The weightiest discrepancy of the fact. */
    private @Nullable String caution(Fact fact, Language language) {
        return Stream.of("high", "medium", "low")
                .flatMap(severity -> facts.discrepanciesOf(List.of(fact)).stream()
                        .filter(it -> it.severity().equals(severity)))
                .findFirst()
                .map(it -> texts.has(it.shortKey())
                        ? texts.say(language, it.shortKey())
                        : it.topic().in(language))
                .orElse(null);
    }
}
