package ma.qutb.materials.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints.Till;
import ma.qutb.materials.SupplierId;
import ma.qutb.registry.PersonId;

/**
 * What stays the same through the story.
 *
 * @param buyers the jewellers; every fifth may buy on credit
 */
record Story(
        SalePoint point,
        Till till,
        UUID scale,
        SupplierId supplier,
        List<PersonId> buyers,
        LocalDate begins,
        LocalDate ends) {

    static final Poster CLERK = new Poster("00000000-0000-7000-8000-00000000d001", "السالكة م. (للعرض)");
    static final Poster DIRECTOR = new Poster("00000000-0000-7000-8000-00000000d002", "الحسين ب. (للعرض)");
    static final int CREDIT_EVERY = 5;

    boolean mayOwe(int buyer) {
        return buyer % CREDIT_EVERY == 0;
    }
}
