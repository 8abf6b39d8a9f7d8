package ma.qutb.materials.fund;

import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.materials.FundId;
import ma.qutb.materials.UnitPrice;
import ma.qutb.registry.OrganisationId;

/**
 * Money a partner put in.
 *
 * @param price of silver on that day
 * @param fine milligrams of fine silver it bought then
 * @param entry of the ledger
 */
public record Contribution(
        UUID id,
        FundId fund,
        OrganisationId partner,
        String convention,
        LocalDate paidOn,
        long centimes,
        UnitPrice price,
        long fine,
        UUID entry) {}
