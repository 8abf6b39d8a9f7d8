package ma.qutb.spaces.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the plan, as its address says it; what nobody understands is left out.
 *
 * @param day the day it shows
 * @param colour {@code state}, {@code craft} or {@code arrears}
 * @param show only this state, craft family or standing
 */
public record PlanAsked(
        Optional<UUID> site,
        Optional<Integer> floor,
        LocalDate day,
        LocalDate today,
        String colour,
        String show,
        Optional<UUID> unit) {

    private static final Set<String> COLOURS = Set.of("state", "craft", "arrears");
    private static final int MOST_MONTHS = 600;

    static PlanAsked of(Map<String, String> typed, LocalDate today) {
        var colour = typed.getOrDefault("colour", "state");
        return new PlanAsked(
                id(typed.get("site")),
                whole(typed.get("floor")),
                day(typed, today),
                today,
                COLOURS.contains(colour) ? colour : "state",
                typed.getOrDefault("show", "").replaceAll("[^A-Za-z0-9_-]", ""),
                id(typed.get("unit")));
    }

    /** Months from today; below 0 is past. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(today.withDayOfMonth(1), day.withDayOfMonth(1));
    }

    public boolean isToday() {
        return day.equals(today);
    }

    public PlanAsked in(int months) {
        return new PlanAsked(site, floor, today.plusMonths(months), today, colour, show, unit);
    }

    public PlanAsked coloured(String other) {
        return new PlanAsked(site, floor, day, today, other, "", unit);
    }

    public PlanAsked showing(String other) {
        return new PlanAsked(site, floor, day, today, colour, other, unit);
    }

    public PlanAsked upon(int other) {
        return new PlanAsked(site, Optional.of(other), day, today, colour, show, Optional.empty());
    }

    public PlanAsked opening(UUID other) {
        return new PlanAsked(site, floor, day, today, colour, show, Optional.of(other));
    }

    public PlanAsked at(UUID other) {
        return new PlanAsked(Optional.of(other), floor, day, today, colour, show, unit);
    }

    /** Where it is asked again. */
    public String address() {
        var address = UriComponentsBuilder.fromPath("/app/spaces/plan");
        site.ifPresent(it -> address.queryParam("site", it));
        floor.ifPresent(it -> address.queryParam("floor", it));
        if (!isToday()) {
            address.queryParam("day", day);
        }
        if (!colour.equals("state")) {
            address.queryParam("colour", colour);
        }
        if (!show.isEmpty()) {
            address.queryParam("show", show);
        }
        unit.ifPresent(it -> address.queryParam("unit", it));
        return address.toUriString();
    }

    private static LocalDate day(Map<String, String> typed, LocalDate today) {
        var months = whole(typed.get("months"));
        if (months.isPresent() && Math.abs(months.get()) <= MOST_MONTHS) {
            return today.plusMonths(months.get());
        }
        try {
            var day = LocalDate.parse(typed.getOrDefault("day", today.toString()));
            return Math.abs(ChronoUnit.MONTHS.between(today, day)) <= MOST_MONTHS ? day : today;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private static Optional<Integer> whole(@org.jspecify.annotations.Nullable String typed) {
        return typed != null && typed.matches("-?[0-9]{1,4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static Optional<UUID> id(@org.jspecify.annotations.Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
