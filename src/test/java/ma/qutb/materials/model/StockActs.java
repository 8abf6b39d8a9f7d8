package ma.qutb.materials.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.ledger.ChartRole;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.LotId;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.Taking;
import ma.qutb.materials.model.ModelBook.Entry;
import ma.qutb.materials.model.ModelBook.Place;
import ma.qutb.materials.model.ModelStock.Lot;
import ma.qutb.materials.stock.MovingLots;
import ma.qutb.materials.stock.Transformation;
import ma.qutb.materials.stock.Transformation.Kind;
import ma.qutb.materials.stock.Transformation.Output;
import ma.qutb.materials.stock.WritingOff;

/** Moving, melting, alloying, parting, assaying and writing off. */
class StockActs {

    private final Sequence all;
    private final ModelStock stock;

    StockActs(Sequence all) {
        this.all = all;
        this.stock = all.stock;
    }

    void act() {
        if (stock.lots.isEmpty()) {
            return;
        }
        switch (all.random.nextInt(6)) {
            case 0 -> writeOff();
            case 1 -> send();
            case 2 -> arrive();
            default -> transform(all.any(List.of(Kind.values())));
        }
    }

    /** Mostly one that lies there. */
    private Lot anyLot(SalePoint point) {
        var there = stock.at(point);
        return there.isEmpty() || all.random.nextInt(10) == 0 ? all.any(stock.lots) : all.any(there);
    }

    private void writeOff() {
        var point = all.anyPoint();
        var lot = anyLot(point);
        var kind = all.any(List.of(WritingOff.Kind.values()));
        long weight = all.partOf(stock.left(point, lot).weight());
        var day = all.anyDay();
        var reason = all.reason();
        var role = kind == WritingOff.Kind.ERROR ? ChartRole.COUNTING_DIFFERENCE : ChartRole.valueOf(kind.name());
        var missing = new WritingOff.Missing(
                Sequence.key(), kind, point, new LotId(lot.id()), weight, day, reason, "PV 7", Optional.empty());
        all.<UUID>actOnce(
                () -> {
                    Refused.when(reason.isBlank(), "materials.write-off.refusal.no-reason");
                    var entry = stock.writeOff(point, lot, weight, role, day, all.today());
                    return id -> stock.book.write(entry);
                },
                () -> all.program.writingOff().writeOff(missing, Sequence.DIRECTOR));
    }

    private void send() {
        var from = all.anyPoint();
        var to = all.random.nextInt(10) == 0 ? from : all.points.get(1 - all.points.indexOf(from));
        var lot = anyLot(from);
        long weight = all.partOf(stock.left(from, lot).weight());
        var dispatch = new MovingLots.Dispatch(Sequence.key(), new LotId(lot.id()), from.id(), to.id(), weight, "يوسف");
        all.<UUID>actOnce(
                () -> {
                    Refused.when(from.equals(to), "materials.transfer.refusal.same-point");
                    Refused.when(!stock.isKnownAt(from, lot), "materials.lot.refusal.not-here");
                    var taking = stock.take(from, lot, weight);
                    return id -> {
                        stock.book.write(stock.send(from, lot, taking, all.today()));
                        stock.sent.add(new ModelStock.Sent(id, lot, to, taking));
                    };
                },
                () -> all.program.moving().send(dispatch, Sequence.CLERK));
    }

    private void arrive() {
        if (stock.sent.isEmpty()) {
            send();
            return;
        }
        var sent = all.any(stock.sent);
        long weight = all.random.nextBoolean() ? sent.taking.weight() : all.partOf(sent.taking.weight());
        var reason = all.reason();
        var key = Sequence.key();
        all.actOnce(
                () -> {
                    var entry = stock.arrive(sent, weight, reason, all.today());
                    return it -> {
                        stock.book.write(entry);
                        stock.lies(sent.to, sent.lot);
                        sent.arrived = true;
                    };
                },
                () -> {
                    all.program.moving().arrive(key, sent.id, weight, reason, Sequence.CLERK);
                    return key;
                });
    }

    private void transform(Kind kind) {
        var point = all.anyPoint();
        Map<UUID, Lot> lots = new TreeMap<>();
        for (int i = 0; i < (kind == Kind.MELT || kind == Kind.ALLOY ? 2 : 1); i++) {
            var lot = anyLot(point);
            lots.put(lot.id(), lot);
        }
        var inputs = new HashMap<LotId, Long>();
        lots.values()
                .forEach(it -> inputs.put(
                        new LotId(it.id()), all.partOf(stock.left(point, it).weight())));
        long in = inputs.values().stream().mapToLong(it -> it).sum();
        long alloy = kind == Kind.ALLOY ? all.random.nextLong(0, 20_000) : 0;
        var outputs = outputs(kind, in, alloy, lots.values().iterator().next().fineness());
        var reason = all.reason();
        var wanted = new Transformation(
                Sequence.key(), kind, point, inputs, outputs, alloy, reason, Optional.empty(), Optional.empty());
        all.<UUID>actOnce(
                () -> {
                    Refused.when(reason.isBlank(), "materials.transform.refusal.no-reason");
                    Refused.when(
                            outputs.stream().anyMatch(it -> it.weight() <= 0), "materials.transform.refusal.no-weight");
                    var takings = new ArrayList<Taking>();
                    lots.values().forEach(it -> {
                        Refused.when(!stock.isKnownAt(point, it), "materials.lot.refusal.not-here");
                        takings.add(stock.take(point, it, inputs.getOrDefault(new LotId(it.id()), 0L)));
                    });
                    var sum = takings.stream().reduce(new Taking(0, 0, 0), ModelStock::plus);
                    var fire = ModelFire.of(kind, sum, alloy, outputs);
                    return id -> transformed(id, wanted, List.copyOf(lots.values()), takings, fire);
                },
                () -> all.program.transforming().transform(wanted, Sequence.CLERK));
    }

    private List<Output> outputs(Kind kind, long in, long alloy, int fineness) {
        if (kind == Kind.SPLIT) {
            long first = all.partOf(in);
            return all.random.nextInt(10) == 0
                    ? List.of(new Output(in, Optional.empty()))
                    : List.of(new Output(first, Optional.empty()), new Output(in - first, Optional.empty()));
        }
        long weight = kind == Kind.ASSAY && all.random.nextInt(6) > 0 ? in : in + alloy - all.random.nextLong(-20, 400);
        int lower = Math.max(1, fineness - (int) (alloy * 5_000 / Math.max(1, in + alloy)) - all.random.nextInt(300));
        int found = kind == Kind.ASSAY || all.random.nextInt(8) == 0
                ? Math.min(10_000, fineness + all.random.nextInt(-50, 50))
                : lower;
        return List.of(new Output(weight, Optional.of(new Fineness(found))));
    }

    /** The lots that came of it have the ids the program gave them. */
    private void transformed(UUID id, Transformation it, List<Lot> lots, List<Taking> takings, ModelFire fire) {
        var entry = new Entry(all.today());
        for (int i = 0; i < lots.size(); i++) {
            stock.put(entry, it.point(), lots.get(i), takings.get(i), -1);
        }
        var ids = all.program
                .database()
                .sql("select o.lot_id from materials.transform_output o join materials.lot l on l.id = o.lot_id"
                        + " where o.transform_id = :id order by l.number")
                .param("id", id)
                .query(UUID.class)
                .list();
        for (int i = 0; i < fire.out().size(); i++) {
            boolean split = it.kind() == Kind.SPLIT;
            int fineness = split
                    ? lots.getFirst().fineness()
                    : it.outputs().get(i).fineness().orElseThrow().tenths();
            var day = split ? lots.getFirst().receivedOn() : all.today();
            var lot = stock.add(ids.get(i), fineness, fire.out().get(i), day);
            stock.lies(it.point(), lot);
            stock.put(entry, it.point(), lot, fire.out().get(i), 1);
        }
        var owner = it.point().id().value();
        var role = it.kind() == Kind.ASSAY ? ChartRole.ASSAY_DIFFERENCE : ChartRole.MELT_LOSS;
        ModelStock.on(entry, role, owner, fire.lost(), 1)
                .add(new Place(ChartRole.ALLOY, ModelBook.GROSS, owner, null), -it.alloyWeight());
        stock.book.write(entry);
    }

    static UUID lot(LotAtPoint it) {
        return it.lot().id().value();
    }
}
