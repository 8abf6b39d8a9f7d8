package ma.qutb.shell;

import java.util.List;

/** Public pages of a module that search engines may read, besides the shop's. Modules offer them as beans. */
public interface PublicPages {

    /** Addresses behind that of the language, such as {@code /calls}. */
    List<String> paths();
}
