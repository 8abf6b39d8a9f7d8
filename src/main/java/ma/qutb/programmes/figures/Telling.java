package ma.qutb.programmes.figures;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.programmes.fact.Column;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.programmes.fact.Figure;
import ma.qutb.programmes.fact.Places;
import ma.qutb.programmes.fact.Publication;
import ma.qutb.programmes.fact.Words;
import ma.qutb.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says facts in the reader's language: figures with their hedges, cells, places, publications. Templates are drawn with it. */
@Component
public class Telling {

    private static final long MILLION = 100_000_000;

    private final Facts facts;
    private final Places places;
    private final Selecting selecting;

    Telling(Facts facts, Places places, Selecting selecting) {
        this.facts = facts;
        this.places = places;
        this.selecting = selecting;
    }

    public Facts facts() {
        return facts;
    }

    /** What stands before the number: "about", "more than"; empty for an exact one. */
    public String before(Page page, Figure figure) {
        return figure.rough() ? page.t("programmes.word." + figure.hedge()) : "";
    }

    /** The number alone, as the reader writes it. */
    public String number(Page page, Figure figure) {
        return figure.money() ? page.amount(figure.value()) : page.number(figure.value());
    }

    /** What is counted. */
    public String unit(Page page, Figure figure) {
        return figure.unit().isEmpty() ? "" : page.t("programmes.unit." + figure.unit(), figure.value());
    }

    /** Whole millions of dirhams without their zeros. */
    public String shortNumber(Page page, Figure figure) {
        return millions(figure) ? page.number(figure.value() / MILLION) : number(page, figure);
    }

    public String shortUnit(Page page, Figure figure) {
        return millions(figure) ? page.t("programmes.unit.million") : unit(page, figure);
    }

    private static boolean millions(Figure figure) {
        return figure.money() && figure.value() >= MILLION && figure.value() % MILLION == 0;
    }

    /** "target", "planned", "total" …; empty for what simply is. */
    public String after(Page page, Figure figure) {
        var standing = figure.standing();
        var hedge = figure.hedge();
        if (standing != null && !standing.equals("actual")) {
            return page.t("programmes.word." + standing);
        }
        return hedge == null || figure.rough() ? "" : page.t("programmes.word." + hedge);
    }

    /** All of it in one line. */
    public String whole(Page page, Figure figure) {
        var after = after(page, figure);
        return (before(page, figure) + " " + number(page, figure) + " " + unit(page, figure)
                        + (after.isEmpty() ? "" : " (" + after + ")"))
                .strip();
    }

    /** A place under the borders of the fact's date or today's: its region, where it is not a region itself. */
    public String region(Page page, Fact fact, Borders borders) {
        var place = fact.place();
        return place == null
                ? ""
                : places.regionOf(place, selecting.year(fact, borders))
                        .filter(it -> !it.code().value().equals(place))
                        .map(it -> places.nameOf(it.code().value()).in(page.language()))
                        .orElse("");
    }

    public String place(Page page, String code) {
        return places.nameOf(code).in(page.language());
    }

    /** The chain of places above, nearest first, as it was in a year. */
    public List<String> above(Page page, String code, int year) {
        return places.chain(code, year).stream()
                .skip(1)
                .map(it -> place(page, it))
                .toList();
    }

    public int today() {
        return places.today();
    }

    /** The year whose borders the fact was written under. */
    public int bordersOf(Fact fact) {
        return selecting.year(fact, Borders.THEN);
    }

    public boolean undivided(Fact fact) {
        return selecting.undivided(fact);
    }

    /** The text of a cell; empty when the publication is silent. */
    public String cell(Page page, Fact fact, Column column) {
        var name = column.name();
        var text = fact.text(column.stored().getFirst());
        if (!column.list() && text.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case WORDS -> fact.words(name).in(page.language());
            case WORD -> page.t("programmes.word." + text);
            case WHOLE -> fact.number(name).map(page::number).orElse("");
            case MONEY ->
                fact.number(column.stored().getFirst()).map(page::amount).orElse("");
            case SUBJECT -> subject(page, text);
            case TERRITORY -> place(page, text);
            case SITE -> places.exists(text) ? place(page, text) : subject(page, text);
            case CRAFT -> places.craft(text).in(page.language());
            case SUBJECTS ->
                joined(
                        page,
                        fact.list(name).stream().map(it -> subject(page, it)).toList());
            case TERRITORIES ->
                joined(page, fact.list(name).stream().map(it -> place(page, it)).toList());
            case CRAFTS ->
                joined(
                        page,
                        fact.list(name).stream()
                                .map(it -> places.craft(it).in(page.language()))
                                .toList());
            case TEXTS -> joined(page, fact.list(name));
            case DAY -> text.length() > 4 ? page.date(LocalDate.parse(text)) : text;
            case FLAG -> text.equals("true") ? page.t("programmes.yes") : "";
            case TEXT -> source(page, column, text);
            case YEAR, DECIMAL -> text;
        };
    }

    private String source(Page page, Column column, String text) {
        return column.name().startsWith("source") ? shortName(page, text) : text;
    }

    private static String joined(Page page, List<String> parts) {
        return String.join(page.t("programmes.comma"), parts);
    }

    /** Where a cell leads: the fact that tells of what it names; null where it names nothing. */
    public @Nullable String href(Page page, Fact fact, Column column) {
        var named = column.kind() == Column.Kind.SUBJECT || column.kind() == Column.Kind.SITE
                ? facts.about(fact.text(column.name()))
                : List.<Fact>of();
        return named.isEmpty() ? null : href(page, named.getFirst());
    }

    public String href(Page page, Fact fact) {
        return "/" + page.lang() + fact.path();
    }

    private String subject(Page page, String code) {
        return facts.nameOf(code).in(page.language());
    }

    /** What a publication is called in few words. */
    public String shortName(Page page, @Nullable String source) {
        return facts.publication(source).map(it -> shortName(page, it)).orElse("");
    }

    public String shortName(Page page, Publication publication) {
        var key = "programmes.source." + publication.number();
        return page.hasText(key) ? page.t(key) : publication.title().in(page.language());
    }

    public @Nullable Publication publication(Fact fact) {
        return facts.publication(fact.source()).orElse(null);
    }

    /** The sides of a discrepancy in few words. */
    public String mark(Page page, String discrepancy) {
        var key = "programmes.discrepancy." + discrepancy;
        return page.hasText(key)
                ? page.t(key)
                : facts.discrepancy(discrepancy)
                        .map(it -> it.topic().in(page.language()))
                        .orElse(discrepancy);
    }

    /** What a discrepancy says, for the pointer over its mark. */
    public String description(Page page, String discrepancy) {
        return facts.discrepancy(discrepancy)
                .map(it -> it.topic().in(page.language()) + " — "
                        + it.description().in(page.language()))
                .orElse("");
    }

    public String say(Page page, Words words) {
        return words.in(page.language());
    }
}
