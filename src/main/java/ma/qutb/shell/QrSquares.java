package ma.qutb.shell;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The squares of a QR code, tried with a common reader: of a hundred codes one looks to it as if it had a corner in the middle, and is drawn with another
 * mask.
 *
 * @param side squares a side, without the margin
 * @param runs the dark ones
 */
public record QrSquares(int side, List<Run> runs) {

    /** Dark neighbours in a row: fewer shapes, and no hairline between two of them. */
    public record Run(int row, int from, int length) {}

    /** Light squares that a reader needs around a code. */
    private static final int MARGIN = 4;
    /** Pixels a square, near and far. */
    private static final List<Integer> DISTANCES = List.of(8, 7, 6, 5);

    /** To be scanned from a screen or a poster. */
    public static QrSquares onScreen(String content) {
        return of(content, ErrorCorrectionLevel.M);
    }

    /** For a card in a pocket: a quarter of the squares may be scratched away. */
    public static QrSquares onPaper(String content) {
        return of(content, ErrorCorrectionLevel.Q);
    }

    private static QrSquares of(String content, ErrorCorrectionLevel level) {
        try {
            var usual = Encoder.encode(content, level).getMatrix();
            var squares = usual;
            for (int mask = 0; !readable(squares, content) && mask < QRCode.NUM_MASK_PATTERNS; mask++) {
                squares = masked(content, level, mask);
            }
            return drawn(readable(squares, content) ? squares : usual);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    private static ByteMatrix masked(String content, ErrorCorrectionLevel level, int mask) throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        return Encoder.encode(content, level, hints).getMatrix();
    }

    private static boolean readable(ByteMatrix squares, String content) {
        return DISTANCES.stream().allMatch(pixels -> content.equals(read(squares, pixels)));
    }

    private static String read(ByteMatrix squares, int pixels) {
        int side = (squares.getWidth() + 2 * MARGIN) * pixels;
        var picture = new int[side * side];
        Arrays.fill(picture, 0xffffff);
        for (var run : drawn(squares).runs()) {
            for (int y = 0; y < pixels; y++) {
                int start = ((run.row() + MARGIN) * pixels + y) * side + (run.from() + MARGIN) * pixels;
                Arrays.fill(picture, start, start + run.length() * pixels, 0);
            }
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture))))
                    .getText();
        } catch (ReaderException e) {
            return "";
        }
    }

    private static QrSquares drawn(ByteMatrix squares) {
        var runs = new ArrayList<Run>();
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    runs.add(new Run(y, from, x - from));
                } else {
                    x++;
                }
            }
        }
        return new QrSquares(squares.getWidth(), runs);
    }

    /** As one path of an SVG, a unit a square. */
    public String path() {
        var path = new StringBuilder();
        for (var run : runs) {
            path.append('M').append(run.from()).append(' ').append(run.row());
            path.append('h')
                    .append(run.length())
                    .append("v1h-")
                    .append(run.length())
                    .append('z');
        }
        return path.toString();
    }
}
