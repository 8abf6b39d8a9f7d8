package ma.qutb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QrSquaresTests {

    /** As a telephone reads, which comes nearer when it cannot. */
    @Test
    void everyCodeOnPaperIsReadByACommonReader() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 300; i++) {
            var address = "https://qutb.ma/v/" + token(random);
            var code = QrSquares.onPaper(address);
            assertThat(DoubleStream.of(8.6, 7.2, 6.1).mapToObj(pixels -> read(code, pixels)))
                    .contains(address);
        }
    }

    @Test
    void aCodeOnAScreenIsOnePath() {
        var code = QrSquares.onScreen("https://qutb.ma/ar");

        assertThat(code.side()).isEqualTo(25);
        assertThat(code.path()).startsWith("M0 0h7v1h-7z").doesNotContain("NaN");
    }

    @Test
    void whatNoCodeCanHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrSquares.onPaper("x".repeat(5_000)));
    }

    private static String token(RandomGenerator random) {
        return random.ints(22, 0, 64)
                .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static String read(QrSquares code, double pixels) {
        int side = (int) Math.ceil((code.side() + 8) * pixels);
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(new Color(0x101b48));
        for (var run : code.runs()) {
            pen.fill(new Rectangle2D.Double(
                    (run.from() + 4) * pixels, (run.row() + 4) * pixels, run.length() * pixels, pixels));
        }
        pen.dispose();
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(
                            new RGBLuminanceSource(side, side, picture.getRGB(0, 0, side, side, null, 0, side)))))
                    .getText();
        } catch (ReaderException e) {
            return "nothing";
        }
    }
}
