package ma.qutb.registry.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Page;
import ma.qutb.shell.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** What happened to a person and what is ahead, newest first. */
public final class PersonTimeline {

    private record Moment(LocalDate day, TimelineEntry entry) {}

    private PersonTimeline() {}

    public static List<TimelineEntry> of(Page page, PersonPage person) {
        var moments = new ArrayList<Moment>();
        var work = person.craft();
        if (work != null) {
            var registration = work.details().registration();
            add(moments, page, registration.on(), "registry.person.timeline.registered", registration.number());
            add(
                    moments,
                    page,
                    registration.cardExpiresOn(),
                    "registry.person.timeline.card-expires",
                    registration.cardNumber());
        }
        for (var role : person.roles()) {
            var detail = Stream.of(
                            role.craft() == null ? "" : role.craft().in(page.language()),
                            role.organisationName().in(page.language()))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" · "));
            var kind = role.kind().code();
            add(moments, page, role.from(), "registry.person.timeline.began." + kind, detail);
            add(moments, page, role.to(), "registry.person.timeline.ended." + kind, detail);
        }
        for (var membership : person.memberships()) {
            var name = membership.name().in(page.language());
            add(moments, page, membership.from(), "registry.person.timeline.joined", name);
            add(moments, page, membership.to(), "registry.person.timeline.left", name);
        }
        for (var consent : person.consents()) {
            add(
                    moments,
                    page,
                    LocalDate.ofInstant(consent.at(), Formats.ZONE),
                    consent.given() ? "registry.person.timeline.agreed" : "registry.person.timeline.withdrew",
                    page.t("registry.consent.purpose." + consent.purpose()));
        }
        add(
                moments,
                page,
                LocalDate.ofInstant(person.registeredAt(), Formats.ZONE),
                "registry.person.timeline.recorded",
                null);
        return moments.stream()
                .sorted(Comparator.comparing(Moment::day).reversed())
                .map(Moment::entry)
                .toList();
    }

    private static void add(
            List<Moment> moments, Page page, @Nullable LocalDate day, String key, @Nullable String detail) {
        if (day != null) {
            moments.add(new Moment(
                    day, new TimelineEntry(page.date(day), page.t(key), detail, null, day.isAfter(page.today()))));
        }
    }
}
