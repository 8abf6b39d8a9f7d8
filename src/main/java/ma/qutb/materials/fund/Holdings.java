package ma.qutb.materials.fund;

import ma.qutb.materials.UnitPrice;

/**
 * What a fund holds at a moment. Money in centimes, silver in milligrams of fine weight.
 *
 * @param stock what the material in stock and on its way cost
 * @param fine how much fine silver is in it
 * @param cash in tills and banks
 * @param receivables what artisans owe
 * @param overdue the part of it that is past its day
 * @param debts to suppliers and others
 */
public record Holdings(long stock, long fine, long cash, long receivables, long overdue, long debts) {

    /** What belongs to the fund itself, in centimes. */
    public long equity() {
        return stock + cash + receivables - debts;
    }

    /** What will most likely be paid when it is due. */
    public long goodReceivables() {
        return receivables - overdue;
    }

    /** Money that could become silver once all have paid who pay. */
    public long money() {
        return cash + goodReceivables() - debts;
    }

    /** Fine silver it has or could have at a price, in whole milligrams. */
    public long silverAt(UnitPrice price) {
        return fine + Silver.bought(money(), price);
    }
}
