package ma.qutb.materials.demonstration;

import java.time.LocalDate;
import java.util.UUID;
import java.util.random.RandomGenerator;
import ma.qutb.kernel.Ids;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.counter.Payment;
import ma.qutb.materials.counter.SaleRequest;
import ma.qutb.materials.counter.SellingAtTheCounter;
import ma.qutb.materials.credit.RepaymentRequest;
import ma.qutb.materials.credit.TakingRepayments;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jewellers of the story: who comes, what they take, and how they pay what they owe. */
@Component
class Buying {

    private record Owed(PersonId person, long still) {}

    private final SellingAtTheCounter selling;
    private final TakingRepayments repaying;
    private final Shelf shelf;
    private final JdbcClient database;

    Buying(SellingAtTheCounter selling, TakingRepayments repaying, Shelf shelf, JdbcClient database) {
        this.selling = selling;
        this.repaying = repaying;
        this.shelf = shelf;
        this.database = database;
    }

    void sell(Story story, RandomGenerator random) {
        // Some buy every week, most now and then.
        int buyer = (int) (story.buyers().size() * Math.pow(random.nextDouble(), 1.4));
        var fineness = random.nextInt(3) == 0 ? Shelf.PURE : Shelf.STERLING;
        long weight = (4 + random.nextInt(17)) * Shelf.GRAM + random.nextInt(20) * 50;
        boolean owes = story.mayOwe(buyer) && random.nextInt(3) > 0;
        int paid = random.nextInt(100);
        var request = SaleRequest.cash(
                Ids.next(),
                story.point().id(),
                story.till().id(),
                story.buyers().get(buyer),
                MaterialCode.SILVER,
                fineness,
                weight);
        if (shelf.weight(story, fineness) < weight) {
            return;
        }
        if (owes && mayBorrow(story, story.buyers().get(buyer), weight)) {
            request = request.paidBy(Payment.CREDIT, "");
        } else if (paid < 12) {
            request = request.paidBy(Payment.TRANSFER, "VIR " + random.nextInt(1_000_000));
        }
        selling.sell(request, Story.CLERK);
    }

    /** A refusal would end the day's transaction, so the clerk asks before. */
    private boolean mayBorrow(Story story, PersonId buyer, long weight) {
        return database.sql("""
                        select coalesce(sum(still), 0) + :price < 2500_00 and count(*) filter (where due_on < :today) = 0
                          from materials.debt where fund_id = :fund and person_id = :person and still > 0
                        """)
                .param("price", weight / Shelf.GRAM * 16_00)
                .param("today", today())
                .param("fund", story.point().fund().id().value())
                .param("person", buyer.value())
                .query(Boolean.class)
                .single();
    }

    /** Most pay some days before it is due, a few late, some never. */
    void collect(Story story, LocalDate day, RandomGenerator random) {
        var due = database.sql("""
                        select person_id, sum(still)::bigint from materials.debt
                         where fund_id = :fund and still > 0 and due_on <= cast(:day as date) + 7 and abs(hashtext(sale_id::text)) % 50 <> 0
                         group by person_id order by person_id
                        """)
                .param("fund", story.point().fund().id().value())
                .param("day", day)
                .query((row, number) -> new Owed(new PersonId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list();
        for (var one : due) {
            if (random.nextInt(4) == 0) {
                repaying.take(
                        new RepaymentRequest(
                                Ids.next(),
                                story.point(),
                                story.till().id(),
                                one.person(),
                                one.still(),
                                Payment.CASH,
                                ""),
                        Story.CLERK);
            }
        }
    }

    private static LocalDate today() {
        return LocalDate.now(new PoleClock());
    }
}
