package ma.qutb.materials;

import java.time.LocalDate;
import ma.qutb.registry.PersonId;

/** A sale was undone: the material came back, the money went back. */
public record SaleUndone(SaleId sale, SalePointId point, PersonId buyer, LocalDate undoneOn) {}
