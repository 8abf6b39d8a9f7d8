package ma.qutb.materials;

import java.time.LocalDate;
import ma.qutb.registry.PersonId;

/**
 * An artisan bought raw material.
 *
 * @param weight milligrams of silver as it lay on the scale, or smallest parts of another material's unit
 * @param fine the silver in it in milligrams; the weight itself for materials without fineness
 * @param price centimes the artisan paid or owes
 * @param soldOn the day it happened
 */
public record MaterialSold(
        SaleId sale,
        SalePointId point,
        PersonId buyer,
        MaterialCode material,
        long weight,
        long fine,
        long price,
        LocalDate soldOn) {}
