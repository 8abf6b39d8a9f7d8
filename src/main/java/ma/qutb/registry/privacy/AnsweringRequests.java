package ma.qutb.registry.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.Notice;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.consent.Manner;
import ma.qutb.registry.consent.RecordingConsent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests about personal data and answers them in time. */
@Service
@Transactional
public class AnsweringRequests {

    private final PrivacyRequests requests;
    private final Terms terms;
    private final RecordingConsent consent;
    private final Notifications notifications;
    private final Clock clock;

    AnsweringRequests(
            PrivacyRequests requests, Terms terms, RecordingConsent consent, Notifications notifications, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.consent = consent;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** The day by which it must be answered is fixed now, whatever the rule becomes later. */
    public PrivacyRequest receive(RequestKind kind, Channel channel, Asker asker, String words, Language language) {
        var due = terms.due(kind, LocalDate.now(clock));
        var saved = requests.save(
                PrivacyRequest.receive(kind, channel, asker, words, language.code(), clock.instant(), due));
        var received = requests.findById(saved.id()).orElseThrow();
        for (var role : List.of(Role.REGISTRAR, Role.DIRECTOR)) {
            notifications.tell(
                    role,
                    Scope.EVERYWHERE,
                    "registry.privacy.notice.received",
                    List.of(received.number(), due),
                    "/app/privacy/requests/" + received.id());
        }
        return received;
    }

    /** An artisan who is signed in is known, and so is their record. */
    public PrivacyRequest receiveFrom(PersonId person, RequestKind kind, Asker asker, String words, Language language) {
        var request = receive(kind, Channel.OWN_PAGE, asker, words, language);
        return requests.save(request.concerns(person).identified(IdentityCheck.SIGNED_IN, asker.name()));
    }

    @Transactional(readOnly = true)
    public Optional<PrivacyRequest> find(UUID id) {
        return requests.findById(id);
    }

    public void concerns(UUID id, PersonId person) {
        requests.save(open(id).concerns(person));
    }

    public void identified(UUID id, IdentityCheck check, Actor by) {
        requests.save(open(id).identified(check, by.displayName()));
    }

    public void answer(UUID id, String said, Actor by) {
        requests.save(open(id).answer(said, by.displayName(), clock.instant()));
    }

    public void refuse(UUID id, String reason, Actor by) {
        requests.save(open(id).refuse(reason, by.displayName(), clock.instant()));
    }

    /** An objection is heard: nothing is shown or sent any more. */
    public void withdrawAll(UUID id, Actor by) {
        var request = open(id);
        if (request.identityCheck() == null) {
            throw new Refusal("registry.privacy.refusal.identity-first");
        }
        var person = request.person();
        if (person == null) {
            throw new Refusal("registry.privacy.refusal.no-record");
        }
        var answers = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        for (var purpose : ConsentPurpose.values()) {
            if (purpose != ConsentPurpose.PROCESSING) {
                answers.put(purpose, false);
            }
        }
        consent.record(person, answers, Manner.SIGNED, Notice.REQUEST, by);
    }

    private PrivacyRequest open(UUID id) {
        return requests.findById(id).orElseThrow();
    }
}
