package ma.qutb.registry;

/** What people agreed to, for modules that send them messages or show their pictures. */
public interface Consents {

    /** Whether the last word of this person on this purpose was yes; silence is no. */
    boolean agrees(PersonId person, ConsentPurpose purpose);
}
