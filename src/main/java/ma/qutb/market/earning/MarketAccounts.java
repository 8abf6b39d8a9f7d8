package ma.qutb.market.earning;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.Owner;
import ma.qutb.market.MakerId;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts of the book {@code MARKET}, opened when they are first asked for and remembered: asking costs nothing in the middle of a
 * sale. Ask before {@code Ledger.post}, which is the last act of a transaction.
 */
@Component
public class MarketAccounts {

    /** The first drawer of the hall. */
    public static final UUID HALL_TILL = UUID.fromString("00000000-0000-7000-8000-0000000005a1");

    private record Place(
            ChartRole role, Owner owner, @Nullable UUID subject, String commodity) {

        Place(ChartRole role, Owner owner, @Nullable UUID subject) {
            this(role, owner, subject, Commodity.MAD);
        }
    }

    private final Map<Place, AccountId> known = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final MarketBook book;
    private final MakerNames makers;
    private final Texts texts;

    MarketAccounts(Ledger ledger, MarketBook book, MakerNames makers, Texts texts) {
        this.ledger = ledger;
        this.book = book;
        this.makers = makers;
        this.texts = texts;
    }

    /** The book they are in. */
    public BookId book() {
        return book.id();
    }

    public AccountId bank() {
        return of(ChartRole.BANK, Owner.pole(), null, "", Bounds.NONE);
    }

    /** What buyers of orders pay when they fetch them goes into the first drawer of the hall, which opens with the pole. */
    public AccountId hallTill() {
        return till(HALL_TILL, "1");
    }

    /** A drawer of the hall, never below zero. */
    public AccountId till(UUID till, String name) {
        return of(ChartRole.TILL, Owner.pole(), till, name, Bounds.NOT_BELOW_ZERO);
    }

    /** The notes and coins of another currency in a drawer, never below zero. */
    public AccountId till(UUID till, String name, String currency) {
        return of(currency, ChartRole.TILL, till, name + " · " + currency, Bounds.NOT_BELOW_ZERO);
    }

    /** Where the notes of a foreign currency come from and go to. */
    public AccountId abroad(String currency) {
        return of(currency, ChartRole.OUTSIDE, null, currency, Bounds.NONE);
    }

    /** What the foreign notes in a drawer were taken for, in dirhams. */
    public AccountId foreign(UUID till, String name, String currency) {
        return of(
                ChartRole.RECEIVABLE,
                Owner.pole(),
                named("foreign." + currency + "." + till),
                name + " · " + currency,
                Bounds.NONE);
    }

    /** What the bank gives less, or more, for foreign notes than they were taken for. */
    public AccountId exchange() {
        return of(ChartRole.EXPENSE, Owner.pole(), named("exchange"), "market.earning.account.exchange");
    }

    /** What was missing in a drawer, or too much. */
    public AccountId counting() {
        return of(ChartRole.COUNTING_DIFFERENCE, Owner.pole(), null, "", Bounds.NONE);
    }

    /** What else was put into a drawer. */
    public AccountId putIn() {
        return of(ChartRole.OTHER_INCOME, Owner.pole(), named("till"), "market.earning.account.put-in");
    }

    /** What was paid out of a drawer. */
    public AccountId takenOut() {
        return of(ChartRole.EXPENSE, Owner.pole(), named("till"), "market.earning.account.taken-out");
    }

    /** What a carrier has of the buyers' money. */
    public AccountId carrier(UUID carrier, String name) {
        return of(ChartRole.RECEIVABLE, Owner.pole(), carrier, name, Bounds.NONE);
    }

    /** What a carrier is owed for the way. */
    public AccountId carriage(UUID carrier, String name) {
        return of(ChartRole.PAYABLE, Owner.pole(), carrier, name, Bounds.NONE);
    }

    /** What an acquirer of cards took and did not yet send. */
    public AccountId acquirer(String code) {
        return of(ChartRole.RECEIVABLE, Owner.pole(), named("acquirer." + code), code.toUpperCase(), Bounds.NONE);
    }

    /** What an acquirer keeps for itself of what it sends. */
    public AccountId acquirerFee(String code) {
        return of(ChartRole.EXPENSE, Owner.pole(), named("acquirer." + code), code.toUpperCase(), Bounds.NONE);
    }

    /** What is owed to a buyer: money that came before the goods, or is to go back. Opened once for each order that needs it. */
    public AccountId buyer(UUID order, String number) {
        // Not remembered: there are as many as orders, and each is asked for once or twice.
        return ledger.openAccount(
                account(ChartRole.PAYABLE, Owner.pole(), order, label("market.earning.account.buyer", number)));
    }

    /** What was paid here by card and is another book's. */
    public AccountId others(BookId other) {
        return of(ChartRole.BETWEEN_BOOKS, Owner.pole(), other.value(), "market.earning.account.others");
    }

    /** What a maker has earned and was not paid out yet. Below zero after a late refund: the next earnings make up for it. */
    public AccountId maker(MakerId maker) {
        var owner = Owner.of(maker.person() ? Owner.Kind.ARTISAN : Owner.Kind.COOPERATIVE, maker.value());
        var place = new Place(ChartRole.PAYABLE, owner, null);
        var before = known.get(place);
        return before != null
                ? before
                : remembered(place, account(ChartRole.PAYABLE, owner, null, makers.label(maker)));
    }

    /** What a maker holds of the buyers' money, sold at a stand of their own: it is set off at the next payout. */
    public AccountId held(MakerId maker) {
        var owner = Owner.of(maker.person() ? Owner.Kind.ARTISAN : Owner.Kind.COOPERATIVE, maker.value());
        var place = new Place(ChartRole.RECEIVABLE, owner, null);
        var before = known.get(place);
        return before != null
                ? before
                : remembered(place, account(ChartRole.RECEIVABLE, owner, null, makers.label(maker)));
    }

    /** The solidarity fund's slice of the sales. */
    AccountId fund() {
        return of(ChartRole.PAYABLE, Owner.of(Owner.Kind.FUND, named("fund")), null, "market.earning.account.fund");
    }

    /** The pole's service. */
    AccountId service() {
        return of(ChartRole.OTHER_INCOME, Owner.pole(), null, "market.earning.account.service");
    }

    /** Bringing pieces to the hall. */
    AccountId transport() {
        return of(ChartRole.PAYABLE, Owner.pole(), named("transport"), "market.earning.account.transport");
    }

    AccountId tax() {
        return of(ChartRole.PAYABLE, Owner.pole(), named("tax"), "market.earning.account.tax");
    }

    /** What the pole itself spends on the way of parcels: refunded deliveries, parcels nobody took. */
    public AccountId wasted() {
        return of(ChartRole.EXPENSE, Owner.pole(), named("delivery"), "market.earning.account.wasted");
    }

    /** What is gone and nobody makes good. */
    public AccountId loss() {
        return of(ChartRole.LOSS, Owner.pole(), null, "", Bounds.NONE);
    }

    /** Ids of what has no record of its own are made of its name. */
    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("qutb.market." + name).getBytes(StandardCharsets.UTF_8));
    }

    private AccountId of(ChartRole role, Owner owner, @Nullable UUID subject, String whose, Bounds bounds) {
        return of(new Place(role, owner, subject), whose, bounds);
    }

    private AccountId of(String currency, ChartRole role, @Nullable UUID subject, String whose, Bounds bounds) {
        return of(new Place(role, Owner.pole(), subject, currency), whose, bounds);
    }

    private AccountId of(Place place, String whose, Bounds bounds) {
        var before = known.get(place);
        if (before != null) {
            return before;
        }
        var name = label("ledger.role." + place.role().code());
        var full = whose.isEmpty()
                ? name
                : new Label(
                        name.arabic() + " · " + whose, name.french() + " · " + whose, name.english() + " · " + whose);
        return remembered(
                place,
                new NewAccount(
                        book.id(), place.role(), place.commodity(), place.owner(), place.subject(), full, bounds));
    }

    private AccountId of(ChartRole role, Owner owner, @Nullable UUID subject, String key) {
        var place = new Place(role, owner, subject);
        var before = known.get(place);
        return before != null ? before : remembered(place, account(role, owner, subject, label(key)));
    }

    private NewAccount account(ChartRole role, Owner owner, @Nullable UUID subject, Label name) {
        return new NewAccount(book.id(), role, Commodity.MAD, owner, subject, name, Bounds.NONE);
    }

    private AccountId remembered(Place place, NewAccount wanted) {
        var account = ledger.openAccount(wanted);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(place, account);
            return account;
        }
        // Opened in a transaction that fails, it would not be there.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(place, account);
            }
        });
        return account;
    }

    private Label label(String key, Object... arguments) {
        return new Label(
                texts.say(Language.AR, key, arguments),
                texts.say(Language.FR, key, arguments),
                texts.say(Language.EN, key, arguments));
    }
}
