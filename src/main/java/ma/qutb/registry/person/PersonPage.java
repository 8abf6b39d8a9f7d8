package ma.qutb.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.honour.Honour;
import ma.qutb.registry.role.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pages of one person show.
 *
 * @param place and what it lies in, nearest first
 * @param craft null for people who are no artisans
 */
public record PersonPage(
        PersonId id,
        long number,
        long version,
        PersonDetails details,
        @Nullable UUID photo,
        boolean demonstration,
        Instant registeredAt,
        List<LocalName> place,
        @Nullable CraftWork craft,
        List<Role> roles,
        List<Membership> memberships,
        List<Honour> honours,
        List<Consent> consents,
        List<Warning> warnings) {

    /** What an artisan practises. */
    public record CraftWork(
            ArtisanDetails details,
            List<CraftLine> crafts,
            @Nullable Integer since,
            Set<Category> openTo,
            long version) {}

    /** A craft as shown. */
    public record CraftLine(
            String code,
            LocalName name,
            String icon,
            @Nullable Integer since) {}

    /** Apprentice, trainer or manager, from a day to a day. */
    public record Role(
            UUID id,
            RoleKind kind,
            @Nullable LocalName craft,
            @Nullable UUID organisation,
            LocalName organisationName,
            @Nullable UUID tutor,
            LocalName tutorName,
            String post,
            LocalDate from,
            @Nullable LocalDate to,
            String note) {

        /** Whether it lasts on this day. */
        public boolean holds(LocalDate today) {
            return to == null || to.isAfter(today);
        }
    }

    /** Belonging to an organisation. */
    public record Membership(
            UUID organisation,
            LocalName name,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            boolean demonstration) {}

    /** A line of the consent ledger, latest first; {@code holds}: it is the last word on its purpose. */
    public record Consent(String purpose, boolean given, Instant at, String manner, boolean holds) {}

    /** Something the clerk should see to. */
    public record Warning(String kind, String key, List<Object> arguments) {
        Warning(String kind, String key, Object... arguments) {
            this(kind, key, List.of(arguments));
        }
    }

    public String name(Language language) {
        return details.name().in(language);
    }

    /** The number as printed: six digits. */
    public String shownNumber() {
        return "%06d".formatted(number);
    }

    public String path() {
        return "/app/people/" + id;
    }

    public boolean woman() {
        return details.sex() == Sex.FEMALE;
    }

    /** What they are now besides artisans, each kind once. */
    public Set<RoleKind> currentRoles(LocalDate today) {
        return roles.stream()
                .filter(it -> it.holds(today))
                .map(Role::kind)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Organisations the person belongs to now. */
    public List<Membership> currentMemberships(LocalDate today) {
        return memberships.stream()
                .filter(it -> it.to() == null || !it.to().isBefore(today))
                .toList();
    }
}
