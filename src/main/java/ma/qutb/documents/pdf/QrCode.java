package ma.qutb.documents.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The squares of a QR code; a quarter of them may be scratched away (level Q asks for that on a worn card). */
record QrCode(ByteMatrix squares) {

    static QrCode of(String content) {
        try {
            return new QrCode(Encoder.encode(content, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    int modules() {
        return squares.getWidth();
    }

    /** One rectangle for each row of neighbouring dark squares: fewer, and no hairline between two of them. */
    void outline(Operators operators) {
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    operators.add("re", from, y, x - from, 1);
                } else {
                    x++;
                }
            }
        }
    }
}
