package ma.qutb.market.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.delivery.Carrier;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.earning.MarketAccounts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The buyers' cash that carriers hold: listed by them, then found on the bank's statement, or given up. */
@Service
@Transactional
public class CarriersCash {

    static final String REMITTANCE = "market-remittance";
    static final String LOSS = "market-loss";

    private final OrderTable orders;
    private final RemittanceTable remittances;
    private final Deliveries deliveries;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    CarriersCash(
            OrderTable orders,
            RemittanceTable remittances,
            Deliveries deliveries,
            MarketAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.remittances = remittances;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The carrier says it sent this money.
     *
     * @param key of the form
     * @param kept what it kept for the way, in centimes
     * @throws Refusal when none is chosen, one of them is not owed, more is kept than sent, or the list was entered before
     */
    public UUID list(UUID key, UUID carrier, String reference, List<UUID> wanted, long kept, Poster by) {
        var before = remittances.byKey(key);
        if (before.isPresent()) {
            return before.get();
        }
        if (wanted.isEmpty()) {
            throw new Refusal("market.cash.refusal.none");
        }
        if (reference.isBlank()) {
            throw new Refusal("market.cash.refusal.reference");
        }
        var listed = wanted.stream().sorted().map(orders::lock).toList();
        long gross = listed.stream().mapToLong(BuyerOrder::carrierOwes).sum();
        if (listed.stream()
                .anyMatch(it -> it.carrierOwes() == 0 || it.remittance() != null || !carrier.equals(it.carrier()))) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        if (kept < 0 || kept > gross) {
            throw new Refusal("market.cash.refusal.kept");
        }
        var id = Ids.next();
        try {
            remittances.enter(id, key, carrier, reference.strip(), gross, kept, by.name());
        } catch (DuplicateKeyException e) {
            throw Refusal.when("remittance_reference_once", e, "market.cash.refusal.entered", reference.strip());
        }
        for (var it : listed) {
            var changes = new HashMap<String, Object>(Map.of("remittance_id", id));
            if (it.money() == Money.WITH_CARRIER) {
                changes.put("money", Money.REMITTED);
            }
            orders.step(it.id(), "remitted", changes, reference.strip(), by);
        }
        return id;
    }

    /** The money is on the bank's statement. */
    public void reconcile(UUID remittance, Poster by) {
        var it = remittances.lock(remittance);
        remittances.reconciled(remittance, by.name());
        for (var order : remittances.orders(remittance)) {
            var changes = nothingOwed();
            if (order.money() == Money.REMITTED) {
                changes.put("money", Money.RECONCILED);
            }
            orders.step(order.id(), "reconciled", changes, it.reference(), by);
        }
        var carrier = carrier(it.carrier());
        var draft = Draft.of(accounts.book(), it.id(), REMITTANCE, LocalDate.now(clock))
                .because(it.reference())
                .from(new Source(REMITTANCE, it.id()));
        draft = it.gross() > it.kept() ? draft.debit(accounts.bank(), it.gross() - it.kept()) : draft;
        draft = it.kept() > 0
                ? draft.debit(accounts.carriage(carrier.id(), carrier.name().in(Language.AR)), it.kept())
                : draft;
        ledger.post(draft.credit(accounts.carrier(carrier.id(), carrier.name().in(Language.AR)), it.gross()), by);
    }

    /** The carrier will not pay: the pole bears it, not the maker. */
    public void giveUp(UUID order, String reason, Poster by) {
        if (reason.isBlank()) {
            throw new Refusal("market.order.refusal.reason");
        }
        var it = orders.lock(order);
        if (it.carrierOwes() == 0 || it.remittance() != null || it.carrier() == null) {
            throw new Refusal("market.order.refusal.meanwhile");
        }
        var changes = nothingOwed();
        if (it.money() == Money.WITH_CARRIER) {
            changes.put("money", Money.NONE);
        }
        orders.step(order, "given-up", changes, reason.strip(), by);
        var carrier = carrier(it.carrier());
        ledger.post(
                Draft.of(accounts.book(), Ids.next(), LOSS, LocalDate.now(clock))
                        .because(it.number() + " · " + reason.strip())
                        .from(SendingOrders.source(it))
                        .debit(accounts.loss(), it.carrierOwes())
                        .credit(accounts.carrier(carrier.id(), carrier.name().in(Language.AR)), it.carrierOwes()),
                by);
    }

    private static Map<String, Object> nothingOwed() {
        var changes = new HashMap<String, Object>();
        changes.put("carrier_owes", 0L);
        changes.put("owed_since", null);
        return changes;
    }

    private Carrier carrier(UUID id) {
        return deliveries.carrier(id).orElseThrow();
    }
}
