package ma.qutb.spaces.lease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.unit.Occupant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads leases with their tenants and rents: two statements, however many there are. */
@Repository
@Transactional
class LeaseTable implements Leases {

    private static final String LEASE = """
            select l.*, t.person_id, t.organisation_id, t.name_ar, t.name_latin, t.account, t.gone_on, t.gone_why, t.demonstration,
                   (select array_agg(r.from_on order by r.from_on) from spaces.lease_rent r where r.lease_id = l.id) as rent_days,
                   (select array_agg(r.rent order by r.from_on) from spaces.lease_rent r where r.lease_id = l.id) as rents
              from spaces.lease l join spaces.tenant t on t.id = l.tenant_id
            """;

    private final JdbcClient database;
    private final Units units;
    private final Organisations organisations;
    private final Clock clock;

    LeaseTable(JdbcClient database, Units units, Organisations organisations, Clock clock) {
        this.database = database;
        this.units = units;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Optional<Lease> find(LeaseId lease) {
        return Optional.ofNullable(find(List.of(lease)).get(lease));
    }

    @Override
    public Optional<Lease> find(LeaseId lease, Actor actor, String permission) {
        return find(lease).filter(it -> units.find(it.unit(), actor, permission).isPresent());
    }

    @Override
    public Map<LeaseId, Lease> find(Collection<LeaseId> leases) {
        var found = new LinkedHashMap<LeaseId, Lease>();
        database.sql(LEASE + "where l.id = any(:ids)")
                .param("ids", leases.stream().map(LeaseId::value).toArray(UUID[]::new))
                .query(LeaseTable::lease)
                .list()
                .forEach(it -> found.put(it.id(), it));
        return found;
    }

    @Override
    public Optional<Lease> lock(LeaseId lease) {
        database.sql("select id from spaces.lease where id = :id for no key update")
                .param("id", lease.value())
                .query(UUID.class)
                .optional();
        return find(lease);
    }

    @Override
    public List<Lease> lockSigned(Optional<LeaseId> after, int most) {
        var ids = database.sql("""
                        select id from spaces.lease where state = 'signed' and id > :after order by id limit :most for no key update
                        """)
                .param("after", after.map(LeaseId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query(UUID.class)
                .list();
        // Read after they are held: what somebody changed meanwhile counts.
        var leases = find(ids.stream().map(LeaseId::new).toList());
        return ids.stream().map(it -> leases.get(new LeaseId(it))).toList();
    }

    @Override
    public Optional<Lease> called(String number) {
        return number.matches("L-[0-9]{6,12}")
                ? database.sql(LEASE + "where l.number = :number")
                        .param("number", Long.parseLong(number.substring(2)))
                        .query(LeaseTable::lease)
                        .optional()
                : Optional.empty();
    }

    @Override
    public List<Lease> of(PersonId person) {
        return database.sql(LEASE + """
                        where (t.person_id = :person or t.organisation_id = any(:bodies)) and l.state = 'signed' order by l.starts_on desc, l.id desc
                        """)
                .param("person", person.value())
                .param(
                        "bodies",
                        organisations.ledBy(person, LocalDate.now(clock)).stream()
                                .map(it -> it.id().value())
                                .toArray(UUID[]::new))
                .query(LeaseTable::lease)
                .list();
    }

    @Override
    public void account(UUID tenant, UUID account) {
        database.sql("update spaces.tenant set account = :account where id = :tenant")
                .param("account", account)
                .param("tenant", tenant)
                .update();
    }

    private static Lease lease(ResultSet row, int number) throws SQLException {
        var rents = new TreeMap<LocalDate, Long>();
        var days = Arrays.asList((java.sql.Date[]) row.getArray("rent_days").getArray());
        var amounts = Arrays.asList((Long[]) row.getArray("rents").getArray());
        for (int i = 0; i < days.size(); i++) {
            rents.put(days.get(i).toLocalDate(), amounts.get(i));
        }
        return new Lease(
                new LeaseId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                tenant(row),
                id(row, "occupancy_id"),
                Optional.ofNullable(row.getString("craft_code")).map(CraftCode::new),
                row.getObject("template_id", UUID.class),
                new Terms(
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        rents,
                        row.getInt("index_bp"),
                        row.getInt("index_months")),
                row.getObject("agreed_until", LocalDate.class),
                row.getLong("deposit"),
                row.getString("guarantor"),
                row.getString("charges"),
                row.getString("state"),
                id(row, "contract"),
                day(row, "tenant_signed_on"),
                day(row, "pole_signed_on"),
                day(row, "notice_on"),
                Optional.ofNullable(row.getString("notice_by")),
                Optional.ofNullable(row.getString("end_kind")),
                day(row, "handed_back_on"),
                id(row, "previous_id").map(LeaseId::new),
                row.getLong("version"));
    }

    private static Lease.Tenant tenant(ResultSet row) throws SQLException {
        var person = id(row, "person_id");
        var who = person.isPresent() ? person : id(row, "organisation_id");
        var latin = row.getString("name_latin");
        return new Lease.Tenant(
                row.getObject("tenant_id", UUID.class),
                Occupant.of(who.orElseThrow(), person.isEmpty()),
                new LocalName(row.getString("name_ar"), latin, latin),
                id(row, "account"),
                day(row, "gone_on"),
                Optional.ofNullable(row.getString("gone_why")),
                row.getBoolean("demonstration"));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
