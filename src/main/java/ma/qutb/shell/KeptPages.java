package ma.qutb.shell;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Public pages as they were drawn, small as they travel, for whoever asks for the same again. A page is kept under its address with the
 * print of all it was made of; who asks brings the print that holds now, read from the database: another one, and the page is drawn anew.
 * What is asked for least recently goes first.
 */
@Component
public class KeptPages {

    private static final String WANTED = KeptPages.class.getName();
    /** Some fifteen hundred pages. */
    private static final int MOST_BYTES = 12 << 20;

    private final Map<String, Kept> pages = new LinkedHashMap<>(1_000, 0.75f, true);
    private int bytes;

    private record Kept(String print, byte[] zipped) {}

    private record Wanted(KeptPages pages, String address, String print) {}

    /** Answers with the page that is kept under this address and print; otherwise the page that is drawn now will be kept. */
    public boolean answer(String address, String print, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!takesZipped(request)) {
            return false;
        }
        var kept = find(address);
        if (kept == null || !kept.print().equals(print)) {
            request.setAttribute(WANTED, new Wanted(this, address, print));
            return false;
        }
        response.setContentType("text/html;charset=UTF-8");
        write(kept.zipped(), response);
        return true;
    }

    /** Answers with what was just drawn, and keeps it, if that was wanted. */
    static boolean keptNow(HttpServletRequest request, HttpServletResponse response, Utf8ByteOutput drawn)
            throws IOException {
        if (!(request.getAttribute(WANTED) instanceof Wanted wanted) || response.getStatus() != 200) {
            return false;
        }
        var kept = new Kept(wanted.print(), zipped(drawn));
        wanted.pages().keep(wanted.address(), kept);
        write(kept.zipped(), response);
        return true;
    }

    private static void write(byte[] zipped, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentLength(zipped.length);
        response.getOutputStream().write(zipped);
    }

    private static boolean takesZipped(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private synchronized @Nullable Kept find(String address) {
        return pages.get(address);
    }

    private synchronized void keep(String address, Kept kept) {
        var before = pages.put(address, kept);
        bytes += kept.zipped().length - (before == null ? 0 : before.zipped().length);
        for (var oldest = pages.values().iterator(); bytes > MOST_BYTES; ) {
            bytes -= oldest.next().zipped().length;
            oldest.remove();
        }
    }

    private static byte[] zipped(Utf8ByteOutput drawn) {
        var bytes = new ByteArrayOutputStream(drawn.getContentLength() / 3);
        try (var zip = new GZIPOutputStream(bytes, 8_192)) {
            drawn.writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
