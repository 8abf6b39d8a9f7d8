package ma.qutb.registry.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Choice;
import ma.qutb.shell.list.Option;
import org.springframework.stereotype.Component;

/** What the registry's forms offer: the places of the registrar's scope, the crafts by family. */
@Component
public class FormChoices {

    private final Territories territories;
    private final Crafts crafts;

    FormChoices(Territories territories, Crafts crafts) {
        this.territories = territories;
        this.crafts = crafts;
    }

    /** Towns, communes and smaller places, under the province they lie in today. */
    public List<Choice> places(Language language, Scope scope) {
        var choices = new ArrayList<Choice>();
        for (var province : territories.all()) {
            if (province.type().equals("province") || province.type().equals("prefecture")) {
                below(province, province.name().in(language), language, scope, choices);
            }
        }
        return choices;
    }

    /** The same with the place that stands in the form, wherever it is: what a form does not offer it would take away. */
    public List<Choice> places(Language language, Scope scope, String standing) {
        var choices = new ArrayList<>(places(language, scope));
        if (!standing.isBlank() && choices.stream().noneMatch(it -> it.value().equals(standing))) {
            territories.all().stream()
                    .filter(it -> it.code().value().equals(standing))
                    .findFirst()
                    .map(it -> new Choice(standing, it.name().in(language)))
                    .ifPresent(choices::addFirst);
        }
        return choices;
    }

    private void below(Territories.Place place, String group, Language language, Scope scope, List<Choice> choices) {
        if (territories.covers(scope, Optional.of(place.code()))) {
            choices.add(Choice.under(group, place.code().value(), place.name().in(language)));
        }
        territories.all().stream()
                .filter(it -> it.parentToday().filter(place.code()::equals).isPresent())
                .forEach(it -> below(it, group, language, scope, choices));
    }

    /** Every craft under its family; the family itself stands first. */
    public List<Choice> crafts(Language language) {
        return crafts.all().stream()
                .map(it -> Choice.under(
                        family(it).name().in(language),
                        it.code().value(),
                        it.name().in(language)))
                .toList();
    }

    private Crafts.Craft family(Crafts.Craft craft) {
        return craft.parent().flatMap(crafts::find).map(this::family).orElse(craft);
    }

    /** Families with their crafts set in below them. */
    public static List<Option> craftOptions(Crafts crafts, Language language) {
        return crafts.all().stream()
                .map(it -> Option.below(
                        depth(crafts, it), it.code().value(), it.name().in(language)))
                .toList();
    }

    private static int depth(Crafts crafts, Crafts.Craft craft) {
        return craft.parent()
                .flatMap(crafts::find)
                .map(it -> depth(crafts, it) + 1)
                .orElse(0);
    }

    /** Regions of today with what lies in them; people abroad and former regions are found by name. */
    public static List<Option> placeOptions(Territories territories, Language language) {
        var options = new ArrayList<Option>();
        territories.all().stream()
                .filter(it -> it.type().equals("region") && it.validTo().isEmpty())
                .forEach(it -> branch(territories, it, 0, language, options));
        return options;
    }

    private static void branch(
            Territories territories, Territories.Place place, int depth, Language language, List<Option> options) {
        options.add(Option.below(depth, place.code().value(), place.name().in(language)));
        territories.all().stream()
                .filter(it -> it.parentToday().filter(place.code()::equals).isPresent())
                .forEach(it -> branch(territories, it, depth + 1, language, options));
    }
}
