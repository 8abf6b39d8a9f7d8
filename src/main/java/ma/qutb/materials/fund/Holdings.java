package ma.qutb.materials.fund;

/**
 * What a fund holds at a moment. Money in centimes, at cost; silver in milligrams of fine weight.
 *
 * @param silver what the silver in stock and on its way cost
 * @param fine how much fine silver that is
 * @param otherStock what the stock of other materials cost
 * @param cash in tills and banks
 * @param receivables what artisans owe
 * @param overdue the part of it that is past its day
 * @param debts to suppliers and others
 */
record Holdings(long silver, long fine, long otherStock, long cash, long receivables, long overdue, long debts) {

    /** What belongs to the fund itself, in centimes. */
    long equity() {
        return silver + otherStock + cash + receivables - debts;
    }

    /** What will most likely be paid when it is due. */
    long goodReceivables() {
        return receivables - overdue;
    }

    /** Money that could become silver once all have paid who pay. */
    long money() {
        return cash + goodReceivables() - debts;
    }

    /** Fine silver it has or could have at a price, in whole milligrams. */
    long silverAt(long price) {
        return fine + Silver.bought(money(), price);
    }
}
