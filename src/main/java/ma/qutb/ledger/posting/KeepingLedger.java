package ma.qutb.ledger.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.MonthClosed;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.NewBook;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.ledger.Signed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The ledger as other modules use it. */
@Service
@Transactional
class KeepingLedger implements Ledger {

    private final JournalFunctions journal;
    private final OpeningAccounts opening;
    private final PostingTogether together;
    private final WaitingForTheDisk disk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingLedger(
            JournalFunctions journal,
            OpeningAccounts opening,
            PostingTogether together,
            WaitingForTheDisk disk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.journal = journal;
        this.together = together;
        this.disk = disk;
        this.opening = opening;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void define(Commodity commodity) {
        said(() -> opening.define(commodity));
    }

    @Override
    public BookId openBook(NewBook book) {
        return LedgerRefusals.said(() -> opening.open(book, now()));
    }

    @Override
    public AccountId openAccount(NewAccount account) {
        return LedgerRefusals.said(() -> opening.open(account, now()));
    }

    @Override
    public void moveCeiling(AccountId account, long highest) {
        said(() -> opening.moveCeiling(account, highest));
    }

    /** On its own it needs no transaction around it, and goes together with what others post to the book at the same moment. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public EntryId post(Draft draft, Poster poster) {
        var signed = SignedDraft.of(EntryId.next(), refuseEmpty(draft), null, poster);
        // What a late fact does to the days since is reckoned with nobody beside it.
        return TransactionSynchronizationManager.isActualTransactionActive()
                        || draft.occurredOn().isBefore(today())
                ? write(signed)
                : together.post(signed);
    }

    @Override
    public List<EntryId> postTogether(List<Draft> drafts, Poster poster) {
        return postTogether(drafts.stream().map(it -> new Signed(it, poster)).toList());
    }

    @Override
    public List<EntryId> postTogether(List<Signed> drafts) {
        var signed = drafts.stream()
                .map(it -> SignedDraft.of(EntryId.next(), refuseEmpty(it.draft()), null, it.poster()))
                .toList();
        if (fitOneStatement(signed)) {
            return write(signed);
        }
        journal.hold(drafts.stream().map(Signed::draft).toList());
        return signed.stream().map(this::write).toList();
    }

    /** Of one book, each under a key of its own, and none late: what a late fact does to the days since is reckoned with nobody beside it. */
    private boolean fitOneStatement(List<SignedDraft> drafts) {
        return drafts.stream().map(it -> it.draft().book()).distinct().count() == 1
                && drafts.stream().map(it -> it.draft().key()).distinct().count() == drafts.size()
                && drafts.stream().noneMatch(it -> it.draft().occurredOn().isBefore(today()));
    }

    private EntryId write(SignedDraft draft) {
        return write(List.of(draft)).getFirst();
    }

    private List<EntryId> write(List<SignedDraft> drafts) {
        disk.afterCommit();
        var answers = LedgerRefusals.said(() -> journal.post(drafts));
        return drafts.stream()
                .map(it -> it.answered(
                        Objects.requireNonNull(answers.get(it.draft().key()))))
                .toList();
    }

    private static Draft refuseEmpty(Draft draft) {
        if (draft.lines().isEmpty()) {
            throw LedgerRefusals.because("entry_has_postings");
        }
        return draft;
    }

    @Override
    public Map<AccountId, Long> hold(Collection<AccountId> accounts) {
        return journal.hold(accounts);
    }

    @Override
    public Optional<EntryId> written(UUID key) {
        return journal.written(key);
    }

    @Override
    public EntryId reverse(EntryId entry, UUID key, String reason, Poster poster) {
        var original = journal.entry(entry);
        var draft = new Draft(original.book(), key, "reversal", today(), reason, original.source(), List.of());
        for (var line : original.lines()) {
            draft = draft.credit(line.account(), line.amount());
        }
        return write(SignedDraft.of(EntryId.next(), draft, entry, poster));
    }

    @Override
    public ReservationId reserve(Draft draft, Instant expiresAt, Poster poster) {
        refuseEmpty(draft);
        return LedgerRefusals.said(
                () -> journal.reserve(draft, now(), expiresAt.truncatedTo(ChronoUnit.MICROS), poster));
    }

    @Override
    public EntryId settle(ReservationId reservation, Draft draft, Poster poster) {
        boolean open = journal.hold(reservation);
        if (!journal.isPosted(draft.key())) {
            if (!open) {
                throw LedgerRefusals.because("outcome_once");
            }
            var id = EntryId.next();
            // What was held is free before it is posted, or it would count twice.
            said(() -> journal.conclude(reservation, "posted", id, now(), poster, draft.reason()));
            write(SignedDraft.of(id, refuseEmpty(draft), null, poster));
            said(journal::checkOutcomes);
            return id;
        }
        return write(SignedDraft.of(EntryId.next(), refuseEmpty(draft), null, poster));
    }

    @Override
    public EntryId settle(ReservationId reservation, UUID key, Poster poster) {
        var held = journal.reservation(reservation);
        return settle(
                reservation,
                new Draft(held.book(), key, journal.kindOf(reservation), today(), "", held.source(), held.lines()),
                poster);
    }

    @Override
    public void release(ReservationId reservation, String reason, Poster poster) {
        if (!journal.hold(reservation)) {
            throw LedgerRefusals.because("outcome_once");
        }
        said(() -> journal.conclude(reservation, "voided", null, now(), poster, reason));
    }

    @Override
    public void closeMonth(BookId book, YearMonth month, Poster poster) {
        var ends = month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
        said(() -> journal.close(book, month.atDay(1), ends, now(), poster));
        events.publishEvent(new MonthClosed(book, month));
    }

    private static void said(Runnable act) {
        LedgerRefusals.said(() -> {
            act.run();
            return true;
        });
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
