package ma.qutb.market.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.ledger.BookTotals;
import ma.qutb.ledger.ChartRole;
import ma.qutb.market.MakerId;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each maker is owed, and what was paid. */
@Component
@Transactional(readOnly = true)
public class Statements {

    private final MarketAccounts accounts;
    private final BookTotals totals;
    private final People people;
    private final Organisations organisations;
    private final JdbcClient database;

    Statements(
            MarketAccounts accounts,
            BookTotals totals,
            People people,
            Organisations organisations,
            JdbcClient database) {
        this.accounts = accounts;
        this.totals = totals;
        this.people = people;
        this.organisations = organisations;
        this.database = database;
    }

    /**
     * What a maker could be paid now.
     *
     * @param earned by lines until the day that no payout claims
     * @param held of the buyers' money by the maker, as far as no pending payout sets it off
     */
    public record Due(MakerId maker, LocalName name, long earned, long held, boolean transfer) {

        /** Never more than was earned is set off. */
        public long offset() {
            return Math.min(Math.max(held, 0), Math.max(earned, 0));
        }

        public long net() {
            return earned - offset();
        }
    }

    /** A line of a payout, or one that waits for it. */
    public record Line(String number, boolean back, LocalDate on, long amount) {}

    /** Makers with something to settle until the end of this day, those who owe after a late return too. */
    public List<Due> due(LocalDate until) {
        return due(until, null);
    }

    /** Of one maker. */
    public Due due(MakerId maker, LocalDate until) {
        return due(until, maker).stream()
                .findFirst()
                .orElseGet(() -> new Due(maker, name(maker), 0, held(maker), false));
    }

    private record Open(MakerId maker, long earned, long pending, boolean transfer) {}

    private List<Due> due(LocalDate until, @Nullable MakerId only) {
        var open = database.sql("""
            select e.maker_id, m.kind, sum(e.to_maker)::bigint as earned, a.rib is not null as transfer,
                (select coalesce(sum(p.held), 0)::bigint from market.payout p where p.maker_id = e.maker_id and p.state = 'pending') as pending
              from market.earning e
              join market.maker m on m.id = e.maker_id
              left join market.maker_account a on a.maker_id = e.maker_id
             where e.at < :end and e.maker_id = coalesce(cast(:only as uuid), e.maker_id) and not exists (
                select from market.payout_line l where l.earning_id = e.id and not l.released)
             group by e.maker_id, m.kind, a.rib having sum(e.to_maker) <> 0 order by e.maker_id
            """)
                .param("end", end(until))
                .param("only", only == null ? null : only.value())
                .query((row, number) ->
                        new Open(maker(row), row.getLong("earned"), row.getLong("pending"), row.getBoolean("transfer")))
                .list();
        var names = names(open.stream().map(Open::maker).toList());
        var held = open.isEmpty() ? Map.<UUID, Long>of() : held(ChartRole.RECEIVABLE);
        return open.stream()
                .map(it -> new Due(
                        it.maker(),
                        names.apply(it.maker()),
                        it.earned(),
                        held.getOrDefault(it.maker().value(), 0L) - it.pending(),
                        it.transfer()))
                .toList();
    }

    /** As the ledger says: what a maker has earned and did not get yet, pending payouts among it. */
    public long owed(MakerId maker) {
        return -held(ChartRole.PAYABLE).getOrDefault(maker.value(), 0L);
    }

    /** As the lines of earnings say; the same as {@link #owed}, or somebody must look why not. */
    long owedByLines(MakerId maker) {
        return database.sql("""
            select coalesce(sum(e.to_maker), 0)::bigint from market.earning e
             where e.maker_id = :maker and not exists (
                select from market.payout_line l join market.payout p on p.id = l.payout_id
                 where l.earning_id = e.id and not l.released and p.state = 'paid')
            """).param("maker", maker.value()).query(Long.class).single();
    }

    long held(MakerId maker) {
        long pending = database.sql(
                        "select coalesce(sum(held), 0)::bigint from market.payout where maker_id = :maker and state = 'pending'")
                .param("maker", maker.value())
                .query(Long.class)
                .single();
        return held(ChartRole.RECEIVABLE).getOrDefault(maker.value(), 0L) - pending;
    }

    /** By owner. What is asked about is not opened: most makers never hold a buyer's money. */
    private Map<UUID, Long> held(ChartRole role) {
        return totals.now(accounts.book()).stream()
                .filter(it -> it.role() == role && it.owner().id() != null)
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.owner().id()),
                        Collectors.summingLong(BookTotals.Held::amount)));
    }

    public Optional<Payout> find(UUID payout) {
        return payouts("p.id = :id", payout).stream().findFirst();
    }

    public List<Payout> ofRun(UUID run) {
        return payouts("p.run_id = :id", run);
    }

    /** The latest first. */
    public List<Payout> of(MakerId maker) {
        return payouts("p.maker_id = :id", maker.value());
    }

    public List<Line> lines(UUID payout) {
        return database.sql("""
            select e.number, e.kind, e.at, l.amount from market.payout_line l join market.earning e on e.id = l.earning_id
             where l.payout_id = :payout order by e.at, e.id
            """).param("payout", payout).query(Statements::line).list();
    }

    /** What no payout claims yet, the latest first. */
    public List<Line> open(MakerId maker) {
        return database.sql("""
            select e.number, e.kind, e.at, e.to_maker as amount from market.earning e
             where e.maker_id = :maker and not exists (
                select from market.payout_line l where l.earning_id = e.id and not l.released)
             order by e.at desc, e.id desc limit 200
            """)
                .param("maker", maker.value())
                .query(Statements::line)
                .list();
    }

    public LocalName name(MakerId maker) {
        return names(List.of(maker)).apply(maker);
    }

    /** Asked of the registry at once, however many they are. */
    Function<MakerId, LocalName> names(Collection<MakerId> makers) {
        var artisans = people.find(makers.stream()
                .filter(MakerId::person)
                .map(it -> new PersonId(it.value()))
                .collect(Collectors.toSet()));
        var others = organisations.find(makers.stream()
                .filter(it -> !it.person())
                .map(it -> new OrganisationId(it.value()))
                .collect(Collectors.toSet()));
        return maker -> (maker.person()
                        ? Optional.ofNullable(artisans.get(new PersonId(maker.value())))
                                .map(People.Summary::name)
                        : Optional.ofNullable(others.get(new OrganisationId(maker.value())))
                                .map(Organisations.Summary::name))
                .orElseGet(() -> new LocalName("—", "—", "—"));
    }

    Optional<MakerId> maker(UUID id) {
        return database.sql("select id as maker_id, kind from market.maker where id = :id")
                .param("id", id)
                .query((row, number) -> maker(row))
                .optional();
    }

    private List<Payout> payouts(String where, UUID id) {
        var found = database.sql(
                        "select p.*, m.kind from market.payout p join market.maker m on m.id = p.maker_id where "
                                + where + " order by p.number desc")
                .param("id", id)
                .query(Statements::payout)
                .list();
        var names = names(found.stream().map(Unnamed::maker).toList());
        return found.stream()
                .map(it -> it.named().apply(names.apply(it.maker())))
                .toList();
    }

    private record Unnamed(MakerId maker, Function<LocalName, Payout> named) {}

    private static Unnamed payout(ResultSet row, int number) throws SQLException {
        var maker = maker(row);
        var id = row.getObject("id", UUID.class);
        var its = row.getLong("number");
        var run = row.getObject("run_id", UUID.class);
        var until = row.getObject("until", LocalDate.class);
        var earned = row.getLong("earned");
        var held = row.getLong("held");
        var net = row.getLong("net");
        var method = Payout.Method.valueOf(row.getString("method").toUpperCase(java.util.Locale.ROOT));
        var holder = row.getString("holder");
        var rib = row.getString("rib");
        var state = Payout.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT));
        var made = row.getObject("made_at", OffsetDateTime.class).toInstant();
        var receipt = Optional.ofNullable(row.getObject("receipt_file", UUID.class));
        var paid = row.getObject("paid_on", LocalDate.class);
        var reason = row.getString("reason");
        var demonstration = row.getBoolean("demonstration");
        return new Unnamed(
                maker,
                name -> new Payout(
                        id,
                        its,
                        run,
                        maker,
                        name,
                        until,
                        earned,
                        held,
                        net,
                        method,
                        holder,
                        rib,
                        state,
                        made,
                        receipt,
                        paid,
                        reason,
                        demonstration));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("number"),
                row.getString("kind").equals("return"),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(Formats.ZONE)
                        .toLocalDate(),
                row.getLong("amount"));
    }

    static MakerId maker(ResultSet row) throws SQLException {
        return new MakerId(row.getString("kind").equals("person"), row.getObject("maker_id", UUID.class));
    }

    /** The first moment after a day at the pole. */
    static OffsetDateTime end(LocalDate until) {
        return until.plusDays(1).atStartOfDay(Formats.ZONE).toOffsetDateTime();
    }
}
