package ma.qutb.importing;

import ma.qutb.kernel.Refusal;

/** A file that cannot be read as a list at all, with the reason for the person who sent it. */
class Unreadable extends Refusal {

    Unreadable(String code, Object... arguments) {
        super("importing.file.refusal." + code, arguments);
    }
}
