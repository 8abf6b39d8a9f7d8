package ma.qutb.documents;

import java.time.Instant;

/**
 * What makes a paper ours, to be printed on it.
 *
 * @param number of its series
 * @param verification address behind the QR code
 * @param form address where number and code can be typed instead
 * @param shortCode eight characters that prove the number was read from the paper
 * @param issuedAt when
 */
public record PrintMark(String number, String verification, String form, String shortCode, Instant issuedAt) {}
