package ma.qutb.documents.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Refusal;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.stereotype.Component;

/**
 * Turns an uploaded photo into what is kept: upright, shrunk, painted anew. Painting anew is what removes the place,
 * the time and the owner that cameras write beside the picture, and whatever else was hidden in the file.
 */
@Component
class PhotoIntake {

    /** More than any phone takes; a picture of a few kilobytes may claim far more to fill the memory. */
    static final long MOST_PIXELS = 120_000_000;

    /** While reading, pictures are thinned to about this many pixels a side, so that a big one takes little memory. */
    private static final int READ_AT = 3200;

    private static final float QUALITY = 0.85f;

    /** Two at a time: there are two cores, and each takes some tens of megabytes. */
    private final Semaphore atWork = new Semaphore(2);

    /** The picture kept and its smaller copies by their width. */
    @SuppressWarnings("ArrayRecordComponent") // files in passing, never compared
    record Photo(byte[] jpeg, int width, int height, Map<Integer, byte[]> thumbnails) {}

    /** @throws Refusal when it cannot be read, or is far larger than a photo */
    Photo take(byte[] content) {
        atWork.acquireUninterruptibly();
        try {
            var picture = shrunk(upright(content), StoredFile.LONGEST_SIDE);
            var thumbnails = new TreeMap<Integer, byte[]>();
            for (int width : StoredFile.THUMBNAILS) {
                thumbnails.put(width, encode(narrowed(picture, width), "webp"));
            }
            return new Photo(encode(picture, "jpeg"), picture.getWidth(), picture.getHeight(), thumbnails);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Decoders meet damaged files with all of these.
            throw new Refusal("documents.file.refusal.unreadable");
        } finally {
            atWork.release();
        }
    }

    private static BufferedImage upright(byte[] content) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, false, false);
                return turned(thinned(reader), ExifOrientation.of(content));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage thinned(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Refusal(
                    "documents.file.refusal.pixels", (long) width * height / 1_000_000, MOST_PIXELS / 1_000_000);
        }
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / READ_AT);
        how.setSourceSubsampling(step, step, 0, 0);
        return opaque(reader.read(0, how));
    }

    /** Phones store the picture as the sensor lies and note how to turn it; the note is about to go. */
    private static BufferedImage turned(BufferedImage picture, int orientation) {
        return ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                .apply(picture);
    }

    private static BufferedImage opaque(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static BufferedImage shrunk(BufferedImage picture, int longest) throws IOException {
        return Math.max(picture.getWidth(), picture.getHeight()) <= longest
                ? picture
                : Thumbnails.of(picture).size(longest, longest).asBufferedImage();
    }

    private static BufferedImage narrowed(BufferedImage picture, int width) throws IOException {
        return picture.getWidth() <= width
                ? picture
                : Thumbnails.of(picture).width(width).asBufferedImage();
    }

    private static byte[] encode(BufferedImage picture, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(how.getCompressionTypes()[0]);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
