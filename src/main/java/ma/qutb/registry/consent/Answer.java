package ma.qutb.registry.consent;

import java.time.Instant;
import ma.qutb.registry.ConsentPurpose;

/** One line of the ledger. */
public record Answer(
        ConsentPurpose purpose, boolean given, Instant at, Manner manner, String recordedBy, String noticeVersion) {}
