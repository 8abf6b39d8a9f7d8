package ma.qutb.registry.directory;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of an SVG, a unit a square, to be scanned from a screen or a shop window.
 *
 * @param side squares a side
 */
public record QrPath(int side, String path) {

    public static QrPath of(String address) {
        try {
            var squares = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    int from = x;
                    while (x < squares.getWidth() && squares.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        path.append('M')
                                .append(from)
                                .append(' ')
                                .append(y)
                                .append('h')
                                .append(x - from);
                        path.append("v1h-").append(x - from).append('z');
                    }
                }
            }
            return new QrPath(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
