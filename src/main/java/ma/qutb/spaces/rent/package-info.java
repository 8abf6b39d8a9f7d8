/**
 * What tenants owe and pay: the rent of each month and shared charges posted to the ledger once, payments at the desk, by transfer and by
 * card, arrears with reminders, payment plans and waivers, and the settlement when a unit is handed back. What is owed belongs to the
 * lease and outlives it.
 */
@NullMarked
package ma.qutb.spaces.rent;

import org.jspecify.annotations.NullMarked;
