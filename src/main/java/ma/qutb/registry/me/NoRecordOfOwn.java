package ma.qutb.registry.me;

/** The account belongs to nobody of the registry: staff, for example. */
class NoRecordOfOwn extends RuntimeException {}
