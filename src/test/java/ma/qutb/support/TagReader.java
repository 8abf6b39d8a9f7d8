package ma.qutb.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the code of a printed tag, as a camera of three hundred points an inch sees the paper. */
public final class TagReader {

    private static final int DPI = 300;

    private TagReader() {}

    /** What the codes of the first tag on the first sheet hold. */
    public static List<String> read(byte[] pdf) throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            var whole = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            // A camera is held to one tag.
            double mm = DPI / 25.4;
            var image = whole.getSubimage(
                    0, 0, Math.min(whole.getWidth(), (int) (72 * mm)), Math.min(whole.getHeight(), (int) (56 * mm)));
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source))))
                    .map(it -> it.getText())
                    .toList();
        }
    }
}
