package ma.qutb.materials.fund;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Prices;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.UnitPrice;
import ma.qutb.materials.account.BankAccounts;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what partners entrust to a fund, and gives back what is authorised to be withdrawn. */
@Service
@Transactional
public class Entrusting {

    static final String CONTRIBUTION = "contribution";
    static final String WITHDRAWAL = "withdrawal";

    private final JdbcClient database;
    private final Ledger ledger;
    private final FundAccounts accounts;
    private final BankAccounts banks;
    private final Organisations organisations;
    private final Prices prices;
    private final Partners partners;
    private final ReadingFund reading;
    private final Clock clock;

    Entrusting(
            JdbcClient database,
            Ledger ledger,
            FundAccounts accounts,
            BankAccounts banks,
            Organisations organisations,
            Prices prices,
            Partners partners,
            ReadingFund reading,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.accounts = accounts;
        this.banks = banks;
        this.organisations = organisations;
        this.prices = prices;
        this.partners = partners;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Money a partner paid into the bank of a point under a convention.
     *
     * @param key of the form; sent twice, the money is taken in once
     * @throws Refusal when the day is still to come, nobody said what silver cost on it, or the convention is not named
     */
    public UUID contribute(
            UUID key,
            SalePoint point,
            OrganisationId partner,
            String convention,
            LocalDate paidOn,
            long centimes,
            Poster by) {
        var before = database.sql("select id from materials.contribution where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        if (convention.isBlank()) {
            throw new Refusal("materials.fund.refusal.convention");
        }
        if (paidOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("materials.fund.refusal.future");
        }
        checkAmount(centimes);
        var price = price(paidOn);
        var id = Ids.next();
        var bank = accounts.of(point, ChartRole.BANK, Commodity.MAD);
        var capital = account(point, partner, ChartRole.CAPITAL);
        var entry = ledger.post(
                Draft.of(point.fund().book(), key, CONTRIBUTION, paidOn)
                        .because(convention.strip())
                        .from(new Source(CONTRIBUTION, id))
                        .debit(bank, centimes)
                        .credit(capital, centimes),
                by);
        database.sql("""
                        insert into materials.contribution (id, key, fund_id, sale_point_id, partner_id, convention, paid_on, centimes,
                            price, fine, entry, entered_at, entered_by, entered_by_name)
                        values (:id, :key, :fund, :point, :partner, :convention, :paid_on, :centimes, :price, :fine, :entry, :now,
                            :by, :name)
                        """)
                .param("id", id)
                .param("key", key)
                .param("fund", point.fund().id().value())
                .param("point", point.id().value())
                .param("partner", partner.value())
                .param("convention", convention.strip())
                .param("paid_on", paidOn)
                .param("centimes", centimes)
                .param("price", price.perMillion())
                .param("fine", Silver.equal(centimes, price))
                .param("entry", entry.value())
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .update();
        return id;
    }

    /**
     * A partner asks for money back; nothing is paid yet.
     *
     * @throws Refusal when the partner has not that much in the fund, or no reason is given
     */
    public UUID ask(UUID key, SalePoint point, OrganisationId partner, String reason, long centimes, Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("materials.fund.refusal.reason");
        }
        checkAmount(centimes);
        long entrusted = partners.entrusted(point.fund().id(), partner);
        if (centimes > entrusted) {
            throw new Refusal("materials.fund.refusal.more-than-entrusted", dirhams(entrusted));
        }
        database.sql("""
                        insert into materials.withdrawal (id, key, fund_id, sale_point_id, partner_id, reason, centimes, asked_at, asked_by,
                            asked_by_name)
                        values (:id, :key, :fund, :point, :partner, :reason, :centimes, :now, :by, :name)
                        on conflict on constraint withdrawal_key_once do nothing
                        """)
                .param("id", Ids.next())
                .param("key", key)
                .param("fund", point.fund().id().value())
                .param("point", point.id().value())
                .param("partner", partner.value())
                .param("reason", reason.strip())
                .param("centimes", centimes)
                .param("now", now())
                .param("by", by.id())
                .param("name", by.name())
                .update();
        return database.sql("select id from materials.withdrawal where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    /**
     * Another person authorises it: the money is paid and K₀ becomes smaller.
     *
     * @throws Refusal when the same person asked, it is decided, the bank has not that much, or only the replacement reserve could
     *     pay it
     */
    public void authorise(Withdrawal withdrawal, SalePoint point, Poster by) {
        checkAnother(withdrawal, by);
        var fund = point.fund();
        long entrusted = partners.entrusted(fund.id(), withdrawal.partner());
        if (withdrawal.centimes() > entrusted) {
            throw new Refusal("materials.fund.refusal.more-than-entrusted", dirhams(entrusted));
        }
        var sheet = reading.read(fund);
        long free = sheet.held().equity() - sheet.reserve();
        if (withdrawal.centimes() > free) {
            throw new Refusal("materials.fund.refusal.reserve", dirhams(Math.max(0, free)));
        }
        var bank = banks.paying(point, withdrawal.centimes());
        var today = LocalDate.now(clock);
        var price = price(today);
        var paid = account(point, withdrawal.partner(), ChartRole.WITHDRAWAL);
        var entry = ledger.post(
                Draft.of(fund.book(), withdrawal.key(), WITHDRAWAL, today)
                        .because(withdrawal.reason())
                        .from(new Source(WITHDRAWAL, withdrawal.id()))
                        .debit(paid, withdrawal.centimes())
                        .credit(bank, withdrawal.centimes()),
                by);
        decide(withdrawal, "authorised", by, price, entry.value());
    }

    /** @throws Refusal when the same person asked, or it is decided */
    public void refuse(Withdrawal withdrawal, Poster by) {
        checkAnother(withdrawal, by);
        decide(withdrawal, "refused", by, null, null);
    }

    private void decide(
            Withdrawal withdrawal,
            String decision,
            Poster by,
            @org.jspecify.annotations.Nullable UnitPrice price,
            @org.jspecify.annotations.Nullable UUID entry) {
        try {
            database.sql("""
                            update materials.withdrawal
                               set decision = :decision, decided_at = :now, decided_by = :by, decided_by_name = :name, price = :price,
                                   fine = :fine, entry = :entry
                             where id = :id
                            """)
                    .param("decision", decision)
                    .param("now", now())
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("price", price == null ? null : price.perMillion(), Types.BIGINT)
                    .param("fine", price == null ? null : Silver.equal(withdrawal.centimes(), price), Types.BIGINT)
                    .param("entry", entry, Types.OTHER)
                    .param("id", withdrawal.id())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("withdrawal_decided_once", e, "materials.fund.refusal.decided");
        }
    }

    private static void checkAnother(Withdrawal withdrawal, Poster by) {
        if (withdrawal.decision().isPresent()) {
            throw new Refusal("materials.fund.refusal.decided");
        }
        if (withdrawal.askedBy().equals(by.id())) {
            throw new Refusal("materials.fund.refusal.same-person");
        }
    }

    private static void checkAmount(long centimes) {
        if (centimes <= 0) {
            throw new Refusal("materials.fund.refusal.amount");
        }
    }

    private static BigDecimal dirhams(long centimes) {
        return BigDecimal.valueOf(centimes, 2);
    }

    private UnitPrice price(LocalDate day) {
        return prices.replacement(MaterialCode.SILVER, day)
                .orElseThrow(() -> new Refusal("materials.fund.refusal.no-price", day))
                .price();
    }

    private AccountId account(SalePoint point, OrganisationId partner, ChartRole role) {
        var name = organisations.find(partner).orElseThrow().name();
        return accounts.of(
                point.fund(),
                role,
                Commodity.MAD,
                Owner.of(Owner.Kind.PARTNER, partner.value()),
                null,
                new Label(
                        name.in(ma.qutb.kernel.Language.AR),
                        name.in(ma.qutb.kernel.Language.FR),
                        name.in(ma.qutb.kernel.Language.EN)),
                Bounds.NONE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
