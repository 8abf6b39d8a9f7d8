package ma.qutb.materials.till;

import ma.qutb.materials.TillId;

/** Knows whether a device may still hold sales of a till that have not arrived. */
@FunctionalInterface
public interface Unsent {

    boolean of(TillId till);
}
