package ma.qutb.market.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.earning.MarketAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an acquirer says it sent to the bank, beside what it had told us: each line is matched, or shown to whoever must ask. */
@Service
@Transactional
class MatchingSettlements {

    private record Matched(
            SettlementFile.Line line, @Nullable Payment payment, String verdict) {}

    private final PaymentTable payments;
    private final Messages messages;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final JdbcClient database;
    private final Clock clock;

    MatchingSettlements(
            PaymentTable payments,
            Messages messages,
            MarketAccounts accounts,
            Ledger ledger,
            JdbcClient database,
            Clock clock) {
        this.payments = payments;
        this.messages = messages;
        this.accounts = accounts;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes a file, and posts what was matched: from the acquirer to the bank, less its fee.
     *
     * @throws Refusal when it was taken before, or cannot be read
     */
    UUID take(String acquirer, String name, byte[] content, Poster by) {
        var file = SettlementFile.read(new String(content, StandardCharsets.UTF_8));
        var id = Ids.next();
        var matched = new ArrayList<Matched>();
        // In one order everywhere, so that two files never wait for each other.
        file.lines().stream()
                .sorted(Comparator.comparing(SettlementFile.Line::number))
                .forEach(it -> matched.add(match(acquirer, it, matched)));
        long amount = sum(matched, SettlementFile.Line::amount);
        long fee = sum(matched, SettlementFile.Line::fee);
        keep(id, acquirer, name, content, matched, amount, fee, by);
        matched.forEach(it -> keep(id, it, by));
        if (amount > 0) {
            post(id, acquirer, name, amount, fee, by);
        }
        return id;
    }

    private Matched match(String acquirer, SettlementFile.Line line, List<Matched> before) {
        var payment = payments.lock(line.number(), acquirer).orElse(null);
        if (payment == null) {
            return new Matched(line, null, "unknown");
        }
        boolean twice = payments.matched(payment.id())
                || before.stream()
                        .anyMatch(it -> it.verdict().equals("matched")
                                && it.line().number().equals(line.number()));
        var verdict = payment.reference().isEmpty()
                ? "unpaid"
                : twice
                        ? "twice"
                        : payment.amount() != line.amount() || line.fee() < 0 || line.fee() > line.amount()
                                ? "amount"
                                : "matched";
        return new Matched(line, payment, verdict);
    }

    private static long sum(List<Matched> lines, ToLongFunction<SettlementFile.Line> part) {
        return lines.stream()
                .filter(it -> it.verdict().equals("matched"))
                .mapToLong(it -> part.applyAsLong(it.line()))
                .sum();
    }

    private void keep(
            UUID id,
            String acquirer,
            String name,
            byte[] content,
            List<Matched> lines,
            long amount,
            long fee,
            Poster by) {
        int matched = (int)
                lines.stream().filter(it -> it.verdict().equals("matched")).count();
        try {
            database.sql("""
                insert into market.settlement (id, acquirer, file, digest, imported_at, by, by_name, matched, unmatched, amount, fee)
                values (:id, :acquirer, :file, :digest, :now, :by, :name, :matched, :unmatched, :amount, :fee)
                """)
                    .param("id", id)
                    .param("acquirer", acquirer)
                    .param("file", name)
                    .param("digest", digest(content))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("matched", matched)
                    .param("unmatched", lines.size() - matched)
                    .param("amount", amount)
                    .param("fee", fee)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.when("settlement_file_once", e, "market.payment.refusal.settlement-taken");
        }
    }

    private void keep(UUID settlement, Matched it, Poster by) {
        database.sql("""
            insert into market.settlement_line (id, settlement_id, line, number, reference, amount, fee, payment_id, verdict)
            values (:id, :settlement, :line, :number, :reference, :amount, :fee, :payment, :verdict)
            """)
                .param("id", Ids.next())
                .param("settlement", settlement)
                .param("line", it.line().line())
                .param("number", it.line().number())
                .param("reference", it.line().reference())
                .param("amount", it.line().amount())
                .param("fee", it.line().fee())
                .param(
                        "payment",
                        it.payment() == null ? null : it.payment().id().value())
                .param("verdict", it.verdict())
                .update();
        var payment = it.payment();
        if (payment == null) {
            return;
        }
        messages.add(
                payment.id(),
                "settlement",
                it.verdict(),
                "",
                "",
                by.name(),
                Map.of("line", String.valueOf(it.line().line())));
        if (it.verdict().equals("matched")) {
            payments.match(payment.id());
        }
    }

    private void post(UUID id, String acquirer, String name, long amount, long fee, Poster by) {
        var bank = accounts.bank();
        var taker = accounts.acquirer(acquirer);
        var draft = Draft.of(accounts.book(), id, "market-settlement", LocalDate.now(clock))
                .because(name)
                .from(new Source("market-settlement", id));
        if (amount > fee) {
            draft = draft.debit(bank, amount - fee);
        }
        if (fee > 0) {
            draft = draft.debit(accounts.acquirerFee(acquirer), fee);
        }
        ledger.post(draft.credit(taker, amount), by);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
