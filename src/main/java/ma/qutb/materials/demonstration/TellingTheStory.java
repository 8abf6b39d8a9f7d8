package ma.qutb.materials.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import ma.qutb.materials.FundId;
import ma.qutb.materials.point.OpeningPoints;
import ma.qutb.platform.PoleClock;
import ma.qutb.shell.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the story day by day, each day whole or not at all, and takes it up where it was left. */
@Component
class TellingTheStory {

    private final Setting setting;
    private final Day days;
    private final OpeningPoints opening;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellingTheStory(
            Setting setting,
            Day days,
            OpeningPoints opening,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.setting = setting;
        this.days = days;
        this.opening = opening;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Told(LocalDate begins, LocalDate ends, LocalDate until, UUID supplier) {}

    /**
     * @param months how long it is, until yesterday
     * @param many sales on a usual day
     * @param goesOn asked before each day
     * @return the day it is told until
     */
    LocalDate tell(int months, int many, BooleanSupplier goesOn) {
        var fund = opening.fundCalled(Setting.FUND).map(it -> it.id());
        var told = fund.flatMap(this::told);
        if (told.filter(it -> it.until().equals(it.ends())).isPresent()) {
            return told.get().ends();
        }
        var story = told.map(it -> setting.resume(fund.orElseThrow(), it.supplier(), it.begins(), it.ends()))
                .orElseGet(() -> begin(months));
        var day = told.map(Told::until).orElse(story.begins().minusDays(1));
        while (day.isBefore(story.ends()) && goesOn.getAsBoolean()) {
            var next = day.plusDays(1);
            transaction.executeWithoutResult(status -> {
                days.tell(story, next, many);
                database.sql("update materials.demonstration set told_until = :day where fund_id = :fund")
                        .param("day", next)
                        .param("fund", story.point().fund().id().value())
                        .update();
            });
            day = next;
        }
        return day;
    }

    private Story begin(int months) {
        var ends = LocalDate.now(clock).minusDays(1);
        var begins = LocalDate.now(clock).withDayOfMonth(1).minusMonths(months);
        var told = new AtomicReference<Story>();
        transaction.executeWithoutResult(status -> PoleClock.at(
                begins.atTime(LocalTime.of(8, 0)).atZone(Formats.ZONE).toInstant(), () -> {
                    var story = setting.set(begins, ends);
                    database.sql("""
                                    insert into materials.demonstration (fund_id, begins_on, ends_on, told_until, supplier_id)
                                    values (:fund, :begins, :ends, :until, :supplier)
                                    """)
                            .param("fund", story.point().fund().id().value())
                            .param("begins", begins)
                            .param("ends", ends)
                            .param("until", begins.minusDays(1))
                            .param("supplier", story.supplier().value())
                            .update();
                    told.set(story);
                }));
        return Objects.requireNonNull(told.get());
    }

    private Optional<Told> told(FundId fund) {
        return database.sql("select * from materials.demonstration where fund_id = :fund")
                .param("fund", fund.value())
                .query((row, number) -> new Told(
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("told_until", LocalDate.class),
                        row.getObject("supplier_id", UUID.class)))
                .optional();
    }
}
