package ma.qutb.spaces.lease;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.unit.Occupant;

/**
 * A contract of a unit.
 *
 * @param agreedUntil the first day after, as the contract says; {@code terms} say when it ends in fact
 * @param deposit centimes
 * @param charges {@code none}, or what shared costs are split by: {@code meter} or {@code area}
 * @param state as it is kept; {@link #on} says how it stands on a day
 * @param contract the printed document
 */
public record Lease(
        LeaseId id,
        long number,
        UnitId unit,
        Tenant tenant,
        Optional<UUID> occupancy,
        Optional<CraftCode> craft,
        UUID template,
        Terms terms,
        LocalDate agreedUntil,
        long deposit,
        String guarantor,
        String charges,
        String state,
        Optional<UUID> contract,
        Optional<LocalDate> tenantSignedOn,
        Optional<LocalDate> poleSignedOn,
        Optional<LocalDate> noticeOn,
        Optional<String> noticeBy,
        Optional<String> endKind,
        Optional<LocalDate> handedBackOn,
        Optional<LeaseId> previous,
        long version) {

    /**
     * Whoever leases.
     *
     * @param gone the day a person died, or an organisation was dissolved
     */
    public record Tenant(
            UUID id,
            Occupant who,
            LocalName name,
            Optional<UUID> account,
            Optional<LocalDate> gone,
            Optional<String> goneWhy,
            boolean demonstration) {

        public String in(Language language) {
            return name.in(language);
        }

        public String path() {
            return (who.person().isPresent() ? "/app/people/" : "/app/organisations/") + who.party();
        }
    }

    /** As people call it, and as a transfer should name it. */
    public String said() {
        return said(number);
    }

    public static String said(long number) {
        return "L-%06d".formatted(number);
    }

    public String path() {
        return "/app/spaces/leases/" + id;
    }

    public boolean signed() {
        return state.equals("signed");
    }

    /** Not yet signed by both, and not given up. */
    public boolean open() {
        return !signed() && !state.equals("cancelled");
    }

    public LocalDate lastDay() {
        return terms.until().minusDays(1);
    }

    /** How it stands on a day; its words are {@code spaces.lease.state.<code>}. As {@code spaces.lease_state} in the database. */
    public String on(LocalDate day) {
        if (!signed()) {
            return state;
        }
        if (!day.isBefore(terms.until())) {
            return endKind.filter(it -> !it.equals("notice") && !it.equals("change"))
                            .isPresent()
                    ? "terminated"
                    : "ended";
        }
        if (day.isBefore(terms.from())) {
            return "signed";
        }
        return noticeOn.isPresent() || endKind.isPresent() ? "notice" : "running";
    }

    public boolean runsOn(LocalDate day) {
        return signed() && !day.isBefore(terms.from()) && day.isBefore(terms.until());
    }

    public long months() {
        return ChronoUnit.MONTHS.between(terms.from(), agreedUntil);
    }
}
