package ma.qutb.spaces.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Calls with all that belongs to them, each in one query. */
@Repository
@Transactional(readOnly = true)
class CallTable implements Calls {

    private static final String CALL = """
            select c.*,
                array(select unit_id from spaces.call_unit where call_id = c.id order by position) as units,
                array(select code from spaces.call_criterion where call_id = c.id order by position) as criteria,
                array(select weight_bp from spaces.call_criterion where call_id = c.id order by position) as weights,
                array(select code from spaces.call_document where call_id = c.id order by position) as documents,
                array(select group_code from spaces.call_quota where call_id = c.id order by position) as groups,
                array(select units::int from spaces.call_quota where call_id = c.id order by position) as kept
              from spaces.call c
            """;

    private final JdbcClient database;
    private final Sites sites;
    private final Clock clock;

    CallTable(JdbcClient database, Sites sites, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public Optional<Call> find(CallId call) {
        return database.sql(CALL + "where c.id = :id")
                .param("id", call.value())
                .query(CallTable::call)
                .optional();
    }

    @Override
    public Optional<Call> find(CallId call, Actor actor, String permission) {
        return find(call).filter(it -> sites.find(it.site(), actor, permission).isPresent());
    }

    @Override
    public Optional<Call> called(String number) {
        return database.sql(CALL + "where c.number = :number")
                .param("number", number)
                .query(CallTable::call)
                .optional();
    }

    @Override
    public List<Call> published() {
        return database.sql(CALL + "where c.published_at is not null order by c.closes_at desc, c.number desc")
                .query(CallTable::call)
                .list();
    }

    @Override
    @Transactional
    public void settle(CallId call) {
        database.sql("""
                        update spaces.call set settled_at = :now, version = version + 1
                        where id = :id and settled_at is null and published_at is not null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", call.value())
                .update();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        var criteria = strings(row, "criteria");
        var weights = (Integer[]) row.getArray("weights").getArray();
        var groups = strings(row, "groups");
        var kept = (Integer[]) row.getArray("kept").getArray();
        return new Call(
                new CallId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("number")),
                new SiteId(row.getObject("site_id", UUID.class)),
                calendar(row),
                new LocalName(row.getString("seed_ar"), row.getString("seed_fr"), row.getString("seed_en")),
                Stream.of(strings(row, "parties")).map(PartyKind::of).collect(Collectors.toSet()),
                Arrays.stream((UUID[]) row.getArray("units").getArray())
                        .map(UnitId::new)
                        .toList(),
                IntStream.range(0, criteria.length)
                        .mapToObj(i -> new Criterion(criteria[i], weights[i]))
                        .toList(),
                known(strings(row, "documents"), AskedPaper::of),
                IntStream.range(0, groups.length)
                        .mapToObj(i -> new KeptShare(Group.of(groups[i]).orElseThrow(), kept[i]))
                        .toList(),
                moment(row, "published_at"),
                moment(row, "cancelled_at"),
                moment(row, "settled_at"),
                row.getBoolean("demonstration"));
    }

    private static Calendar calendar(ResultSet row) throws SQLException {
        return new Calendar(
                moment(row, "opens_at").orElseThrow(),
                moment(row, "closes_at").orElseThrow(),
                moment(row, "draw_at").orElseThrow(),
                row.getObject("results_on", LocalDate.class),
                row.getObject("objections_until", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("waiting_until", LocalDate.class),
                row.getInt("offer_days"));
    }

    private static <T> List<T> known(String[] codes, Function<String, Optional<T>> of) {
        return Arrays.stream(codes).map(of).flatMap(Optional::stream).toList();
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
