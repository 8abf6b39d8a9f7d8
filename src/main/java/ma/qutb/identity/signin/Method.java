package ma.qutb.identity.signin;

/** How somebody proved who they are. */
enum Method {
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSKEY,
    PIN,
    LINK;

    String messageKey() {
        return "identity.method." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
