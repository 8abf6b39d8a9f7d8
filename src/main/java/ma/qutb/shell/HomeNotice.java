package ma.qutb.shell;

import java.util.List;
import ma.qutb.kernel.Language;

/** Something that is open to everybody for a time, for the public home page. Modules offer it as beans. */
public interface HomeNotice {

    /** What is open now, the most urgent first. */
    List<Notice> now(Language reader);

    /**
     * @param path where it is told in full
     * @param text until when, in the reader's language
     */
    record Notice(String path, String icon, String title, String text, boolean demonstration) {}
}
