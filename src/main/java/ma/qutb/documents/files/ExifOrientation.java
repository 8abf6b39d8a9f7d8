package ma.qutb.documents.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a phone held sideways says its picture must be turned: a number from 1 to 8 in the EXIF block of a JPEG. Read by hand,
 * because the JDK gives up on the blocks of many phones and programs.
 */
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** 1 (upright) where nothing is said, or nothing that can be understood. */
    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // cut off or made up: the picture is taken as it lies
        }
    }

    private static int inSegments(ByteBuffer jpeg) {
        if ((jpeg.getShort(0) & 0xffff) != 0xffd8) {
            return UPRIGHT;
        }
        int at = 2;
        while ((jpeg.get(at) & 0xff) == 0xff && (jpeg.get(at + 1) & 0xff) != START_OF_SCAN) {
            int length = jpeg.getShort(at + 2) & 0xffff;
            if ((jpeg.get(at + 1) & 0xff) == APP1
                    && jpeg.slice(at + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                return inTiff(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int said = tiff.getShort(entry + 8);
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
