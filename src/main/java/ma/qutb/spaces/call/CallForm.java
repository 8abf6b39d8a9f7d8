package ma.qutb.spaces.call;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.form.ActForm;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Unit;
import org.springframework.stereotype.Component;

/** What a call says, between the fields of its form and the draft. Each box that is ticked is a field of its own. */
@Component
class CallForm {

    private final Texts texts;
    private final Clock clock;

    CallForm(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A usual calendar from tomorrow on, the usual criteria and papers, all parties, and no unit yet. */
    Map<String, String> usual() {
        var opens = LocalDateTime.ofInstant(clock.instant(), clock.getZone())
                .toLocalDate()
                .plusDays(1);
        var fields = new TreeMap<String, String>();
        fields.put("opens", opens + "T09:00");
        fields.put("closes", opens.plusDays(30) + "T16:00");
        fields.put("draw", opens.plusDays(45) + "T10:00");
        fields.put("results", opens.plusDays(48).toString());
        fields.put("objections", opens.plusDays(63).toString());
        fields.put("starts", opens.plusDays(75).withDayOfMonth(1).plusMonths(1).toString());
        fields.put("waiting", opens.plusYears(1).plusMonths(3).withDayOfMonth(1).toString());
        fields.put("offerDays", "7");
        Language.COMPLETE.forEach(it -> fields.put("seed-" + it.code(), texts.say(it, "spaces.call.seed.usual")));
        Stream.of(PartyKind.values()).forEach(it -> fields.put("party-" + it.code(), "true"));
        Map.of("project", "40", "experience", "25", "jobs", "20", "training", "15")
                .forEach((code, weight) -> fields.put("weight-" + code, weight));
        Stream.of(AskedPaper.values())
                .filter(it -> it != AskedPaper.DIPLOMA)
                .forEach(it -> fields.put("paper-" + it.code(), "true"));
        return fields;
    }

    Map<String, String> of(Call call) {
        var days = call.calendar();
        var fields = new TreeMap<String, String>();
        fields.put("opens", local(days.opensAt()));
        fields.put("closes", local(days.closesAt()));
        fields.put("draw", local(days.drawAt()));
        fields.put("results", days.resultsOn().toString());
        fields.put("objections", days.objectionsUntil().toString());
        fields.put("starts", days.startsOn().toString());
        fields.put("waiting", days.waitingUntil().toString());
        fields.put("offerDays", String.valueOf(days.offerDays()));
        fields.put("seed-ar", call.seed().arabic());
        fields.put("seed-fr", call.seed().french());
        fields.put("seed-en", call.seed().english());
        call.parties().forEach(it -> fields.put("party-" + it.code(), "true"));
        call.units().forEach(it -> fields.put("unit-" + it, "true"));
        call.criteria()
                .forEach(it -> fields.put(
                        "weight-" + it.code(),
                        BigDecimal.valueOf(it.weight(), 2).stripTrailingZeros().toPlainString()));
        call.papers().forEach(it -> fields.put("paper-" + it.code(), "true"));
        call.shares().forEach(it -> fields.put("share-" + it.group().code(), String.valueOf(it.units())));
        return fields;
    }

    /** @param known the units of the site that can be chosen */
    CallDraft read(ActForm form, List<Unit> known) {
        var calendar = new Calendar(
                moment(form, "opens"),
                moment(form, "closes"),
                moment(form, "draw"),
                form.neededDay("results"),
                form.neededDay("objections"),
                form.neededDay("starts"),
                form.neededDay("waiting"),
                (int) Math.min(form.neededQuantity("offerDays", 0), 1_000));
        return new CallDraft(
                calendar,
                new LocalName(form.needed("seed-ar"), form.needed("seed-fr"), form.needed("seed-en")),
                Stream.of(PartyKind.values())
                        .filter(it -> ticked(form, "party-" + it.code()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PartyKind.class))),
                known.stream()
                        .map(Unit::id)
                        .filter(it -> ticked(form, "unit-" + it))
                        .toList(),
                Criterion.CODES.stream()
                        .flatMap(code ->
                                whole(form, "weight-" + code, 2).map(weight -> new Criterion(code, weight)).stream())
                        .toList(),
                Stream.of(AskedPaper.values())
                        .filter(it -> ticked(form, "paper-" + it.code()))
                        .toList(),
                Stream.of(Group.values())
                        .flatMap(it ->
                                whole(form, "share-" + it.code(), 0).map(units -> new KeptShare(it, units)).stream())
                        .toList());
    }

    /** A number that was typed; nothing for an empty field or nought. */
    private static Optional<Integer> whole(ActForm form, String field, int decimals) {
        return form.quantity(field, decimals).filter(it -> it != 0).map(it -> (int) Math.min(it, 1_000_000));
    }

    private static boolean ticked(ActForm form, String field) {
        return form.value(field).equals("true");
    }

    Instant moment(ActForm form, String field) {
        if (form.value(field).isBlank()) {
            form.need(field);
        }
        return form.read(
                field,
                () -> {
                    try {
                        return form.value(field).isBlank()
                                ? Instant.EPOCH
                                : LocalDateTime.parse(form.value(field).strip())
                                        .atZone(clock.getZone())
                                        .toInstant();
                    } catch (DateTimeParseException e) {
                        throw new Refusal("registry.writing.refusal.day", form.value(field));
                    }
                },
                Instant.EPOCH);
    }

    /** As browsers send a moment. */
    String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.getZone()).toString();
    }
}
