package ma.qutb.documents.pdf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads a QR code from pictures of a page, as a telephone would: it takes another one until it can read. */
public final class PrintedQr {

    private PrintedQr() {}

    private static final float[] DISTANCES = {300, 250, 400, 350};

    /** Of the page with this index. */
    public static String read(PDDocument paper, int page) throws IOException {
        var renderer = new PDFRenderer(paper);
        for (float distance : DISTANCES) {
            try {
                return read(renderer.renderImageWithDPI(page, distance));
            } catch (NotFoundException e) {
                // Nearer, or farther away.
            }
        }
        throw new AssertionError("no QR code can be read on page " + page);
    }

    private static String read(BufferedImage page) throws NotFoundException {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var picture = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        return new MultiFormatReader()
                .decode(picture, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
