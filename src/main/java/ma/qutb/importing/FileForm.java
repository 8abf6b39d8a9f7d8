package ma.qutb.importing;

import java.nio.charset.Charset;

/**
 * How a file is written.
 *
 * @param format {@code csv} or {@code xlsx}
 * @param charset of a CSV file
 * @param separator of a CSV file
 */
record FileForm(String format, Charset charset, char separator) {

    boolean csv() {
        return format.equals("csv");
    }
}
