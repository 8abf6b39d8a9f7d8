package ma.qutb.spaces.meeting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.platform.Filling;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the coordination meeting the publications tell of, in words of our own with its place in them, and the roadmap that was agreed there;
 * a second time changes nothing.
 */
@Component
@Order(19)
class LoadingMeetings implements Filling {

    private static final String MEETING = "coordination_meeting";
    private static final String ROADMAP = "PRG-ROAD";

    private final HoldingMeetings holding;
    private final JdbcClient database;

    LoadingMeetings(HoldingMeetings holding, JdbcClient database) {
        this.holding = holding;
        this.database = database;
    }

    @Override
    @Transactional
    public void fill() {
        ReferenceTable.read("events.csv").rows().stream()
                .filter(it -> it.text("type").equals(MEETING))
                .filter(it -> !known(it.text("id")))
                .forEach(this::bring);
    }

    private void bring(ReferenceRow row) {
        var code = row.text("id");
        var meeting = holding.hold(
                new HoldingMeetings.Held(
                        UUID.nameUUIDFromBytes(("meeting " + code).getBytes(StandardCharsets.UTF_8)),
                        LocalDate.parse(row.text("date")),
                        words(row, "name_"),
                        new TerritoryCode(row.text("place_code")),
                        List.of(words(row, "participants_")),
                        List.of(),
                        words(row, "says_"),
                        Optional.empty(),
                        row.text("source"),
                        row.orEmpty("locator"),
                        Optional.of(code),
                        false),
                "");
        ReferenceTable.read("programmes.csv").rows().stream()
                .filter(it ->
                        it.text("code").equals(ROADMAP) && it.text("source").equals(row.text("source")))
                .forEach(it -> holding.decide(
                        meeting, words(it, "says_"), Optional.empty(), Optional.empty(), it.orEmpty("locator")));
    }

    private boolean known(String code) {
        return database.sql("select exists (select from spaces.meeting where reference_code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private static LocalName words(ReferenceRow row, String column) {
        return new LocalName(row.orEmpty(column + "ar"), row.orEmpty(column + "fr"), row.orEmpty(column + "en"));
    }
}
