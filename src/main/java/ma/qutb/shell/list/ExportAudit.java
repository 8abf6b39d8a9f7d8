package ma.qutb.shell.list;

import ma.qutb.kernel.Actor;

/** Keeps who took which records away as a file; the identity module writes it into the audit trail. */
@FunctionalInterface
public interface ExportAudit {

    /**
     * Called when a file begins to leave, whatever becomes of the connection.
     *
     * @param list name of the list
     * @param format {@code csv} or {@code xlsx}
     * @param question filters, order and columns as in the address
     */
    void exported(Actor actor, String list, String format, String question);
}
