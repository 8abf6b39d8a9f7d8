package ma.qutb.programmes.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.shell.Page;
import ma.qutb.shell.chart.Chart;
import ma.qutb.shell.map.MapPoint;
import ma.qutb.shell.map.PlaceMap;
import org.jspecify.annotations.Nullable;

/** The drawings of the pages. What a publication leaves open (a year, an amount) is left out, never guessed. */
public final class Charts {

    private static final double MILLION = 100_000_000;
    private static final double DIRHAM = 100;

    private Charts() {}

    /** Whether the page of these figures opens with a chart. */
    public static boolean drawn(PartPage shown) {
        return shown.part() == Part.PROJECTS && !shown.stating("projects").isEmpty()
                || shown.part() == Part.FUNDING
                || shown.part() == Part.FAIRS
                || shown.part() == Part.TRAINING
                || shown.part() == Part.INDH;
    }

    /** Yearly series of the national initiative; null without any year. */
    public static @Nullable Chart indh(Page page, List<Fact> facts) {
        var years = facts.stream()
                .filter(it -> it.text("indicator_code").equals("indh_projects"))
                .filter(it -> it.year() != null)
                .toList();
        return years.isEmpty()
                ? null
                : Chart.bars(
                                page.t("programmes.chart.indh"),
                                years.stream()
                                        .map(it -> String.valueOf(it.year()))
                                        .toList())
                        .with(
                                "",
                                years.stream().map(it -> it.count().orElse(0L)).toList())
                        .in(page.t("programmes.chart.indh.unit"));
    }

    /** Apprentices at the time of the text, and as targeted for 2010 and 2012. */
    public static @Nullable Chart apprentices(Page page, List<Fact> facts) {
        var steps = apprenticeSteps(facts);
        if (steps.isEmpty()) {
            return null;
        }
        var reached = new ArrayList<@Nullable Long>();
        var aimed = new ArrayList<@Nullable Long>();
        for (var step : steps) {
            boolean target = step.text("value_type").equals("target");
            reached.add(target ? null : step.count().orElseThrow());
            aimed.add(target ? step.count().orElseThrow() : null);
        }
        return Chart.bars(
                        page.t("programmes.chart.apprentices"),
                        steps.stream()
                                .map(it -> it.year() == null
                                        ? page.t("programmes.chart.start")
                                        : String.valueOf(it.year()))
                                .toList())
                .with(page.t("programmes.word.current"), reached)
                .with(page.t("programmes.word.target"), aimed)
                .in(page.t("programmes.chart.apprentices.unit"));
    }

    /** 63, 102, 185: the apprentices in three crafts. */
    public static List<Fact> apprenticeSteps(List<Fact> facts) {
        return facts.stream()
                .filter(it -> it.is("training_actions") && it.text("kind").equals("apprenticeship"))
                .filter(it ->
                        it.list("craft_codes").contains("TLR") && it.count().isPresent())
                .toList();
    }

    /** What was done, training by training. */
    public static @Nullable Chart trained(Page page, List<Fact> facts, Telling telling) {
        var done = facts.stream()
                .filter(it -> it.is("training_actions") && it.text("value_type").equals("actual"))
                .filter(it -> it.count().isPresent())
                .sorted(Comparator.comparing((Fact it) -> it.count().orElse(0L)).reversed())
                .toList();
        return done.isEmpty()
                ? null
                : Chart.rows(
                                page.t("programmes.chart.trained"),
                                done.stream()
                                        .map(it -> trainingName(page, it, telling))
                                        .toList())
                        .with(
                                "",
                                done.stream()
                                        .map(it -> it.count().orElseThrow())
                                        .toList())
                        .in(page.t("programmes.chart.trained.unit"));
    }

    private static String trainingName(Page page, Fact fact, Telling telling) {
        var place = fact.place();
        var where = place == null ? "" : page.t("programmes.comma") + telling.place(page, place);
        return page.t("programmes.word." + fact.text("kind"))
                + page.t("programmes.colon")
                + fact.title().in(page.language())
                + where;
    }

    /** Amounts given in dirhams by each partner; what several partners are said to give together is not divided. */
    public static @Nullable Chart partners(Page page, List<Fact> facts, Telling telling) {
        return money(
                page.t("programmes.chart.partners"),
                page.t("programmes.unit.MAD", 2),
                facts.stream().filter(it -> it.is("funding")).toList(),
                it -> Optional.of(it.text("funder_code"))
                        .filter(code -> !code.isEmpty())
                        .map(code -> telling.facts().nameOf(code).in(page.language()))
                        .orElseGet(() -> page.t("programmes.chart.partner-unknown")),
                DIRHAM);
    }

    /** Costs of the projects in millions; an alternative that was not taken is left out. */
    public static @Nullable Chart costs(Page page, List<Fact> facts) {
        Map<String, Fact> once = new LinkedHashMap<>();
        facts.stream()
                .filter(it -> it.is("projects"))
                .filter(it ->
                        it.figure() != null && !"alternative".equals(it.figure().hedge()))
                .forEach(it -> once.putIfAbsent(Objects.requireNonNullElse(it.subject(), it.id()), it));
        return money(
                page.t("programmes.chart.costs"),
                page.t("programmes.unit.million"),
                List.copyOf(once.values()),
                it -> it.title().in(page.language()),
                MILLION);
    }

    private static @Nullable Chart money(
            String label,
            String unit,
            List<Fact> facts,
            java.util.function.Function<Fact, String> name,
            double divisor) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (var fact : facts) {
            fact.centimes().ifPresent(it -> sums.merge(name.apply(fact), it, Long::sum));
        }
        var sorted = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        return sorted.isEmpty()
                ? null
                : Chart.rows(label, sorted.stream().map(Map.Entry::getKey).toList())
                        .with(
                                "",
                                sorted.stream()
                                        .map(it -> it.getValue() / divisor)
                                        .toList())
                        .in(unit);
    }

    /** The places of the facts; null when none has a known point. */
    public static @Nullable PlaceMap map(Page page, PartPage shown, Telling telling) {
        var points = shown.places().stream()
                .map(it -> new MapPoint(
                        telling.place(page, it.code()),
                        it.latitude(),
                        it.longitude(),
                        page.t("programmes.map.facts", it.facts().size()),
                        it.facts().size() > 4 ? 3 : it.facts().size() > 1 ? 2 : 1,
                        it.code().equals("C-GUE"),
                        "/" + page.lang() + shown.path() + "?territory=" + it.code()
                                + (shown.selection().borders() == Borders.TODAY ? "&borders=today" : "")))
                .toList();
        return points.isEmpty() ? null : PlaceMap.of(page.t("programmes.map"), points);
    }
}
