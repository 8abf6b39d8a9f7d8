package ma.qutb.registry.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Texts;
import ma.qutb.shell.map.MapPoint;
import ma.qutb.shell.map.PlaceMap;
import org.springframework.stereotype.Component;

/** What one can choose from: only crafts and places somebody in the directory shows. */
@Component
class Facets {

    private final Shown shown;
    private final Crafts crafts;
    private final Territories territories;
    private final Texts texts;
    private final Clock clock;

    Facets(Shown shown, Crafts crafts, Territories territories, Texts texts, Clock clock) {
        this.shown = shown;
        this.crafts = crafts;
        this.territories = territories;
        this.texts = texts;
        this.clock = clock;
    }

    /** Crafts under their families; a family with several crafts can be chosen whole. */
    List<Choice> crafts(Language language) {
        var present = shown.now().crafts();
        var choices = new ArrayList<Choice>();
        for (var family : crafts.all()) {
            if (family.parent().isEmpty()) {
                var own = crafts.all().stream()
                        .filter(it -> present.contains(it.code()))
                        .filter(it -> it.code().equals(family.code())
                                || it.parent().filter(family.code()::equals).isPresent())
                        .toList();
                var heading = family.name().in(language);
                own.forEach(it -> choices.add(
                        Choice.under(heading, it.code().value(), it.name().in(language))));
            }
        }
        return choices;
    }

    /** Places under the province they lie in, provinces themselves first. */
    List<Choice> places(Language language) {
        var choices = new ArrayList<Choice>();
        byProvince().forEach((province, places) -> {
            var heading = territories.nameOf(province).in(language);
            choices.add(Choice.under(heading, province.value(), heading));
            places.stream()
                    .filter(it -> !it.equals(province))
                    .forEach(it -> choices.add(Choice.under(
                            heading, it.value(), territories.nameOf(it).in(language))));
        });
        return choices;
    }

    /** Where they work; a place leads to whoever works there. Empty while nobody shows a place. */
    Optional<PlaceMap> map(Language language) {
        var points = shown.now().places().entrySet().stream()
                .flatMap(it -> point(it.getKey(), it.getValue(), language).stream())
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(PlaceMap.of(texts.say(language, "registry.directory.map"), points));
    }

    private Optional<MapPoint> point(TerritoryCode code, long real, Language language) {
        return Stream.concat(
                        Stream.of(code),
                        territories.above(code, LocalDate.now(clock).getYear()).stream())
                .limit(2)
                .flatMap(it -> territories.find(it).stream())
                .filter(it -> it.point().isPresent())
                .findFirst()
                .map(it -> new MapPoint(
                        it.name().in(language),
                        it.point().orElseThrow().latitude(),
                        it.point().orElseThrow().longitude(),
                        real == 0 ? "" : texts.say(language, "registry.directory.count", real),
                        real > 100 ? 3 : real > 10 ? 2 : 1,
                        "/" + language.code() + "/directory?place=" + code));
    }

    private Map<TerritoryCode, List<TerritoryCode>> byProvince() {
        int year = LocalDate.now(clock).getYear();
        var provinces = new LinkedHashMap<TerritoryCode, List<TerritoryCode>>();
        var present = shown.now().places().keySet();
        for (var place : territories.all()) {
            if (present.contains(place.code())) {
                var province = isProvince(place.code())
                        ? place.code()
                        : territories.above(place.code(), year).stream()
                                .filter(this::isProvince)
                                .findFirst()
                                .orElse(place.code());
                provinces.computeIfAbsent(province, it -> new ArrayList<>()).add(place.code());
            }
        }
        return provinces;
    }

    private boolean isProvince(TerritoryCode place) {
        return territories
                .find(place)
                .filter(it -> it.type().equals("province") || it.type().equals("prefecture"))
                .isPresent();
    }
}
