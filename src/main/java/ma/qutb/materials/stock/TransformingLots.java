package ma.qutb.materials.stock;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.Lots;
import ma.qutb.materials.Taking;
import ma.qutb.materials.stock.Transformation.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Melts, alloys, parts and assays lots: what goes in comes out, and what does not is named. One entry for all of it. */
@Service
@Transactional
public class TransformingLots {

    private final JdbcClient database;
    private final Lots lots;
    private final KeepingLots keeping;
    private final LotPostings postings;
    private final FundAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    TransformingLots(
            JdbcClient database,
            Lots lots,
            KeepingLots keeping,
            LotPostings postings,
            FundAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.database = database;
        this.lots = lots;
        this.keeping = keeping;
        this.postings = postings;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Input(LotAtPoint lot, Taking taking) {}

    /** @throws Refusal when there is not that much, the reason is missing, or more comes out than went in */
    public UUID transform(Transformation it, Poster by) {
        var before = byKey(it.key());
        if (before.isPresent()) {
            return before.get();
        }
        check(it);
        var inputs = hold(it);
        var in = sum(inputs.stream().map(Input::taking).toList());
        var yield = Yield.of(it.kind(), in, it.alloyWeight(), it.outputs());
        var id = Ids.next();
        if (!insert(id, it, yield)) {
            return byKey(it.key()).orElseThrow();
        }
        inputs.forEach(input -> insert(id, input));
        var outputs = bring(id, it, inputs.getFirst().lot(), yield);
        ledger.post(entry(id, it, inputs, outputs, yield), by);
        return id;
    }

    private static void check(Transformation it) {
        if (it.reason().isBlank()) {
            throw new Refusal("materials.transform.refusal.no-reason");
        }
        if (it.inputs().isEmpty()) {
            throw new Refusal("materials.transform.refusal.nothing-in");
        }
        if (it.kind() != Kind.MELT && it.kind() != Kind.ALLOY && it.inputs().size() != 1) {
            throw new Refusal("materials.transform.refusal.one-goes-in");
        }
        if (it.outputs().stream().anyMatch(output -> output.weight() <= 0)) {
            throw new Refusal("materials.transform.refusal.no-weight");
        }
    }

    private List<Input> hold(Transformation it) {
        var byId = new TreeMap<UUID, Long>();
        it.inputs().forEach((lot, weight) -> byId.put(lot.value(), weight));
        var inputs = new ArrayList<Input>();
        for (Map.Entry<UUID, Long> wanted : byId.entrySet()) {
            var lot = lots.hold(it.point().id(), new LotId(wanted.getKey()));
            if (it.kind() != Kind.SPLIT && lot.fineAccount().isEmpty()) {
                throw new Refusal("materials.transform.refusal.only-silver");
            }
            inputs.add(new Input(lot, Taking.of(lot.lot(), lot.left(), wanted.getValue())));
        }
        return inputs;
    }

    private static Taking sum(List<Taking> several) {
        return several.stream()
                .reduce(
                        new Taking(0, 0, 0),
                        (a, b) -> new Taking(a.weight() + b.weight(), a.fine() + b.fine(), a.cost() + b.cost()));
    }

    private boolean insert(UUID id, Transformation it, Yield yield) {
        return database.sql("""
                        insert into materials.transform (id, key, number, kind, sale_point_id, done_on, reason, alloy_weight, lost_weight,
                            lost_fine, lost_centimes, photo, document)
                        values (:id, :key, nextval('materials.movement_number'), :kind, :point, :today, :reason, :alloy, :lost_weight,
                            :lost_fine, :lost_centimes, :photo, :document)
                        on conflict on constraint transform_key_once do nothing
                        """)
                        .param("id", id)
                        .param("key", it.key())
                        .param("kind", it.kind().code())
                        .param("point", it.point().id().value())
                        .param("today", LocalDate.now(clock))
                        .param("reason", it.reason())
                        .param("alloy", it.alloyWeight())
                        .param("lost_weight", yield.lost().weight())
                        .param("lost_fine", yield.lost().fine())
                        .param("lost_centimes", yield.lost().cost())
                        .param("photo", it.photo().orElse(null), Types.OTHER)
                        .param("document", it.document().orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    private void insert(UUID id, Input input) {
        database.sql("insert into materials.transform_input values (:id, :lot, :weight, :fine, :cost)")
                .param("id", id)
                .param("lot", input.lot().lot().id().value())
                .param("weight", input.taking().weight())
                .param("fine", input.taking().fine())
                .param("cost", input.taking().cost())
                .update();
    }

    private List<LotAtPoint> bring(UUID id, Transformation it, LotAtPoint from, Yield yield) {
        var outputs = new ArrayList<LotAtPoint>();
        for (int i = 0; i < yield.outputs().size(); i++) {
            var part = yield.outputs().get(i);
            Optional<Fineness> fineness = it.kind() == Kind.SPLIT
                    ? from.lot().fineness()
                    : it.outputs().get(i).fineness();
            // What is parted goes on standing where its lot stood in the order of first in, first out.
            var day = it.kind() == Kind.SPLIT ? from.lot().receivedOn() : LocalDate.now(clock);
            var lot = keeping.keep(
                    new NewLot(
                            "transform",
                            from.lot().material(),
                            Optional.empty(),
                            part.weight(),
                            fineness,
                            part.fine(),
                            part.cost(),
                            day,
                            NewLot.Papers.NONE),
                    it.point());
            database.sql("insert into materials.transform_output (lot_id, transform_id) values (:lot, :id)")
                    .param("lot", lot.lot().id().value())
                    .param("id", id)
                    .update();
            outputs.add(lot);
        }
        return outputs;
    }

    private Draft entry(UUID id, Transformation it, List<Input> inputs, List<LotAtPoint> outputs, Yield yield) {
        var draft = Draft.of(
                        it.point().fund().book(), it.key(), "stock-" + it.kind().code(), LocalDate.now(clock))
                .because(it.reason())
                .from(new Source("stock-transform", id));
        for (var input : inputs) {
            draft = postings.out(draft, input.lot(), input.taking());
        }
        for (int i = 0; i < outputs.size(); i++) {
            draft = postings.in(draft, outputs.get(i), yield.outputs().get(i));
        }
        var role = it.kind() == Kind.ASSAY ? ChartRole.ASSAY_DIFFERENCE : ChartRole.MELT_LOSS;
        draft = postings.on(draft, it.point(), role, inputs.getFirst().lot(), yield.lost());
        return it.alloyWeight() == 0
                ? draft
                : draft.credit(accounts.of(it.point(), ChartRole.ALLOY, Commodity.SILVER_GROSS), it.alloyWeight());
    }

    private Optional<UUID> byKey(UUID key) {
        return database.sql("select id from materials.transform where key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }
}
