package ma.qutb.spaces.upkeep;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;

/** All that is looked after in a unit, as its page shows it. */
public record UpkeepSheet(
        Unit unit, Site site, List<Meter> meters, List<Report> reports, List<Repair> repairs, List<Kept> files) {

    /** A meter with its readings, newest first. */
    public record Meter(UUID id, String kind, String serial, LocalDate installed, List<Reading> readings) {}

    /**
     * @param value thousandths of what the meter counts
     * @param used since the reading before
     */
    public record Reading(LocalDate day, long value, Optional<Long> used, Optional<UUID> photo, String by) {}

    /** What was found on a day. */
    public record Report(
            UUID id,
            String occasion,
            LocalDate day,
            String withWhom,
            String note,
            Optional<UUID> signed,
            List<Item> items) {}

    /** One part of the unit. */
    public record Item(String place, String state, Optional<UUID> photo) {}

    /** @param cost in centimes */
    public record Repair(
            UUID id,
            String what,
            boolean urgent,
            LocalDate reported,
            String state,
            Optional<LocalDate> done,
            Optional<Long> cost,
            Optional<UUID> photo,
            Optional<UUID> after,
            String note) {

        public boolean open() {
            return state.equals("reported") || state.equals("ordered");
        }
    }

    /** A photo or document. */
    public record Kept(UUID file, String title, boolean photo) {}

    public String path() {
        return "/app/spaces/units/" + unit.id() + "/upkeep";
    }
}
