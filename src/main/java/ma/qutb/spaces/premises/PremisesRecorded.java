package ma.qutb.spaces.premises;

import java.time.LocalDate;

/** A premises has arrived; told within the transaction that keeps it. */
public record PremisesRecorded(PremisesId id, LocalDate day, RecordingPremises.By by) {}
