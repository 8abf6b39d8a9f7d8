package ma.qutb.documents.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class Pictures {

    /** What a phone writes beside a picture: turned by 90 degrees, taken at 28° 59′ N. */
    private static final String PLACE = "GPSLatitudeRef-N-28-59";

    private Pictures() {}

    /** The left half red, the right half blue. */
    static byte[] of(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    /** A JPEG with an EXIF block: orientation 6 (lies on its side) and a GPS latitude. */
    static byte[] fromAPhone(int width, int height) throws IOException {
        var tiff = new ByteArrayOutputStream();
        var out = new DataOutputStream(tiff);
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(2);
        entry(out, 0x0112, 3, 1, 6 << 16); // orientation: turn by 90 degrees
        entry(out, 0x8825, 4, 1, 38); // the GPS block begins at 38
        out.writeInt(0);
        out.writeShort(2);
        entry(out, 1, 2, 2, 'N' << 24);
        entry(out, 2, 5, 3, 68);
        out.writeInt(0);
        for (int number : new int[] {28, 1, 59, 1, 12, 1}) {
            out.writeInt(number);
        }
        out.writeBytes(PLACE);
        return withSegment(of("jpeg", width, height), tiff.toByteArray());
    }

    static boolean tellsAPlace(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("Exif") || text.contains(PLACE);
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    private static byte[] withSegment(byte[] jpeg, byte[] tiff) throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.write(jpeg, 0, 2);
        out.writeShort(0xffe1);
        out.writeShort(2 + 6 + tiff.length);
        out.writeBytes("Exif\0\0");
        out.write(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /** A PNG of a few bytes that claims 30,000 by 30,000 pixels: unpacked it would take 3.6 gigabytes. */
    static byte[] bomb() throws IOException {
        var header = new ByteArrayOutputStream();
        var out = new DataOutputStream(header);
        out.writeBytes("IHDR");
        out.writeInt(30_000);
        out.writeInt(30_000);
        out.write(new byte[] {8, 6, 0, 0, 0});
        var file = new ByteArrayOutputStream();
        var png = new DataOutputStream(file);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, header.toByteArray());
        chunk(png, "IDATx".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream png, byte[] typed) throws IOException {
        var sum = new CRC32();
        sum.update(typed);
        png.writeInt(typed.length - 4);
        png.write(typed);
        png.writeInt((int) sum.getValue());
    }
}
