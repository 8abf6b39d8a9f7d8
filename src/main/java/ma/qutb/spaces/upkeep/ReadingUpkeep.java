package ma.qutb.spaces.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.documents.FileId;
import ma.qutb.documents.Files;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is looked after in a unit. */
@Repository
@Transactional(readOnly = true)
class ReadingUpkeep {

    private final JdbcClient database;
    private final Files files;

    ReadingUpkeep(JdbcClient database, Files files) {
        this.database = database;
        this.files = files;
    }

    UpkeepSheet of(Unit unit, Site site) {
        return new UpkeepSheet(unit, site, meters(unit), reports(unit), repairs(unit), kept(unit));
    }

    private record OfMeter(UUID meter, UpkeepSheet.Reading reading) {}

    private List<UpkeepSheet.Meter> meters(Unit unit) {
        var readings = database
                .sql("""
                        select r.meter_id, r.read_on, r.value, r.photo, r.read_by_name,
                               r.value - lag(r.value) over (partition by r.meter_id order by r.read_on) as used
                          from spaces.meter_reading r join spaces.meter m on m.id = r.meter_id
                         where m.unit_id = :unit order by r.read_on desc
                        """)
                .param("unit", unit.id().value())
                .query((row, number) -> new OfMeter(
                        row.getObject("meter_id", UUID.class),
                        new UpkeepSheet.Reading(
                                row.getObject("read_on", LocalDate.class),
                                row.getLong("value"),
                                Optional.ofNullable(row.getObject("used", Long.class)),
                                id(row, "photo"),
                                row.getString("read_by_name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfMeter::meter, Collectors.mapping(OfMeter::reading, Collectors.toList())));
        return database.sql(
                        "select id, kind, serial, installed_on from spaces.meter where unit_id = :unit order by kind, installed_on")
                .param("unit", unit.id().value())
                .query((row, number) -> new UpkeepSheet.Meter(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("serial"),
                        row.getObject("installed_on", LocalDate.class),
                        readings.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private record OfReport(UUID report, UpkeepSheet.Item item) {}

    private List<UpkeepSheet.Report> reports(Unit unit) {
        var items = database
                .sql("""
                        select i.* from spaces.condition_item i join spaces.condition_report r on r.id = i.report_id where r.unit_id = :unit
                         order by i.place
                        """)
                .param("unit", unit.id().value())
                .query((row, number) -> new OfReport(
                        row.getObject("report_id", UUID.class),
                        new UpkeepSheet.Item(row.getString("place"), row.getString("state"), id(row, "photo"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfReport::report, Collectors.mapping(OfReport::item, Collectors.toList())));
        return database.sql(
                        "select * from spaces.condition_report where unit_id = :unit order by made_on desc, recorded_at desc")
                .param("unit", unit.id().value())
                .query((row, number) -> new UpkeepSheet.Report(
                        row.getObject("id", UUID.class),
                        row.getString("occasion"),
                        row.getObject("made_on", LocalDate.class),
                        row.getString("with_whom"),
                        row.getString("note"),
                        id(row, "signed_file"),
                        items.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private List<UpkeepSheet.Repair> repairs(Unit unit) {
        return database.sql("select * from spaces.repair where unit_id = :unit order by reported_on desc, id desc")
                .param("unit", unit.id().value())
                .query((row, number) -> new UpkeepSheet.Repair(
                        row.getObject("id", UUID.class),
                        row.getString("what"),
                        row.getBoolean("urgent"),
                        row.getObject("reported_on", LocalDate.class),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("cost", Long.class)),
                        id(row, "photo"),
                        id(row, "photo_after"),
                        row.getString("note")))
                .list();
    }

    private List<UpkeepSheet.Kept> kept(Unit unit) {
        return database.sql("select file, title from spaces.unit_file where unit_id = :unit order by added_at desc")
                .param("unit", unit.id().value())
                .query((row, number) -> {
                    var file = row.getObject("file", UUID.class);
                    var photo = files.find(new FileId(file))
                            .filter(it -> it.format().photo())
                            .isPresent();
                    return new UpkeepSheet.Kept(file, row.getString("title"), photo);
                })
                .list();
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
