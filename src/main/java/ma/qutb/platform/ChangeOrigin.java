package ma.qutb.platform;

/** Who changes something now and from where: written beside every change in the audit trail. */
public interface ChangeOrigin {

    /** User id, or the name of a job; empty when nobody is signed in. */
    String actor();

    /** Network address of the request; empty for jobs. */
    String address();

    /** Id of the request, the same as in the log; empty for jobs. */
    String request();
}
