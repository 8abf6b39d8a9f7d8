package ma.qutb.materials.point;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.BookKind;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewBook;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.FundId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.TillId;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up funds with their books, prepares sale points, and opens and closes them. */
@Service
@Transactional
public class OpeningPoints {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,20}");

    private final JdbcClient database;
    private final Ledger ledger;
    private final FundAccounts accounts;
    private final SalePoints points;
    private final Territories territories;
    private final Clock clock;

    OpeningPoints(
            JdbcClient database,
            Ledger ledger,
            FundAccounts accounts,
            SalePoints points,
            Territories territories,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.accounts = accounts;
        this.points = points;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * A fund with a book of its own.
     *
     * @param territory where its money works: whoever sees that place sees the book
     * @throws Refusal when the code is taken or malformed
     */
    public Fund newFund(String code, LocalName name, TerritoryCode territory, boolean demonstration) {
        checkCode(code);
        if (database.sql("select exists (select from materials.fund where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single()) {
            throw new Refusal("materials.fund.refusal.code-taken", code);
        }
        var id = FundId.next();
        var book = ledger.openBook(new NewBook(
                BookKind.FUND,
                code,
                new Label(name.arabic(), name.french(), name.english()),
                around(territory),
                demonstration));
        database.sql("""
                        insert into materials.fund (id, code, name_ar, name_fr, name_en, book, demonstration, version)
                        values (:id, :code, :ar, :fr, :en, :book, :demonstration, 1)
                        """)
                .param("id", id.value())
                .param("code", code)
                .param("ar", name.arabic())
                .param("fr", name.french())
                .param("en", name.english())
                .param("book", book.value())
                .param("demonstration", demonstration)
                .update();
        return new Fund(id, code, name, book, demonstration);
    }

    /** A point in this fund, or in one of its own that is called after it. */
    SalePointId prepareIn(
            Optional<Fund> fund, String code, LocalName name, TerritoryCode place, Optional<OrganisationId> manager) {
        var its = fund.orElseGet(() -> newFund("FUND-" + code, name, place, false));
        return prepare(new NewPoint(its.id(), code, name, place, manager, false));
    }

    /**
     * A point that does not sell yet; its bank and a first till have their accounts.
     *
     * @throws Refusal when the code is taken or malformed
     */
    public SalePointId prepare(NewPoint it) {
        checkCode(it.code());
        var id = SalePointId.next();
        try {
            database.sql("""
                            insert into materials.sale_point (id, fund_id, code, name_ar, name_fr, name_en, territory_code, territories,
                                managed_by, demonstration, version)
                            values (:id, :fund, :code, :ar, :fr, :en, :territory, :territories, :managed_by, :demonstration, 1)
                            """)
                    .param("id", id.value())
                    .param("fund", it.fund().value())
                    .param("code", it.code())
                    .param("ar", it.name().arabic())
                    .param("fr", it.name().french())
                    .param("en", it.name().english())
                    .param("territory", it.territory().value())
                    .param("territories", around(it.territory()).toArray(String[]::new))
                    .param(
                            "managed_by",
                            it.managedBy().map(OrganisationId::value).orElse(null),
                            Types.OTHER)
                    .param("demonstration", it.demonstration())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("sale_point_code_once", e, "materials.point.refusal.code-taken", it.code());
        }
        var point = points.find(id).orElseThrow();
        accounts.of(point, ChartRole.BANK, Commodity.MAD);
        setUpTill(point, "1");
        return id;
    }

    /** @throws Refusal when the point has a till of this name */
    public TillId setUpTill(SalePoint point, String name) {
        var id = TillId.next();
        int added = database.sql("""
                        insert into materials.till (id, sale_point_id, name, set_up_at) values (:id, :point, :name, :now)
                        on conflict on constraint till_name_once do nothing
                        """)
                .param("id", id.value())
                .param("point", point.id().value())
                .param("name", name)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new Refusal("materials.point.refusal.till-taken", name);
        }
        accounts.till(point, new SalePoints.Till(id, point.id(), name));
        return id;
    }

    /** From this day it sells. */
    public void open(SalePointId point, LocalDate day) {
        if (points.find(point).orElseThrow().managedBy().isEmpty()) {
            throw new Refusal("materials.point.refusal.nobody-manages");
        }
        int opened = database.sql(
                        "update materials.sale_point set opened_on = :day, version = version + 1 where id = :id and opened_on is null")
                .param("day", day)
                .param("id", point.value())
                .update();
        if (opened == 0) {
            throw new Refusal("materials.point.refusal.open");
        }
    }

    /** The codes of the place and of all it lies in today. */
    private Set<String> around(TerritoryCode place) {
        var codes = new LinkedHashSet<String>();
        codes.add(place.value());
        territories.above(place, LocalDate.now(clock).getYear()).forEach(it -> codes.add(it.value()));
        return codes;
    }

    private static void checkCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new Refusal("materials.point.refusal.code-form", code);
        }
    }

    /** The fund the reference data or the demonstration calls by this code. */
    public Optional<Fund> fundCalled(String code) {
        return database.sql("select id from materials.fund where code = :code")
                .param("code", code)
                .query(java.util.UUID.class)
                .optional()
                .flatMap(it -> points.fund(new FundId(it)));
    }
}
