package ma.qutb.market.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.PieceId;
import ma.qutb.market.commission.Commission.State;
import ma.qutb.market.stock.KeepingPieces;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a maker says of a thing that is ordered, one act after the other: by when, that it is begun, how it looks, that it is ready. */
@Service
@Transactional
public class MakingToOrder {

    /** Nobody promises for longer. */
    private static final int LONGEST = 365;

    private static final int MOST_PHOTOS = 24;
    private static final Set<Role> HALL = Set.of(Role.HALL_SELLER, Role.DIRECTOR);

    private final CommissionTable commissions;
    private final KeepingPieces pieces;
    private final Notifications notifications;
    private final Clock clock;

    MakingToOrder(CommissionTable commissions, KeepingPieces pieces, Notifications notifications, Clock clock) {
        this.commissions = commissions;
        this.pieces = pieces;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** The deposit of an order is there: its makers are asked. */
    public void ask(UUID order) {
        commissions.ask(order);
        for (var it : commissions.ofOrder(order)) {
            if (it.state() == State.ASKED && it.maker().person()) {
                notifications.tellPerson(
                        it.maker().value(),
                        "market.commission.told.asked",
                        List.of(it.title().arabic()),
                        it.path());
            }
        }
    }

    @Transactional(readOnly = true)
    public List<Commission> of(UUID order) {
        return commissions.ofOrder(order);
    }

    /** How many things are ordered of a maker and not made yet. */
    @Transactional(readOnly = true)
    public int waiting(MakerId maker) {
        return commissions.waiting(maker.value());
    }

    /**
     * I make it.
     *
     * @param readyOn the day it will be ready
     * @throws Refusal when the day is past or too far
     */
    public void accept(UUID line, LocalDate readyOn, Poster by) {
        in(line, State.ASKED);
        var today = LocalDate.now(clock);
        if (readyOn.isBefore(today) || readyOn.isAfter(today.plusDays(LONGEST))) {
            throw new Refusal("market.commission.refusal.day");
        }
        commissions.accepted(line, readyOn);
    }

    /** I cannot make it: the hall finds somebody else, or gives the money back. */
    public void decline(UUID line, String reason, Poster by) {
        var it = in(line, State.ASKED);
        if (reason.isBlank()) {
            throw new Refusal("market.commission.refusal.reason");
        }
        commissions.declined(line, reason.strip());
        tellTheHall(it, "market.commission.told.declined");
    }

    /** The material is cut. */
    public void begin(UUID line, Poster by) {
        in(line, State.ACCEPTED);
        commissions.begun(line);
    }

    /**
     * How it looks now. The first picture says that it is begun.
     *
     * @throws Refusal when there are enough
     */
    public void show(UUID line, UUID file, Poster by) {
        shown(line);
        commissions.photo(line, file, null);
    }

    /** The same with a picture of the program, for what is told. */
    public void show(UUID line, String asset, Poster by) {
        shown(line);
        commissions.photo(line, null, asset);
    }

    private void shown(UUID line) {
        var it = in(line, State.ACCEPTED, State.BEGUN);
        if (it.photos().size() >= MOST_PHOTOS) {
            throw new Refusal("market.commission.refusal.photos");
        }
        if (it.state() == State.ACCEPTED) {
            commissions.begun(line);
        }
    }

    /**
     * It is ready: a piece with a serial, which the hall waits for.
     *
     * @return the piece
     */
    public PieceId ready(UUID line, Poster by) {
        var it = in(line, State.BEGUN);
        var piece = pieces.make(it.product(), 1, by).getFirst();
        commissions.made(line, piece);
        tellTheHall(it, "market.commission.told.ready");
        return piece;
    }

    /** The hall gives the order another piece that is there already. */
    public void given(UUID line, PieceId piece) {
        if (commissions.find(line).filter(it -> it.state() != State.MADE).isPresent()) {
            commissions.made(line, piece);
        }
    }

    /** What this piece was ordered as, while the order still waits for it. */
    @Transactional(readOnly = true)
    public Optional<Commission> waitingFor(PieceId piece) {
        return commissions.ofPiece(piece);
    }

    /**
     * The order comes to nothing.
     *
     * @return what had been begun or made
     */
    public List<Commission> cancel(UUID order) {
        var before = commissions.ofOrder(order);
        commissions.cancelled(order);
        var begun = before.stream().filter(it -> it.state().begun()).toList();
        for (var it : before) {
            if (it.state().open() && it.maker().person()) {
                notifications.tellPerson(
                        it.maker().value(),
                        "market.commission.told.cancelled",
                        List.of(it.title().arabic()),
                        it.path());
            }
        }
        return begun;
    }

    private void tellTheHall(Commission it, String message) {
        notifications.tell(
                HALL,
                Scope.EVERYWHERE,
                message,
                List.of(it.title().arabic(), it.number()),
                "/app/orders/" + it.order());
    }

    private Commission in(UUID line, State... states) {
        var it = commissions.lock(line);
        if (!List.of(states).contains(it.state())) {
            throw new Refusal("market.commission.refusal.meanwhile");
        }
        return it;
    }
}
