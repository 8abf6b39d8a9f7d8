package ma.qutb.shell.offline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The devices of a room that sell without network. The table is the room's own: {@code id}, {@code device_id}, {@code device_name}, the
 * place, {@code till_id}, and by whom and when it was opened and closed; the index {@code allotment_one_open} lets a device have one.
 */
public final class DeviceAllotments {

    private final JdbcClient database;
    private final String table;
    private final String place;
    private final String onlyOne;

    /**
     * @param table with its schema
     * @param place name of the column of the place
     * @param onlyOne name of the index that lets a device have one open allotment
     */
    public DeviceAllotments(JdbcClient database, String table, String place, String onlyOne) {
        this.database = database;
        this.table = table;
        this.place = place;
        this.onlyOne = onlyOne;
    }

    /** Whether a device may still hold sales of a till that have not arrived. */
    public boolean unsent(UUID till) {
        return database.sql("select exists (select from " + table + " where till_id = :till and closed_at is null)")
                .param("till", till)
                .query(Boolean.class)
                .single();
    }

    public Optional<Allotted> find(UUID id) {
        return query("id = :id", id).stream().findFirst();
    }

    public Optional<Allotted> openOf(UUID device) {
        return query("device_id = :id and closed_at is null", device).stream().findFirst();
    }

    public List<Allotted> openOfTill(UUID till) {
        return query("till_id = :id and closed_at is null", till);
    }

    /** Locks it, so that two deliveries of one device come one after the other. */
    public Optional<Allotted> lock(UUID id) {
        return query("id = :id for update", id).stream().findFirst();
    }

    /**
     * Registers a device with what it is given.
     *
     * @param refusal code of what is said when the device has something already
     */
    public void open(Allotted it, String by, String refusal) {
        try {
            database.sql("insert into " + table + " (id, device_id, device_name, " + place + """
                , till_id, opened_at, opened_by, opened_by_name)
                values (:id, :device, :name, :place, :till, :now, :by, :by_name)
                """)
                    .param("id", it.id())
                    .param("device", it.device())
                    .param("name", it.deviceName())
                    .param("place", it.place())
                    .param("till", it.till())
                    .param("now", it.openedAt().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .param("by_name", it.openedBy())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when(onlyOne, e, refusal);
        }
    }

    public void close(UUID id, Instant now, String by, String byName) {
        database.sql("update " + table + " set closed_at = :now, closed_by = :by, closed_by_name = :name"
                        + " where id = :id and closed_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("name", byName)
                .param("id", id)
                .update();
    }

    private List<Allotted> query(String condition, UUID id) {
        var order = condition.endsWith("for update") ? "" : " order by opened_at";
        return database.sql("select * from " + table + " where " + condition + order)
                .param("id", id)
                .query(this::allotted)
                .list();
    }

    private Allotted allotted(ResultSet row, int number) throws SQLException {
        return new Allotted(
                row.getObject("id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getString("device_name"),
                row.getObject(place, UUID.class),
                row.getObject("till_id", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by_name"),
                row.getTimestamp("closed_at") == null);
    }
}
